//! Reading a group.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::JoinApproval;
use crate::{
    endpoint::{Endpoint, NoBody, lenient, path::PathBuilder},
    id::{GroupId, UserId},
    message::Product,
};

/// Reads a group: `GET /{group-id}`. Without fields only its id.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GetGroup {
    /// The group.
    pub group: GroupId,
    /// Names of the fields asked for; none asks for the platform's default set.
    pub fields: Vec<String>,
}

impl GetGroup {
    /// The request with what it must have.
    pub fn new(group: GroupId) -> Self {
        Self { group, fields: Vec::new() }
    }

    /// Asks for these fields, instead of the platform's default set.
    #[must_use]
    pub fn fields(mut self, fields: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.fields = fields.into_iter().map(Into::into).collect();
        self
    }
}

impl Endpoint for GetGroup {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Group;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.group).fields(&self.fields).into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}

/// A group, as far as it was asked for.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Group {
    /// Always `whatsapp`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub messaging_product: Option<Product>,
    /// Its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<GroupId>,
    /// Its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// What it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// When it was made, in Unix seconds.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub creation_timestamp: Option<i64>,
    /// Whether the platform has suspended it.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_flag",
        skip_serializing_if = "Option::is_none"
    )]
    pub suspended: Option<bool>,
    /// Whether those who come by the link must be let in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub join_approval_mode: Option<JoinApproval>,
    /// How many are in it, the business not counted: at most 8.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub total_participant_count: Option<i64>,
    /// Who is in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub participants: Option<Vec<GroupMember>>,
}

crate::quiet_debug! {
    Group { id, suspended, join_approval_mode }
}

/// Someone in a group.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct GroupMember {
    /// WhatsApp id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wa_id: Option<String>,
    /// Business-scoped user id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user_id: Option<UserId>,
    /// Username.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub username: Option<String>,
}

crate::quiet_debug! {
    GroupMember {  }
}
