//! Files: upload answer, resolve, delete, and what each kind may be (Cloud API, "Media").

mod resumable;
mod upload;

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, NoBody, Success, encode},
    id::{MediaId, PhoneNumberId},
    limits,
    message::Product,
};

pub use resumable::{
    GetUpload, SendUpload, StartUpload, UploadFinished, UploadStarted, UploadStatus,
};
pub use upload::{UploadMedia, UploadMediaBody};

/// The kinds of file a message can carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MediaKind {
    /// A picture: JPEG or PNG.
    Image,
    /// A video: MP4 or 3GPP.
    Video,
    /// Sound: AAC, AMR, MP3, M4A, OGG (Opus only).
    Audio,
    /// Any document.
    Document,
    /// A WebP sticker.
    Sticker,
}

impl MediaKind {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Image, Self::Video, Self::Audio, Self::Document, Self::Sticker];

    /// The word of the message type.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Image => "image",
            Self::Video => "video",
            Self::Audio => "audio",
            Self::Document => "document",
            Self::Sticker => "sticker",
        }
    }

    /// The kind whose word this is.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }

    /// The mime types the platform takes for this kind; empty parameters (`; codecs=opus`) aside.
    pub const fn mime_types(self) -> &'static [&'static str] {
        match self {
            Self::Image => &["image/jpeg", "image/png"],
            Self::Video => &["video/mp4", "video/3gpp"],
            Self::Audio => &["audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg"],
            Self::Sticker => &["image/webp"],
            Self::Document => &[
                "text/plain",
                "application/pdf",
                "application/msword",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                "application/vnd.ms-excel",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "application/vnd.ms-powerpoint",
                "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            ],
        }
    }

    /// The most bytes the platform takes for this kind. A sticker may only be this large if animated.
    pub const fn bytes_max(self) -> u64 {
        match self {
            Self::Image => limits::IMAGE_BYTES_MAX,
            Self::Video => limits::VIDEO_BYTES_MAX,
            Self::Audio => limits::AUDIO_BYTES_MAX,
            Self::Document => limits::DOCUMENT_BYTES_MAX,
            Self::Sticker => limits::STICKER_ANIMATED_BYTES_MAX,
        }
    }

    /// The kind a mime type is uploaded as; parameters are ignored.
    pub fn of_mime(mime: &str) -> Option<Self> {
        let bare = mime.split(';').next().unwrap_or(mime).trim().to_ascii_lowercase();
        Self::ALL.into_iter().find(|kind| kind.mime_types().contains(&bare.as_str()))
    }
}

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
