//! Setting ice-breakers and commands.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, Success, lenient, path::PathBuilder},
    id::PhoneNumberId,
    number::Command,
};

/// Sets ice-breakers and commands: `POST /{phone-number-id}/conversational_automation`. Each call replaces the
/// lists that it names; no emoji.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SetAutomation {
    /// The business phone number.
    pub number: PhoneNumberId,
    /// What it carries.
    pub body: SetAutomationBody,
}

impl SetAutomation {
    /// The request with what it must have.
    pub fn new(number: PhoneNumberId) -> Self {
        Self { number, body: SetAutomationBody::default() }
    }

    /// Whether a first chat is announced by webhook; the platform says that it does not work.
    #[must_use]
    pub fn enable_welcome_message(mut self, enable_welcome_message: bool) -> Self {
        self.body.enable_welcome_message = Some(enable_welcome_message);
        self
    }

    /// Ice-breakers: at most 4 of 80 characters.
    #[must_use]
    pub fn prompts(mut self, prompts: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.body.prompts = Some(prompts.into_iter().map(Into::into).collect());
        self
    }

    /// Commands: at most 30.
    #[must_use]
    pub fn commands(mut self, commands: impl IntoIterator<Item = Command>) -> Self {
        self.body.commands = Some(commands.into_iter().collect());
        self
    }
}

/// What [`SetAutomation`] carries.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SetAutomationBody {
    /// Whether a first chat is announced by webhook; the platform says that it does not work.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_flag",
        skip_serializing_if = "Option::is_none"
    )]
    pub enable_welcome_message: Option<bool>,
    /// Ice-breakers: at most 4 of 80 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prompts: Option<Vec<String>>,
    /// Commands: at most 30.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub commands: Option<Vec<Command>>,
}

impl Endpoint for SetAutomation {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = true;
    type Body = SetAutomationBody;
    type Response = Success;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.number).word("conversational_automation").into()
    }

    fn body(&self) -> Option<&SetAutomationBody> {
        Some(&self.body)
    }
}
