//! Which usernames are free.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, NoBody, path::PathBuilder},
    id::PhoneNumberId,
    page::Page,
};

/// Lists usernames that are free and fit: `GET /{phone-number-id}/username_suggestions`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListUsernameSuggestions {
    /// The business phone number.
    pub number: PhoneNumberId,
}

impl ListUsernameSuggestions {
    /// The request with what it must have.
    pub fn new(number: PhoneNumberId) -> Self {
        Self { number }
    }
}

impl Endpoint for ListUsernameSuggestions {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Page<UsernameSuggestions>;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.number).word("username_suggestions").into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}

/// Usernames that are free.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct UsernameSuggestions {
    /// The usernames.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub username_suggestions: Option<Vec<String>>,
}
