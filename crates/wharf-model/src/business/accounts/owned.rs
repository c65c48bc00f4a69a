//! Listing a portfolio's own accounts.

use std::borrow::Cow;

use crate::{
    account::Account,
    endpoint::{Endpoint, NoBody, path::PathBuilder},
    id::{AccountId, BusinessId},
    page::{Page, PageQuery},
};

/// Lists the accounts of a portfolio: `GET /{business-id}/owned_whatsapp_business_accounts`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListOwnedAccounts {
    /// The business portfolio.
    pub business: BusinessId,
    /// Only of this type.
    pub business_type: Option<Vec<String>>,
    /// Only this one.
    pub find: Option<AccountId>,
    /// So many from the start.
    pub first: Option<i64>,
    /// So many from the end.
    pub last: Option<i64>,
    /// Filters, as JSON.
    pub filtering: Option<String>,
    /// Which page, and which fields of each item.
    pub page: PageQuery,
}

impl ListOwnedAccounts {
    /// The request with what it must have.
    pub fn new(business: BusinessId) -> Self {
        Self {
            business,
            business_type: None,
            find: None,
            first: None,
            last: None,
            filtering: None,
            page: PageQuery::default(),
        }
    }

    /// Only of this type.
    #[must_use]
    pub fn business_type(
        mut self,
        business_type: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.business_type = Some(business_type.into_iter().map(Into::into).collect());
        self
    }

    /// Only this one.
    #[must_use]
    pub fn find(mut self, find: AccountId) -> Self {
        self.find = Some(find);
        self
    }

    /// So many from the start.
    #[must_use]
    pub fn first(mut self, first: i64) -> Self {
        self.first = Some(first);
        self
    }

    /// So many from the end.
    #[must_use]
    pub fn last(mut self, last: i64) -> Self {
        self.last = Some(last);
        self
    }

    /// Filters, as JSON.
    #[must_use]
    pub fn filtering(mut self, filtering: impl Into<String>) -> Self {
        self.filtering = Some(filtering.into());
        self
    }

    /// Which page, and which fields of each item.
    #[must_use]
    pub fn page(mut self, page: PageQuery) -> Self {
        self.page = page;
        self
    }
}

impl Endpoint for ListOwnedAccounts {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Page<Account>;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new()
            .id(&self.business)
            .word("owned_whatsapp_business_accounts")
            .list("business_type", self.business_type.as_ref())
            .query("find", self.find.as_ref())
            .query("first", self.first.as_ref())
            .query("last", self.last.as_ref())
            .query("filtering", self.filtering.as_ref())
            .page(&self.page)
            .into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}
