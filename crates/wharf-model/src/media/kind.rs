//! The kinds of file a message can carry (Cloud API, "Supported media types").

use crate::limits;

/// The kinds of file a message can carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MediaKind {
    /// A picture: JPEG or PNG, 8 bits, RGB or RGBA. No WebP, GIF or HEIC.
    Image,
    /// A video: MP4 or 3GPP with H.264 (Main or Baseline) and at most one AAC stream.
    Video,
    /// Sound: AAC, AMR, MP3, M4A, OGG (Opus only).
    Audio,
    /// Any document.
    Document,
    /// A WebP sticker of 512 × 512 pixels.
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
        let bare = bare(mime);
        Self::ALL.into_iter().find(|kind| kind.mime_types().contains(&bare.as_str()))
    }
}

/// A mime type without its parameters (`; codecs=opus`), in lower case.
pub(super) fn bare(mime: &str) -> String {
    mime.split(';').next().unwrap_or(mime).trim().to_ascii_lowercase()
}
