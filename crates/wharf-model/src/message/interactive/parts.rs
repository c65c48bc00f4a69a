//! Header, body and footer.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use crate::{
    limits::{FOOTER_CHARS_MAX, HEADER_CHARS_MAX},
    message::{Document, Image, Video, check::Checker},
};

/// What stands above the body.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Header {
    /// A line of at most 60 characters.
    Text(String),
    /// A picture.
    Image(Image),
    /// A video.
    Video(Video),
    /// A document.
    Document(Document),
    /// A kind this version does not name, as it came.
    Other(Value),
}

impl From<&str> for Header {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Header {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

macro_rules! from {
    ($($variant:ident),*) => {$(
        impl From<$variant> for Header {
            fn from(media: $variant) -> Self {
                Self::$variant(media)
            }
        }
    )*};
}

from!(Image, Video, Document);

#[derive(Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum Wire {
    Text { text: String },
    Image { image: Image },
    Video { video: Video },
    Document { document: Document },
}

impl Serialize for Header {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.clone() {
            Self::Text(text) => Wire::Text { text }.serialize(serializer),
            Self::Image(image) => Wire::Image { image }.serialize(serializer),
            Self::Video(video) => Wire::Video { video }.serialize(serializer),
            Self::Document(document) => Wire::Document { document }.serialize(serializer),
            Self::Other(value) => value.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Header {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        if !matches!(value["type"].as_str(), Some("text" | "image" | "video" | "document")) {
            return Ok(Self::Other(value));
        }
        Ok(match super::located(value)? {
            Wire::Text { text } => Self::Text(text),
            Wire::Image { image } => Self::Image(image),
            Wire::Video { video } => Self::Video(video),
            Wire::Document { document } => Self::Document(document),
        })
    }
}

impl Header {
    pub(super) fn check(&self, check: &mut Checker) {
        match self {
            Self::Text(text) => check.text("interactive.header.text", text, 1, HEADER_CHARS_MAX),
            Self::Image(image) => image.check("interactive.header.image", check),
            Self::Video(video) => video.check("interactive.header.video", check),
            Self::Document(document) => document.check("interactive.header.document", check),
            Self::Other(_) => {
                check.invalid("interactive.header.type", "must be text, image, video or document");
            }
        }
    }
}

/// The main text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Body {
    /// The text.
    pub text: String,
}

/// A small line below.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Footer {
    /// At most 60 characters.
    pub text: String,
}

pub(super) fn check_parts(header: Option<&Header>, footer: Option<&Footer>, check: &mut Checker) {
    if let Some(header) = header {
        header.check(check);
    }
    if let Some(footer) = footer {
        check.text("interactive.footer.text", &footer.text, 0, FOOTER_CHARS_MAX);
    }
}

/// Setters for the parts around the body.
macro_rules! parts {
    ($($part:ident)*) => { $(crate::message::interactive::parts::part!($part);)* };
}

macro_rules! part {
    (header) => {
        /// The same with a header.
        #[must_use]
        pub fn header(mut self, header: impl Into<crate::message::interactive::Header>) -> Self {
            self.header = Some(header.into());
            self
        }
    };
    (footer) => {
        /// The same with a footer of at most 60 characters.
        #[must_use]
        pub fn footer(mut self, text: impl Into<String>) -> Self {
            self.footer = Some(crate::message::interactive::Footer { text: text.into() });
            self
        }
    };
}

pub(super) use {part, parts};
