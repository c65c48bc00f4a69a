//! Agreeing to an end.

use std::borrow::Cow;

use super::Solution;
use crate::{
    endpoint::{Endpoint, NoBody, path::PathBuilder},
    id::SolutionId,
};

/// Agrees to end a solution: `POST /{solution-id}/accept_deactivation_request`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct AcceptDeactivation {
    /// The solution.
    pub solution: SolutionId,
    /// Names of the fields asked for; none asks for the platform's default set.
    pub fields: Vec<String>,
}

impl AcceptDeactivation {
    /// The request with what it must have.
    pub fn new(solution: SolutionId) -> Self {
        Self { solution, fields: Vec::new() }
    }

    /// Asks for these fields, instead of the platform's default set.
    #[must_use]
    pub fn fields(mut self, fields: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.fields = fields.into_iter().map(Into::into).collect();
        self
    }
}

impl Endpoint for AcceptDeactivation {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = false;
    type Body = NoBody;
    type Response = Solution;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new()
            .id(&self.solution)
            .word("accept_deactivation_request")
            .fields(&self.fields)
            .into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}
