//! Letting someone work on an account.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    account::UserTask,
    endpoint::{Encoding, Endpoint, Success, path::PathBuilder},
    id::{AccountId, SystemUserId},
};

/// Lets someone work on an account: `POST /{waba-id}/assigned_users`, as a form.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct AssignUser {
    /// The WhatsApp Business Account.
    pub account: AccountId,
    /// What it carries.
    pub body: AssignUserBody,
}

impl AssignUser {
    /// The request with what it must have.
    pub fn new(
        account: AccountId,
        user: SystemUserId,
        tasks: impl IntoIterator<Item = UserTask>,
    ) -> Self {
        Self { account, body: AssignUserBody { user, tasks: tasks.into_iter().collect() } }
    }
}

/// What [`AssignUser`] carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AssignUserBody {
    /// Who.
    pub user: SystemUserId,
    /// What they may do.
    pub tasks: Vec<UserTask>,
}

impl Endpoint for AssignUser {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = true;
    const ENCODING: Encoding = Encoding::Form;
    type Body = AssignUserBody;
    type Response = Success;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.account).word("assigned_users").into()
    }

    fn body(&self) -> Option<&AssignUserBody> {
        Some(&self.body)
    }
}
