//! Blocking people.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, path::PathBuilder},
    error::GraphError,
    id::{PhoneNumberId, UserId},
    message::Product,
    number::BlockedUser,
};

/// Blocks people: `POST /{phone-number-id}/block_users`. Only those who wrote within 24 h, else error 131047 for
/// each; a mixed result comes as HTTP 400 with both lists.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct BlockUsers {
    /// The business phone number.
    pub number: PhoneNumberId,
    /// What it carries.
    pub body: BlockUsersBody,
}

impl BlockUsers {
    /// The request with what it must have.
    pub fn new(number: PhoneNumberId, block_users: impl IntoIterator<Item = UserToBlock>) -> Self {
        Self {
            number,
            body: BlockUsersBody {
                messaging_product: Product::Whatsapp,
                block_users: block_users.into_iter().collect(),
            },
        }
    }
}

/// What [`BlockUsers`] carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct BlockUsersBody {
    /// Always `whatsapp`.
    pub messaging_product: Product,
    /// Whom.
    pub block_users: Vec<UserToBlock>,
}

impl Endpoint for BlockUsers {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = true;
    type Body = BlockUsersBody;
    type Response = BlockAnswer;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.number).word("block_users").into()
    }

    fn body(&self) -> Option<&BlockUsersBody> {
        Some(&self.body)
    }
}

/// Someone to block or unblock: by number or by user id.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct UserToBlock {
    /// Phone number or WhatsApp id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user: Option<String>,
    /// Business-scoped user id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user_id: Option<UserId>,
}

crate::quiet_debug! {
    UserToBlock {  }
}

impl UserToBlock {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }

    /// Phone number or WhatsApp id.
    #[must_use]
    pub fn user(mut self, user: impl Into<String>) -> Self {
        self.user = Some(user.into());
        self
    }

    /// Business-scoped user id.
    #[must_use]
    pub fn user_id(mut self, user_id: UserId) -> Self {
        self.user_id = Some(user_id);
        self
    }
}

/// What became of a request to block or unblock.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct BlockAnswer {
    /// Always `whatsapp`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub messaging_product: Option<Product>,
    /// The people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub block_users: Option<BlockOutcome>,
    /// What went wrong with some of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<GraphError>,
}

/// People, by what became of them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct BlockOutcome {
    /// Who is blocked now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub added_users: Option<Vec<BlockedUser>>,
    /// Who is no longer blocked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub removed_users: Option<Vec<BlockedUser>>,
    /// Who could not be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub failed_users: Option<Vec<BlockFailure>>,
}

/// Someone who could not be blocked or unblocked.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct BlockFailure {
    /// What was given as `user`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub input: Option<String>,
    /// The person's WhatsApp id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wa_id: Option<String>,
    /// The person's business-scoped user id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user_id: Option<UserId>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub errors: Option<Vec<GraphError>>,
}

crate::quiet_debug! {
    BlockFailure { errors }
}

impl From<&str> for UserToBlock {
    fn from(user: &str) -> Self {
        Self::new().user(user)
    }
}
