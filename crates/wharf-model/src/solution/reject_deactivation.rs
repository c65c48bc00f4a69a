//! Refusing an end.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::Solution;
use crate::{
    endpoint::{Endpoint, lenient, path::PathBuilder},
    id::SolutionId,
};

/// Refuses to end a solution: `POST /{solution-id}/reject_deactivation_request`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RejectDeactivation {
    /// The solution.
    pub solution: SolutionId,
    /// Names of the fields asked for; none asks for the platform's default set.
    pub fields: Vec<String>,
    /// What it carries.
    pub body: RejectDeactivationBody,
}

impl RejectDeactivation {
    /// The request with what it must have.
    pub fn new(solution: SolutionId, reject_deactivation_request: bool) -> Self {
        Self {
            solution,
            fields: Vec::new(),
            body: RejectDeactivationBody { reject_deactivation_request },
        }
    }

    /// Asks for these fields, instead of the platform's default set.
    #[must_use]
    pub fn fields(mut self, fields: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.fields = fields.into_iter().map(Into::into).collect();
        self
    }
}

/// What [`RejectDeactivation`] carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct RejectDeactivationBody {
    /// Always `true`.
    #[serde(deserialize_with = "lenient::flag")]
    pub reject_deactivation_request: bool,
}

impl Endpoint for RejectDeactivation {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = false;
    type Body = RejectDeactivationBody;
    type Response = Solution;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new()
            .id(&self.solution)
            .word("reject_deactivation_request")
            .fields(&self.fields)
            .into()
    }

    fn body(&self) -> Option<&RejectDeactivationBody> {
        Some(&self.body)
    }
}
