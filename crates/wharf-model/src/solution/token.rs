//! An access token for a client of a solution.

use std::borrow::Cow;

use crate::{
    business::AccessToken,
    endpoint::{Endpoint, NoBody, path::PathBuilder},
    id::{BusinessId, SolutionId},
};

/// Gives an access token for a client of a solution: `GET /{solution-id}/access_token`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GetSolutionToken {
    /// The solution.
    pub solution: SolutionId,
    /// The client's portfolio.
    pub business_id: BusinessId,
}

impl GetSolutionToken {
    /// The request with what it must have.
    pub fn new(solution: SolutionId, business_id: BusinessId) -> Self {
        Self { solution, business_id }
    }
}

impl Endpoint for GetSolutionToken {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = AccessToken;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new()
            .id(&self.solution)
            .word("access_token")
            .query("business_id", Some(&self.business_id))
            .into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}
