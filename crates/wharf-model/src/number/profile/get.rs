//! Reading the business profile.

use std::borrow::Cow;

use crate::{
    endpoint::{Endpoint, NoBody, path::PathBuilder},
    id::PhoneNumberId,
    number::Profile,
    page::Page,
};

/// Reads the business profile: `GET /{phone-number-id}/whatsapp_business_profile`. One row;
/// [`Profile::flat`](super::Profile::flat) undoes the nesting of some answers.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GetProfile {
    /// The business phone number.
    pub number: PhoneNumberId,
    /// Names of the fields asked for; none asks for the platform's default set.
    pub fields: Vec<String>,
}

impl GetProfile {
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

impl Endpoint for GetProfile {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Page<Profile>;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new()
            .id(&self.number)
            .word("whatsapp_business_profile")
            .fields(&self.fields)
            .into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}
