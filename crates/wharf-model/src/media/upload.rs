//! Uploading a file for messages.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::Uploaded;
use crate::{
    endpoint::{Encoding, Endpoint, lenient, path::PathBuilder},
    id::PhoneNumberId,
    message::Product,
};

/// Uploads a file: `POST /{phone-number-id}/media`. The bytes go as the part `file`, whose content type decides
/// what it is; a mismatch is error 131053 at the send.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct UploadMedia {
    /// The business phone number.
    pub number: PhoneNumberId,
    /// What it carries.
    pub body: UploadMediaBody,
}

impl UploadMedia {
    /// The request with what it must have.
    pub fn new(number: PhoneNumberId, kind: impl Into<String>) -> Self {
        Self {
            number,
            body: UploadMediaBody {
                messaging_product: Product::Whatsapp,
                kind: kind.into(),
                ttl_minutes: None,
            },
        }
    }

    /// Minutes it is kept, 60 to 43,200; No-Storage numbers only.
    #[must_use]
    pub fn ttl_minutes(mut self, ttl_minutes: i64) -> Self {
        self.body.ttl_minutes = Some(ttl_minutes);
        self
    }
}

/// What [`UploadMedia`] carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct UploadMediaBody {
    /// Always `whatsapp`.
    pub messaging_product: Product,
    /// The mime type.
    #[serde(rename = "type")]
    pub kind: String,
    /// Minutes it is kept, 60 to 43,200; No-Storage numbers only.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub ttl_minutes: Option<i64>,
}

impl Endpoint for UploadMedia {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = false;
    const ENCODING: Encoding = Encoding::Multipart { file: Some("file") };
    type Body = UploadMediaBody;
    type Response = Uploaded;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.number).word("media").into()
    }

    fn body(&self) -> Option<&UploadMediaBody> {
        Some(&self.body)
    }
}
