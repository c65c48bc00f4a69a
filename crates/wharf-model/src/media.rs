//! Files: upload answer, resolve, delete, and what each kind may be (Cloud API, "Media").

mod check;
mod kind;
mod resumable;
mod sniff;
mod upload;

use std::borrow::Cow;

pub use check::{Purpose, check_file, check_for};
pub use kind::MediaKind;
use serde::{Deserialize, Serialize};
pub use sniff::{
    HEAD_BYTES, contradicted_by_name, contradiction, extension_of, mime_of_bytes, mime_of_name,
};

use crate::{
    endpoint::{Endpoint, NoBody, Success, encode},
    id::{MediaId, PhoneNumberId},
    message::Product,
};

pub use resumable::{
    GetUpload, SendUpload, StartUpload, UploadFinished, UploadStarted, UploadStatus,
};
pub use upload::{UploadMedia, UploadMediaBody};

/// What an upload answers: `POST /{phone-number-id}/media` (multipart).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Uploaded {
    /// The file's id: good for 30 days, for the number that uploaded it.
    pub id: MediaId,
}

impl Uploaded {
    /// The answer that names this file.
    pub fn new(id: MediaId) -> Self {
        Self { id }
    }
}

/// Resolves a file to a URL: `GET /{media-id}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GetMedia {
    /// The file.
    pub media: MediaId,
    /// If given, the platform checks that the file belongs to this number.
    pub number: Option<PhoneNumberId>,
}

impl Endpoint for GetMedia {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = MediaNode;

    fn path(&self) -> Cow<'_, str> {
        node_path(&self.media, self.number.as_ref()).into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}

/// Where a file can be fetched.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct MediaNode {
    /// Always `whatsapp`.
    #[serde(default)]
    pub messaging_product: Product,
    /// Where the bytes are, for five minutes; asks for the same bearer token.
    pub url: String,
    /// Mime type, as declared at upload.
    pub mime_type: String,
    /// SHA-256 of the bytes, in hex.
    pub sha256: String,
    /// Bytes. Comes as a number or as a string.
    #[serde(deserialize_with = "size")]
    pub file_size: u64,
    /// The file.
    pub id: MediaId,
}

impl MediaNode {
    /// A resolved file.
    pub fn new(
        id: MediaId,
        url: String,
        mime_type: String,
        sha256: String,
        file_size: u64,
    ) -> Self {
        Self { messaging_product: Product::Whatsapp, url, mime_type, sha256, file_size, id }
    }
}

/// Deletes a file: `DELETE /{media-id}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeleteMedia {
    /// The file.
    pub media: MediaId,
    /// If given, the platform checks that the file belongs to this number.
    pub number: Option<PhoneNumberId>,
}

impl Endpoint for DeleteMedia {
    const METHOD: http::Method = http::Method::DELETE;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Success;

    fn path(&self) -> Cow<'_, str> {
        node_path(&self.media, self.number.as_ref()).into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}

fn node_path(media: &MediaId, number: Option<&PhoneNumberId>) -> String {
    let media = encode(media.as_str());
    number.map_or_else(|| media.to_string(), |number| format!("{media}?phone_number_id={number}"))
}

fn size<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
    let value = serde_json::Value::deserialize(deserializer)?;
    let size = value.as_u64().or_else(|| value.as_str()?.trim().parse().ok());
    size.ok_or_else(|| serde::de::Error::custom(format_args!("not a size in bytes: {value}")))
}
