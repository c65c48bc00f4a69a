//! Who is blocked.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, NoBody, path::PathBuilder},
    id::{PhoneNumberId, UserId},
    message::Product,
    page::{Page, PageQuery},
};

/// Lists blocked people: `GET /{phone-number-id}/block_users`. At most 64,000; if the list changes while it is
/// read, error 139102 says to start again.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListBlocked {
    /// The business phone number.
    pub number: PhoneNumberId,
    /// Which page, and which fields of each item.
    pub page: PageQuery,
}

impl ListBlocked {
    /// The request with what it must have.
    pub fn new(number: PhoneNumberId) -> Self {
        Self { number, page: PageQuery::default() }
    }

    /// Which page, and which fields of each item.
    #[must_use]
    pub fn page(mut self, page: PageQuery) -> Self {
        self.page = page;
        self
    }
}

impl Endpoint for ListBlocked {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Page<BlockedUser>;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.number).word("block_users").page(&self.page).into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}

/// Someone who is blocked. Some answers nest the rows: [`BlockedUser::each`] gives them all.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct BlockedUser {
    /// Always `whatsapp`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub messaging_product: Option<Product>,
    /// What was given as `user`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub input: Option<String>,
    /// The person's WhatsApp id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wa_id: Option<String>,
    /// The person's business-scoped user id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user_id: Option<UserId>,
    /// The rows, in answers that nest them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub block_users: Option<Vec<Self>>,
}

crate::quiet_debug! {
    BlockedUser {  }
}

impl BlockedUser {
    /// The people in this row: the nested ones, else itself.
    pub fn each(&self) -> &[Self] {
        self.block_users.as_deref().unwrap_or(std::slice::from_ref(self))
    }
}
