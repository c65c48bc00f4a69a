//! Letting someone no longer work on an account.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Encoding, Endpoint, Success, path::PathBuilder},
    id::{AccountId, SystemUserId},
};

/// Lets someone no longer work on an account: `DELETE /{waba-id}/assigned_users`, as a form in its body.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RemoveUser {
    /// The WhatsApp Business Account.
    pub account: AccountId,
    /// What it carries.
    pub body: RemoveUserBody,
}

impl RemoveUser {
    /// The request with what it must have.
    pub fn new(account: AccountId, user: SystemUserId) -> Self {
        Self { account, body: RemoveUserBody { user } }
    }
}

/// What [`RemoveUser`] carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct RemoveUserBody {
    /// Who.
    pub user: SystemUserId,
}

impl Endpoint for RemoveUser {
    const METHOD: http::Method = http::Method::DELETE;
    const IDEMPOTENT: bool = true;
    const ENCODING: Encoding = Encoding::Form;
    type Body = RemoveUserBody;
    type Response = Success;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.account).word("assigned_users").into()
    }

    fn body(&self) -> Option<&RemoveUserBody> {
        Some(&self.body)
    }
}
