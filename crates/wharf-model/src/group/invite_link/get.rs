//! Reading the link into a group.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, NoBody, path::PathBuilder},
    id::GroupId,
    message::Product,
};

/// Reads the link into a group: `GET /{group-id}/invite_link`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GetInviteLink {
    /// The group.
    pub group: GroupId,
}

impl GetInviteLink {
    /// The request with what it must have.
    pub fn new(group: GroupId) -> Self {
        Self { group }
    }
}

impl Endpoint for GetInviteLink {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = InviteLink;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.group).word("invite_link").into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}

/// The link into a group.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct InviteLink {
    /// Always `whatsapp`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub messaging_product: Option<Product>,
    /// The link.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invite_link: Option<String>,
}

crate::quiet_debug! {
    InviteLink {  }
}
