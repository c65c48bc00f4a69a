//! Listing the clients of an app.

use std::borrow::Cow;

use crate::{
    business::Business,
    endpoint::{Endpoint, NoBody, path::PathBuilder},
    id::AppId,
    page::{Page, PageQuery},
};

/// Lists the portfolios that an app is connected to: `GET /{app-id}/connected_client_businesses`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListConnectedClients {
    /// The app.
    pub app: AppId,
    /// Which page, and which fields of each item.
    pub page: PageQuery,
}

impl ListConnectedClients {
    /// The request with what it must have.
    pub fn new(app: AppId) -> Self {
        Self { app, page: PageQuery::default() }
    }

    /// Which page, and which fields of each item.
    #[must_use]
    pub fn page(mut self, page: PageQuery) -> Self {
        self.page = page;
        self
    }
}

impl Endpoint for ListConnectedClients {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Page<Business>;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.app).word("connected_client_businesses").page(&self.page).into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}
