//! Deleting a QR code.

use std::borrow::Cow;

use crate::{
    endpoint::{Endpoint, NoBody, Success, path::PathBuilder},
    id::PhoneNumberId,
};

/// Deletes a QR code: `DELETE /{phone-number-id}/message_qrdls/{code}`. Its link stops working.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct DeleteQrCode {
    /// The business phone number.
    pub number: PhoneNumberId,
    /// Its code.
    pub code: String,
}

impl DeleteQrCode {
    /// The request with what it must have.
    pub fn new(number: PhoneNumberId, code: impl Into<String>) -> Self {
        Self { number, code: code.into() }
    }
}

impl Endpoint for DeleteQrCode {
    const METHOD: http::Method = http::Method::DELETE;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Success;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.number).word("message_qrdls").text(&self.code).into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}
