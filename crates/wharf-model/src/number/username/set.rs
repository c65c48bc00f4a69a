//! Asking for a username.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, path::PathBuilder},
    id::PhoneNumberId,
    number::Username,
    open::open_enum,
};

/// Asks for a username: `POST /{phone-number-id}/username`. Errors are 147001 to 147005.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SetUsername {
    /// The business phone number.
    pub number: PhoneNumberId,
    /// What it carries.
    pub body: SetUsernameBody,
}

impl SetUsername {
    /// The request with what it must have.
    pub fn new(number: PhoneNumberId, username: impl Into<String>) -> Self {
        Self { number, body: SetUsernameBody { username: username.into(), transfer_action: None } }
    }

    /// What if another number of the portfolio has it; error 147005 if nothing is said.
    #[must_use]
    pub fn transfer_action(mut self, transfer_action: TransferAction) -> Self {
        self.body.transfer_action = Some(transfer_action);
        self
    }
}

/// What [`SetUsername`] carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SetUsernameBody {
    /// 3 to 35 characters of `a-z`, `0-9`, `.` and `_`, at least one letter.
    pub username: String,
    /// What if another number of the portfolio has it; error 147005 if nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transfer_action: Option<TransferAction>,
}

impl Endpoint for SetUsername {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = true;
    type Body = SetUsernameBody;
    type Response = Username;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.number).word("username").into()
    }

    fn body(&self) -> Option<&SetUsernameBody> {
        Some(&self.body)
    }
}

open_enum! {
    /// What if another number of the portfolio has the username.
    pub enum TransferAction {
        /// The request fails.
        None = "none",
        /// It moves to this number.
        Force = "force_transfer",
    }
}
