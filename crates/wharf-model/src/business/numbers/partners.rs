//! With whom a number is shared.

use std::borrow::Cow;

use crate::{
    business::Business,
    endpoint::{Endpoint, NoBody, path::PathBuilder},
    id::PreverifiedId,
    page::{Page, PageQuery},
};

/// Lists portfolios that a number is shared with: `GET /{pre-verified-id}/partners`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListPreverifiedPartners {
    /// The pre-verified number.
    pub preverified: PreverifiedId,
    /// Which page, and which fields of each item.
    pub page: PageQuery,
}

impl ListPreverifiedPartners {
    /// The request with what it must have.
    pub fn new(preverified: PreverifiedId) -> Self {
        Self { preverified, page: PageQuery::default() }
    }

    /// Which page, and which fields of each item.
    #[must_use]
    pub fn page(mut self, page: PageQuery) -> Self {
        self.page = page;
        self
    }
}

impl Endpoint for ListPreverifiedPartners {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Page<Business>;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.preverified).word("partners").page(&self.page).into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}
