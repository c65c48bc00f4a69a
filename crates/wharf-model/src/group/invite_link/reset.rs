//! A new link into a group.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, path::PathBuilder},
    group::InviteLink,
    id::GroupId,
    message::Product,
};

/// Makes a new link into a group: `POST /{group-id}/invite_link`. Old ones stop working.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ResetInviteLink {
    /// The group.
    pub group: GroupId,
    /// What it carries.
    pub body: ResetInviteLinkBody,
}

impl ResetInviteLink {
    /// The request with what it must have.
    pub fn new(group: GroupId) -> Self {
        Self { group, body: ResetInviteLinkBody { messaging_product: Product::Whatsapp } }
    }
}

/// What [`ResetInviteLink`] carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ResetInviteLinkBody {
    /// Always `whatsapp`.
    pub messaging_product: Product,
}

impl Endpoint for ResetInviteLink {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = false;
    type Body = ResetInviteLinkBody;
    type Response = InviteLink;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.group).word("invite_link").into()
    }

    fn body(&self) -> Option<&ResetInviteLinkBody> {
        Some(&self.body)
    }
}
