//! Header, body and footer.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use crate::{
    limits::{FOOTER_CHARS_MAX, HEADER_CHARS_MAX, INTERACTIVE_BODY_CHARS_MAX},
    message::{Document, Image, Rule, Video, check::Checker},
};

/// What stands above the body.
#[derive(Clone, PartialEq)]
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
    /// The word under `type`; empty when there is none.
    pub fn kind(&self) -> &str {
        match self {
            Self::Text(_) => "text",
            Self::Image(_) => "image",
            Self::Video(_) => "video",
            Self::Document(_) => "document",
            Self::Other(value) => value["type"].as_str().unwrap_or_default(),
        }
    }

    pub(super) fn check_at(&self, at: &str, check: &mut Checker) {
        match self {
            Self::Text(text) => {
                check.text(&format!("{at}.text"), text, 1, HEADER_CHARS_MAX);
            }
            Self::Image(image) => image.check(&format!("{at}.image"), check),
            Self::Video(video) => video.check(&format!("{at}.video"), check),
            Self::Document(document) => document.check(&format!("{at}.document"), check),
            Self::Other(_) => {
                let what = "must be text, image, video or document";
                check.invalid(&format!("{at}.type"), Rule::OneOf, what);
            }
        }
    }

    pub(super) fn check(&self, check: &mut Checker) {
        self.check_at("interactive.header", check);
    }
}

impl fmt::Debug for Header {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Header({})", self.kind())
    }
}

/// The main text.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Body {
    /// The text.
    pub text: String,
}

/// A small line below.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Footer {
    /// At most 60 characters.
    pub text: String,
}

/// A body of the usual length.
pub(super) fn check_body(body: &Body, check: &mut Checker) {
    check.text("interactive.body.text", &body.text, 1, INTERACTIVE_BODY_CHARS_MAX);
}

/// A body of the usual length, or none.
pub(super) fn check_optional_body(body: Option<&Body>, check: &mut Checker) {
    if let Some(body) = body {
        check_body(body, check);
    }
}

/// A header that can only be a text.
pub(super) fn check_text_header(header: Option<&Header>, check: &mut Checker) {
    if header.is_some_and(|header| !matches!(header, Header::Text(_))) {
        check.invalid("interactive.header.type", Rule::OneOf, "must be text here");
    }
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

crate::quiet_debug! {
    Body {}
    Footer {}
}
