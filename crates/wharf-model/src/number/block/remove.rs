//! Unblocking people.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, path::PathBuilder},
    id::PhoneNumberId,
    message::Product,
    number::{BlockAnswer, UserToBlock},
};

/// Unblocks people: `DELETE /{phone-number-id}/block_users`, which has a body.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct UnblockUsers {
    /// The business phone number.
    pub number: PhoneNumberId,
    /// What it carries.
    pub body: UnblockUsersBody,
}

impl UnblockUsers {
    /// The request with what it must have.
    pub fn new(number: PhoneNumberId, block_users: impl IntoIterator<Item = UserToBlock>) -> Self {
        Self {
            number,
            body: UnblockUsersBody {
                messaging_product: Product::Whatsapp,
                block_users: block_users.into_iter().collect(),
            },
        }
    }
}

/// What [`UnblockUsers`] carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct UnblockUsersBody {
    /// Always `whatsapp`.
    pub messaging_product: Product,
    /// Whom.
    pub block_users: Vec<UserToBlock>,
}

impl Endpoint for UnblockUsers {
    const METHOD: http::Method = http::Method::DELETE;
    const IDEMPOTENT: bool = true;
    type Body = UnblockUsersBody;
    type Response = BlockAnswer;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.number).word("block_users").into()
    }

    fn body(&self) -> Option<&UnblockUsersBody> {
        Some(&self.body)
    }
}
