//! On which accounts someone works.

use std::borrow::Cow;

use crate::{
    account::Account,
    endpoint::{Endpoint, NoBody, path::PathBuilder},
    id::SystemUserId,
    page::{Page, PageQuery},
};

/// Lists the accounts that someone works on: `GET /{user-id}/assigned_whatsapp_business_accounts`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListAssignedAccounts {
    /// The user.
    pub user: SystemUserId,
    /// Which page, and which fields of each item.
    pub page: PageQuery,
}

impl ListAssignedAccounts {
    /// The request with what it must have.
    pub fn new(user: SystemUserId) -> Self {
        Self { user, page: PageQuery::default() }
    }

    /// Which page, and which fields of each item.
    #[must_use]
    pub fn page(mut self, page: PageQuery) -> Self {
        self.page = page;
        self
    }
}

impl Endpoint for ListAssignedAccounts {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Page<Account>;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new()
            .id(&self.user)
            .word("assigned_whatsapp_business_accounts")
            .page(&self.page)
            .into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}
