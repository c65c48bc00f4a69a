//! Taking a number off the Cloud API.

use std::borrow::Cow;

use crate::{
    endpoint::{Endpoint, NoBody, Success, path::PathBuilder},
    id::PhoneNumberId,
};

/// Takes a number off the Cloud API: `POST /{phone-number-id}/deregister`. Number and history stay. Refused for
/// numbers that are in the WhatsApp Business app too; at most 10 in 72 h, then error 133016.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Deregister {
    /// The business phone number.
    pub number: PhoneNumberId,
}

impl Deregister {
    /// The request with what it must have.
    pub fn new(number: PhoneNumberId) -> Self {
        Self { number }
    }
}

impl Endpoint for Deregister {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = false;
    type Body = NoBody;
    type Response = Success;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.number).word("deregister").into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}
