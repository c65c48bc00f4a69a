//! Listing the solutions of an account.

use std::borrow::Cow;

use super::Solution;
use crate::{
    endpoint::{Endpoint, NoBody, path::PathBuilder},
    id::AccountId,
    page::{Page, PageQuery},
};

/// Lists the solutions of an account: `GET /{waba-id}/solutions`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListAccountSolutions {
    /// The WhatsApp Business Account.
    pub account: AccountId,
    /// Which page, and which fields of each item.
    pub page: PageQuery,
}

impl ListAccountSolutions {
    /// The request with what it must have.
    pub fn new(account: AccountId) -> Self {
        Self { account, page: PageQuery::default() }
    }

    /// Which page, and which fields of each item.
    #[must_use]
    pub fn page(mut self, page: PageQuery) -> Self {
        self.page = page;
        self
    }
}

impl Endpoint for ListAccountSolutions {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Page<Solution>;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.account).word("solutions").page(&self.page).into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}
