//! Listing the partners of a solution.

use std::borrow::Cow;

use crate::{
    business::Business,
    endpoint::{Endpoint, NoBody, path::PathBuilder},
    id::SolutionId,
    page::{Page, PageQuery},
};

/// Lists the partners of a solution: `GET /{solution-id}/partners`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListSolutionPartners {
    /// The solution.
    pub solution: SolutionId,
    /// Which page, and which fields of each item.
    pub page: PageQuery,
}

impl ListSolutionPartners {
    /// The request with what it must have.
    pub fn new(solution: SolutionId) -> Self {
        Self { solution, page: PageQuery::default() }
    }

    /// Which page, and which fields of each item.
    #[must_use]
    pub fn page(mut self, page: PageQuery) -> Self {
        self.page = page;
        self
    }
}

impl Endpoint for ListSolutionPartners {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Page<Business>;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.solution).word("partners").page(&self.page).into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}
