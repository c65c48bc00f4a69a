//! Revoking the link into a group.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, lenient, path::PathBuilder},
    id::GroupId,
    message::Product,
};

/// Revokes the link into a group: `DELETE /{group-id}/invite_link`, which has a body. In the API description only.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct DeleteInviteLink {
    /// The group.
    pub group: GroupId,
    /// What it carries.
    pub body: DeleteInviteLinkBody,
}

impl DeleteInviteLink {
    /// The request with what it must have.
    pub fn new(group: GroupId) -> Self {
        Self { group, body: DeleteInviteLinkBody { messaging_product: Product::Whatsapp } }
    }
}

/// What [`DeleteInviteLink`] carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DeleteInviteLinkBody {
    /// Always `whatsapp`.
    pub messaging_product: Product,
}

impl Endpoint for DeleteInviteLink {
    const METHOD: http::Method = http::Method::DELETE;
    const IDEMPOTENT: bool = true;
    type Body = DeleteInviteLinkBody;
    type Response = LinkDeleted;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.group).word("invite_link").into()
    }

    fn body(&self) -> Option<&DeleteInviteLinkBody> {
        Some(&self.body)
    }
}

/// What a revoked link is answered with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct LinkDeleted {
    /// Always `whatsapp`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub messaging_product: Option<Product>,
    /// `true`, as a string in the API description.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_text",
        skip_serializing_if = "Option::is_none"
    )]
    pub success: Option<String>,
}
