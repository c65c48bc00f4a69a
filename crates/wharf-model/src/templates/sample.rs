//! Showing what will be sent directly.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::TemplateCategory;
use crate::{
    endpoint::{Endpoint, lenient, path::PathBuilder},
    id::AccountId,
    message::Message,
};

/// Shows the platform what will be sent without a template: `POST /{waba-id}/message_samples`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SubmitSample {
    /// The WhatsApp Business Account.
    pub account: AccountId,
    /// What it carries.
    pub body: Message,
}

impl SubmitSample {
    /// The request with what it must have.
    pub fn new(account: AccountId, body: Message) -> Self {
        Self { account, body }
    }
}

impl Endpoint for SubmitSample {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = false;
    type Body = Message;
    type Response = SampleAnswer;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.account).word("message_samples").into()
    }

    fn body(&self) -> Option<&Message> {
        Some(&self.body)
    }
}

/// What a sample is answered with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SampleAnswer {
    /// Whether it was taken.
    #[serde(deserialize_with = "lenient::flag")]
    pub success: bool,
    /// The category it belongs into.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<TemplateCategory>,
}

impl SampleAnswer {
    /// With what it must have; the rest is absent.
    pub fn new(success: bool) -> Self {
        Self { success, category: None }
    }
}
