//! Reading the public key of a number.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, NoBody, path::PathBuilder},
    id::PhoneNumberId,
    open::open_enum,
    page::Page,
};

/// Reads the public key that flows are encrypted with: `GET /{phone-number-id}/whatsapp_business_encryption`. There
/// is one per number.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GetEncryption {
    /// The business phone number.
    pub number: PhoneNumberId,
    /// Names of the fields asked for; none asks for the platform's default set.
    pub fields: Vec<String>,
}

impl GetEncryption {
    /// The request with what it must have.
    pub fn new(number: PhoneNumberId) -> Self {
        Self { number, fields: Vec::new() }
    }

    /// Asks for these fields, instead of the platform's default set.
    #[must_use]
    pub fn fields(mut self, fields: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.fields = fields.into_iter().map(Into::into).collect();
        self
    }
}

impl Endpoint for GetEncryption {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Page<Encryption>;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new()
            .id(&self.number)
            .word("whatsapp_business_encryption")
            .fields(&self.fields)
            .into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}

/// The public key of a number.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Encryption {
    /// PEM, RSA 2048 bit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub business_public_key: Option<String>,
    /// Whether the platform still has it signed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub business_public_key_signature_status: Option<SignatureStatus>,
}

open_enum! {
    /// Whether a key is signed.
    pub enum SignatureStatus {
        /// It is.
        Valid = "VALID",
        /// It must be uploaded again: the number was registered anew.
        Mismatch = "MISMATCH",
    }
}
