//! Giving a username up.

use std::borrow::Cow;

use crate::{
    endpoint::{Endpoint, NoBody, path::PathBuilder},
    id::PhoneNumberId,
    number::Username,
};

/// Gives the username up: `DELETE /{phone-number-id}/username`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct DeleteUsername {
    /// The business phone number.
    pub number: PhoneNumberId,
}

impl DeleteUsername {
    /// The request with what it must have.
    pub fn new(number: PhoneNumberId) -> Self {
        Self { number }
    }
}

impl Endpoint for DeleteUsername {
    const METHOD: http::Method = http::Method::DELETE;
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
