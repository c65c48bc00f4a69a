//! Listing lines of credit.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, NoBody, path::PathBuilder},
    id::{BusinessId, CreditId},
    page::{Page, PageQuery},
};

/// Lists lines of credit: `GET /{business-id}/extendedcredits`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListCredits {
    /// The business portfolio.
    pub business: BusinessId,
    /// Which page, and which fields of each item.
    pub page: PageQuery,
}

impl ListCredits {
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

impl Endpoint for ListCredits {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Page<Credit>;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.business).word("extendedcredits").page(&self.page).into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}

/// A line of credit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Credit {
    /// Its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<CreditId>,
    /// Who stands for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legal_entity_name: Option<String>,
}
