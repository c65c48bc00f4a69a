//! Making a welcome flow.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, lenient, path::PathBuilder},
    id::{AccountId, AppId, SequenceId},
};

/// Makes or changes what people find who come from an advertisement: `POST /{waba-id}/welcome_message_sequences`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SetWelcomeSequence {
    /// The WhatsApp Business Account.
    pub account: AccountId,
    /// What it carries.
    pub body: SetWelcomeSequenceBody,
}

impl SetWelcomeSequence {
    /// The request with what it must have.
    pub fn new(account: AccountId) -> Self {
        Self { account, body: SetWelcomeSequenceBody::default() }
    }

    /// Changes this one; absent makes a new one.
    #[must_use]
    pub fn sequence_id(mut self, sequence_id: SequenceId) -> Self {
        self.body.sequence_id = Some(sequence_id);
        self
    }

    /// Its name.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.body.name = Some(name.into());
        self
    }

    /// The messages, as JSON in a string.
    #[must_use]
    pub fn welcome_message_sequence(mut self, welcome_message_sequence: impl Into<String>) -> Self {
        self.body.welcome_message_sequence = Some(welcome_message_sequence.into());
        self
    }

    /// The app.
    #[must_use]
    pub fn app_id(mut self, app_id: AppId) -> Self {
        self.body.app_id = Some(app_id);
        self
    }
}

/// What [`SetWelcomeSequence`] carries.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SetWelcomeSequenceBody {
    /// Changes this one; absent makes a new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sequence_id: Option<SequenceId>,
    /// Its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The messages, as JSON in a string.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub welcome_message_sequence: Option<String>,
    /// The app.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub app_id: Option<AppId>,
}

impl Endpoint for SetWelcomeSequence {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = false;
    type Body = SetWelcomeSequenceBody;
    type Response = WelcomeSet;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.account).word("welcome_message_sequences").into()
    }

    fn body(&self) -> Option<&SetWelcomeSequenceBody> {
        Some(&self.body)
    }
}

/// What a welcome flow is answered with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct WelcomeSet {
    /// Whether it was done.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_flag",
        skip_serializing_if = "Option::is_none"
    )]
    pub success: Option<bool>,
    /// Its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sequence_id: Option<SequenceId>,
}
