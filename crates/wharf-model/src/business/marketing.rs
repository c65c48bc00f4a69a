//! Bringing clients to the Marketing Messages API.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, NoBody, path::PathBuilder},
    id::{BusinessId, SolutionId},
};

/// Asks clients to agree to the Marketing Messages API: `POST /{business-id}/onboard_partners_to_mm_lite`, in the
/// query.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct OnboardToMarketing {
    /// The business portfolio.
    pub business: BusinessId,
    /// Only clients of this solution.
    pub solution_id: Option<SolutionId>,
}

impl OnboardToMarketing {
    /// The request with what it must have.
    pub fn new(business: BusinessId) -> Self {
        Self { business, solution_id: None }
    }

    /// Only clients of this solution.
    #[must_use]
    pub fn solution_id(mut self, solution_id: SolutionId) -> Self {
        self.solution_id = Some(solution_id);
        self
    }
}

impl Endpoint for OnboardToMarketing {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = false;
    type Body = NoBody;
    type Response = OnboardingRequest;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new()
            .id(&self.business)
            .word("onboard_partners_to_mm_lite")
            .query("solution_id", self.solution_id.as_ref())
            .into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}

/// What the request is answered with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct OnboardingRequest {
    /// The request.
    pub request_id: String,
}

impl OnboardingRequest {
    /// All of it.
    pub fn new(request_id: impl Into<String>) -> Self {
        Self { request_id: request_id.into() }
    }
}
