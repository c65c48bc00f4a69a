//! Listing the solutions of an app.

use std::borrow::Cow;

use super::Solution;
use crate::{
    endpoint::{Endpoint, NoBody, path::PathBuilder},
    id::AppId,
    page::{Page, PageQuery},
};

/// Lists the solutions of an app: `GET /{app-id}/whatsapp_business_solutions`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListAppSolutions {
    /// The app.
    pub app: AppId,
    /// `OWNER` or `PARTNER`.
    pub role: Option<String>,
    /// Which page, and which fields of each item.
    pub page: PageQuery,
}

impl ListAppSolutions {
    /// The request with what it must have.
    pub fn new(app: AppId) -> Self {
        Self { app, role: None, page: PageQuery::default() }
    }

    /// `OWNER` or `PARTNER`.
    #[must_use]
    pub fn role(mut self, role: impl Into<String>) -> Self {
        self.role = Some(role.into());
        self
    }

    /// Which page, and which fields of each item.
    #[must_use]
    pub fn page(mut self, page: PageQuery) -> Self {
        self.page = page;
        self
    }
}

impl Endpoint for ListAppSolutions {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Page<Solution>;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new()
            .id(&self.app)
            .word("whatsapp_business_solutions")
            .query("role", self.role.as_ref())
            .page(&self.page)
            .into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}
