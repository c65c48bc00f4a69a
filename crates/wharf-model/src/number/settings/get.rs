//! Reading the settings.

use std::borrow::Cow;

use crate::{
    endpoint::{Endpoint, NoBody, path::PathBuilder},
    id::PhoneNumberId,
    number::Settings,
};

/// Reads the settings of a number: `GET /{phone-number-id}/settings`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GetSettings {
    /// The business phone number.
    pub number: PhoneNumberId,
    /// Whether the SIP password is told as well.
    pub include_sip_credentials: Option<bool>,
}

impl GetSettings {
    /// The request with what it must have.
    pub fn new(number: PhoneNumberId) -> Self {
        Self { number, include_sip_credentials: None }
    }

    /// Whether the SIP password is told as well.
    #[must_use]
    pub fn include_sip_credentials(mut self, include_sip_credentials: bool) -> Self {
        self.include_sip_credentials = Some(include_sip_credentials);
        self
    }
}

impl Endpoint for GetSettings {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Settings;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new()
            .id(&self.number)
            .word("settings")
            .query("include_sip_credentials", self.include_sip_credentials.as_ref())
            .into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}
