//! Agreeing to a solution.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, lenient, path::PathBuilder},
    id::{AppId, SolutionId},
};

/// Agrees to a partner's solution: `POST /{solution-id}/accept`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct AcceptSolution {
    /// The solution.
    pub solution: SolutionId,
    /// What it carries.
    pub body: AcceptSolutionBody,
}

impl AcceptSolution {
    /// The request with what it must have.
    pub fn new(solution: SolutionId, partner_app_id: AppId) -> Self {
        Self { solution, body: AcceptSolutionBody { partner_app_id, log_session_id: None } }
    }

    /// What support will ask for.
    #[must_use]
    pub fn log_session_id(mut self, log_session_id: impl Into<String>) -> Self {
        self.body.log_session_id = Some(log_session_id.into());
        self
    }
}

/// What [`AcceptSolution`] carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AcceptSolutionBody {
    /// The app that agrees.
    pub partner_app_id: AppId,
    /// What support will ask for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub log_session_id: Option<String>,
}

impl Endpoint for AcceptSolution {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = true;
    type Body = AcceptSolutionBody;
    type Response = SolutionAnswer;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.solution).word("accept").into()
    }

    fn body(&self) -> Option<&AcceptSolutionBody> {
        Some(&self.body)
    }
}

/// What a step of a solution is answered with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SolutionAnswer {
    /// Whether it was done.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_flag",
        skip_serializing_if = "Option::is_none"
    )]
    pub success: Option<bool>,
    /// The solution.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub solution_id: Option<SolutionId>,
    /// How the partner stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partner_status: Option<String>,
    /// The partner's app.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partner_app_id: Option<AppId>,
    /// What was done, for a person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// The request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
    /// What was refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rejected_request_type: Option<String>,
    /// When it was refused (ISO 8601).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rejection_timestamp: Option<String>,
    /// When it was done (ISO 8601).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub update_time: Option<String>,
}
