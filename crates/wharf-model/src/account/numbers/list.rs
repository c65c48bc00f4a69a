//! Listing the numbers of an account.

use std::borrow::Cow;

use crate::{
    endpoint::{Endpoint, NoBody, path::PathBuilder},
    id::AccountId,
    number::Number,
    page::{Page, PageQuery},
};

/// Lists the numbers of an account: `GET /{waba-id}/phone_numbers`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListNumbers {
    /// The WhatsApp Business Account.
    pub account: AccountId,
    /// Filters, as JSON: `[{"field":"account_mode","operator":"EQUAL","value":"SANDBOX"}]`.
    pub filtering: Option<String>,
    /// Order, as JSON: `["last_onboarded_time_ascending"]`.
    pub sort: Option<String>,
    /// Which page, and which fields of each item.
    pub page: PageQuery,
}

impl ListNumbers {
    /// The request with what it must have.
    pub fn new(account: AccountId) -> Self {
        Self { account, filtering: None, sort: None, page: PageQuery::default() }
    }

    /// Filters, as JSON: `[{"field":"account_mode","operator":"EQUAL","value":"SANDBOX"}]`.
    #[must_use]
    pub fn filtering(mut self, filtering: impl Into<String>) -> Self {
        self.filtering = Some(filtering.into());
        self
    }

    /// Order, as JSON: `["last_onboarded_time_ascending"]`.
    #[must_use]
    pub fn sort(mut self, sort: impl Into<String>) -> Self {
        self.sort = Some(sort.into());
        self
    }

    /// Which page, and which fields of each item.
    #[must_use]
    pub fn page(mut self, page: PageQuery) -> Self {
        self.page = page;
        self
    }
}

impl Endpoint for ListNumbers {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Page<Number>;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new()
            .id(&self.account)
            .word("phone_numbers")
            .query("filtering", self.filtering.as_ref())
            .query("sort", self.sort.as_ref())
            .page(&self.page)
            .into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}
