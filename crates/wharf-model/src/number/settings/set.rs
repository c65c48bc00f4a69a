//! Changing the settings.

use std::borrow::Cow;

use crate::{
    endpoint::{Endpoint, Success, path::PathBuilder},
    id::PhoneNumberId,
    number::Settings,
};

/// Changes the settings of a number: `POST /{phone-number-id}/settings`. One feature per call. Changed calling
/// settings are announced by the webhook `account_settings_update`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SetSettings {
    /// The business phone number.
    pub number: PhoneNumberId,
    /// What it carries.
    pub body: Settings,
}

impl SetSettings {
    /// The request with what it must have.
    pub fn new(number: PhoneNumberId, body: Settings) -> Self {
        Self { number, body }
    }
}

impl Endpoint for SetSettings {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = true;
    type Body = Settings;
    type Response = Success;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.number).word("settings").into()
    }

    fn body(&self) -> Option<&Settings> {
        Some(&self.body)
    }
}
