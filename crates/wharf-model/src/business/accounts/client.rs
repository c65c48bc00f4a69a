//! Listing clients' accounts.

use std::borrow::Cow;

use crate::{
    account::Account,
    endpoint::{Endpoint, NoBody, path::PathBuilder},
    id::{AccountId, BusinessId},
    page::{Page, PageQuery},
};

/// Lists clients' accounts that a portfolio works on: `GET /{business-id}/client_whatsapp_business_accounts`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListClientAccounts {
    /// The business portfolio.
    pub business: BusinessId,
    /// Only of this type.
    pub business_type: Option<Vec<String>>,
    /// Only this one.
    pub find: Option<AccountId>,
    /// Filters, as JSON.
    pub filtering: Option<String>,
    /// Which page, and which fields of each item.
    pub page: PageQuery,
}

impl ListClientAccounts {
    /// The request with what it must have.
    pub fn new(business: BusinessId) -> Self {
        Self {
            business,
            business_type: None,
            find: None,
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

impl Endpoint for ListClientAccounts {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Page<Account>;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new()
            .id(&self.business)
            .word("client_whatsapp_business_accounts")
            .list("business_type", self.business_type.as_ref())
            .query("find", self.find.as_ref())
            .query("filtering", self.filtering.as_ref())
            .page(&self.page)
            .into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}
