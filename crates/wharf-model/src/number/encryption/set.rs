//! Setting the public key of a number.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Encoding, Endpoint, Success, path::PathBuilder},
    id::PhoneNumberId,
};

/// Sets the public key that flows are encrypted with: `POST /{phone-number-id}/whatsapp_business_encryption`, as a
/// form. A bad key is error 100, a failed signature 131000.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SetEncryption {
    /// The business phone number.
    pub number: PhoneNumberId,
    /// What it carries.
    pub body: SetEncryptionBody,
}

impl SetEncryption {
    /// The request with what it must have.
    pub fn new(number: PhoneNumberId, business_public_key: impl Into<String>) -> Self {
        Self { number, body: SetEncryptionBody { business_public_key: business_public_key.into() } }
    }
}

/// What [`SetEncryption`] carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SetEncryptionBody {
    /// PEM of the public half (`BEGIN PUBLIC KEY`), RSA 2048 bit.
    pub business_public_key: String,
}

impl Endpoint for SetEncryption {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = true;
    const ENCODING: Encoding = Encoding::Form;
    type Body = SetEncryptionBody;
    type Response = Success;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.number).word("whatsapp_business_encryption").into()
    }

    fn body(&self) -> Option<&SetEncryptionBody> {
        Some(&self.body)
    }
}
