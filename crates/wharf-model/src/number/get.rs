//! Reading a number.

use std::borrow::Cow;

use super::Number;
use crate::{
    endpoint::{Endpoint, NoBody, path::PathBuilder},
    id::PhoneNumberId,
};

/// Reads a number: `GET /{phone-number-id}?fields=…`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GetNumber {
    /// The business phone number.
    pub number: PhoneNumberId,
    /// Names of the fields asked for; none asks for the platform's default set.
    pub fields: Vec<String>,
}

impl GetNumber {
    /// The request with what it must have.
    pub fn new(number: PhoneNumberId) -> Self {
        Self { number, fields: Vec::new() }
    }

    /// Asks for these fields, instead of the platform's default set.
    #[must_use]
    pub fn fields(mut self, fields: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.fields = fields.into_iter().map(Into::into).collect();
        self
    }
}

impl Endpoint for GetNumber {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Number;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.number).fields(&self.fields).into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}
