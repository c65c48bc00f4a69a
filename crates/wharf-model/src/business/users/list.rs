//! Listing system users.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, NoBody, path::PathBuilder},
    id::{BusinessId, SystemUserId},
    page::{Page, PageQuery},
};

/// Lists the programs that act for a portfolio: `GET /{business-id}/system_users`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListSystemUsers {
    /// The business portfolio.
    pub business: BusinessId,
    /// Which page, and which fields of each item.
    pub page: PageQuery,
}

impl ListSystemUsers {
    /// The request with what it must have.
    pub fn new(business: BusinessId) -> Self {
        Self { business, page: PageQuery::default() }
    }

    /// Which page, and which fields of each item.
    #[must_use]
    pub fn page(mut self, page: PageQuery) -> Self {
        self.page = page;
        self
    }
}

impl Endpoint for ListSystemUsers {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Page<SystemUser>;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.business).word("system_users").page(&self.page).into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}

/// A program that acts for a portfolio.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SystemUser {
    /// Its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<SystemUserId>,
    /// Its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// `ADMIN` or `EMPLOYEE`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
}
