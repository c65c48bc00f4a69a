//! Reading a username.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, NoBody, path::PathBuilder},
    id::PhoneNumberId,
    open::open_enum,
};

/// Reads the username of a number: `GET /{phone-number-id}/username`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GetUsername {
    /// The business phone number.
    pub number: PhoneNumberId,
}

impl GetUsername {
    /// The request with what it must have.
    pub fn new(number: PhoneNumberId) -> Self {
        Self { number }
    }
}

impl Endpoint for GetUsername {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Username;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.number).word("username").into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}

/// The username of a number.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Username {
    /// The number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<PhoneNumberId>,
    /// The username.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub username: Option<String>,
    /// Whether it can be used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<UsernameStatus>,
}

open_enum! {
    /// How a username stands.
    pub enum UsernameStatus {
        /// Kept for the number, under review.
        Reserved = "reserved",
        /// In use.
        Approved = "approved",
        /// There is none.
        None = "none",
        /// It was taken away.
        Deleted = "deleted",
    }
}
