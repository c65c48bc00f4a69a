//! Who asks to come in.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, NoBody, lenient, path::PathBuilder},
    id::{GroupId, UserId},
    page::{Page, PageQuery},
};

/// Lists who asks to come in: `GET /{group-id}/join_requests`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListJoinRequests {
    /// The group.
    pub group: GroupId,
    /// Which page, and which fields of each item.
    pub page: PageQuery,
}

impl ListJoinRequests {
    /// The request with what it must have.
    pub fn new(group: GroupId) -> Self {
        Self { group, page: PageQuery::default() }
    }

    /// Which page, and which fields of each item.
    #[must_use]
    pub fn page(mut self, page: PageQuery) -> Self {
        self.page = page;
        self
    }
}

impl Endpoint for ListJoinRequests {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Page<JoinRequest>;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.group).word("join_requests").page(&self.page).into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}

/// Someone who asks to come in.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct JoinRequest {
    /// The request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub join_request_id: Option<String>,
    /// WhatsApp id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wa_id: Option<String>,
    /// Business-scoped user id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user_id: Option<UserId>,
    /// Username.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub username: Option<String>,
    /// When, in Unix seconds.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub creation_timestamp: Option<i64>,
}

crate::quiet_debug! {
    JoinRequest { join_request_id }
}
