//! Sending what only the platform's own machine can read.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, path::PathBuilder},
    id::PhoneNumberId,
    message::Product,
};

/// Sends a message as JWE: `POST /{phone-number-id}/messages_encrypted`. Needs payload encryption in the number's
/// settings; the answer is encrypted as well.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SendEncrypted {
    /// The business phone number.
    pub number: PhoneNumberId,
    /// What it carries.
    pub body: SendEncryptedBody,
}

impl SendEncrypted {
    /// The request with what it must have.
    pub fn new(number: PhoneNumberId, encrypted_contents: impl Into<String>) -> Self {
        Self {
            number,
            body: SendEncryptedBody {
                messaging_product: Product::Whatsapp,
                encrypted_contents: encrypted_contents.into(),
            },
        }
    }
}

/// What [`SendEncrypted`] carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SendEncryptedBody {
    /// Always `whatsapp`.
    pub messaging_product: Product,
    /// The message: a JWE in compact form.
    pub encrypted_contents: String,
}

impl Endpoint for SendEncrypted {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = false;
    type Body = SendEncryptedBody;
    type Response = Encrypted;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.number).word("messages_encrypted").into()
    }

    fn body(&self) -> Option<&SendEncryptedBody> {
        Some(&self.body)
    }
}

/// A JWE.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Encrypted {
    /// What it carries, in compact form.
    pub encrypted_contents: String,
}

impl Encrypted {
    /// All of it.
    pub fn new(encrypted_contents: impl Into<String>) -> Self {
        Self { encrypted_contents: encrypted_contents.into() }
    }
}
