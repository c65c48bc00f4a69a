//! Asking to end a solution.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::SolutionAnswer;
use crate::{
    endpoint::{Endpoint, path::PathBuilder},
    id::SolutionId,
};

/// Asks the partner to end a solution: `POST /{solution-id}/send_deactivation_request`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RequestDeactivation {
    /// The solution.
    pub solution: SolutionId,
    /// What it carries.
    pub body: RequestDeactivationBody,
}

impl RequestDeactivation {
    /// The request with what it must have.
    pub fn new(solution: SolutionId) -> Self {
        Self { solution, body: RequestDeactivationBody::default() }
    }

    /// Why.
    #[must_use]
    pub fn reason(mut self, reason: impl Into<String>) -> Self {
        self.body.reason = Some(reason.into());
        self
    }
}

/// What [`RequestDeactivation`] carries.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct RequestDeactivationBody {
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

impl Endpoint for RequestDeactivation {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = false;
    type Body = RequestDeactivationBody;
    type Response = SolutionAnswer;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.solution).word("send_deactivation_request").into()
    }

    fn body(&self) -> Option<&RequestDeactivationBody> {
        Some(&self.body)
    }
}
