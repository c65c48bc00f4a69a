//! Reading the request for the badge.

use std::borrow::Cow;

use crate::{
    endpoint::{Endpoint, NoBody, path::PathBuilder},
    id::PhoneNumberId,
    number::OfficialStatus,
};

/// Reads how the request for the official business account stands: `GET
/// /{phone-number-id}/official_business_account`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GetOfficialStatus {
    /// The business phone number.
    pub number: PhoneNumberId,
    /// Names of the fields asked for; none asks for the platform's default set.
    pub fields: Vec<String>,
}

impl GetOfficialStatus {
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

impl Endpoint for GetOfficialStatus {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = OfficialStatus;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new()
            .id(&self.number)
            .word("official_business_account")
            .fields(&self.fields)
            .into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}
