//! Refusing a solution.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::SolutionAnswer;
use crate::{
    endpoint::{Endpoint, path::PathBuilder},
    id::{AppId, SolutionId},
};

/// Refuses a partner's solution: `POST /{solution-id}/reject`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RejectSolution {
    /// The solution.
    pub solution: SolutionId,
    /// What it carries.
    pub body: RejectSolutionBody,
}

impl RejectSolution {
    /// The request with what it must have.
    pub fn new(solution: SolutionId) -> Self {
        Self { solution, body: RejectSolutionBody::default() }
    }

    /// What is refused, such as `PARTNERSHIP_REQUEST`.
    #[must_use]
    pub fn request_type(mut self, request_type: impl Into<String>) -> Self {
        self.body.request_type = Some(request_type.into());
        self
    }

    /// The app that refuses.
    #[must_use]
    pub fn partner_app_id(mut self, partner_app_id: AppId) -> Self {
        self.body.partner_app_id = Some(partner_app_id);
        self
    }

    /// Why.
    #[must_use]
    pub fn rejection_reason(mut self, rejection_reason: impl Into<String>) -> Self {
        self.body.rejection_reason = Some(rejection_reason.into());
        self
    }
}

/// What [`RejectSolution`] carries.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct RejectSolutionBody {
    /// What is refused, such as `PARTNERSHIP_REQUEST`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request_type: Option<String>,
    /// The app that refuses.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partner_app_id: Option<AppId>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rejection_reason: Option<String>,
}

impl Endpoint for RejectSolution {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = true;
    type Body = RejectSolutionBody;
    type Response = SolutionAnswer;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.solution).word("reject").into()
    }

    fn body(&self) -> Option<&RejectSolutionBody> {
        Some(&self.body)
    }
}
