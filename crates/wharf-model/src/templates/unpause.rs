//! Sending a template again.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, NoBody, lenient, path::PathBuilder},
    id::TemplateId,
};

/// Sends a paused template again: `POST /{template-id}/unpause`, 5 minutes after the pause or later.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct UnpauseTemplate {
    /// The template.
    pub template: TemplateId,
}

impl UnpauseTemplate {
    /// The request with what it must have.
    pub fn new(template: TemplateId) -> Self {
        Self { template }
    }
}

impl Endpoint for UnpauseTemplate {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = false;
    type Body = NoBody;
    type Response = Unpaused;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.template).word("unpause").into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}

/// What the end of a pause is answered with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Unpaused {
    /// Whether it ended.
    #[serde(deserialize_with = "lenient::flag")]
    pub success: bool,
    /// Why not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

impl Unpaused {
    /// With what it must have; the rest is absent.
    pub fn new(success: bool) -> Self {
        Self { success, reason: None }
    }
}
