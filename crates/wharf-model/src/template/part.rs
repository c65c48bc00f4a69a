//! The parts of a template.

use serde::{Deserialize, Serialize};

use super::{BodyExample, Button, HeaderExample, NamedExample, tagged::tagged};
use crate::open::open_enum;

tagged! {
    /// A part of a template: an element of `components`.
    pub enum Part {
        /// What stands above.
        Header(Header) = "HEADER",
        /// The text. The only part that each template has.
        Body(Body) = "BODY",
        /// A small line below.
        Footer(Footer) = "FOOTER",
        /// What can be tapped.
        Buttons(Buttons) = "BUTTONS",
        /// Cards side by side.
        Carousel(Carousel) = "CAROUSEL",
        /// An offer that ends.
        LimitedTimeOffer(Offer) = "LIMITED_TIME_OFFER",
        /// Asks for permission to call the person.
        CallPermissionRequest(CallPermission) = "CALL_PERMISSION_REQUEST",
    }
}

macro_rules! from {
    ($($variant:ident($type:ident)),*) => {$(
        impl From<$type> for Part {
            fn from(part: $type) -> Self {
                Self::$variant(part)
            }
        }
    )*};
}

from!(
    Header(Header),
    Body(Body),
    Footer(Footer),
    Buttons(Buttons),
    Carousel(Carousel),
    LimitedTimeOffer(Offer),
    CallPermissionRequest(CallPermission)
);

open_enum! {
    /// What a header is.
    pub enum Format {
        /// A line of at most 60 characters with at most one variable.
        Text = "TEXT",
        /// A picture.
        Image = "IMAGE",
        /// A video.
        Video = "VIDEO",
        /// A document.
        Document = "DOCUMENT",
        /// An MP4 of at most 3.5 MB that is shown as a GIF; Marketing Messages API only.
        Gif = "GIF",
        /// A place.
        Location = "LOCATION",
        /// A product.
        Product = "PRODUCT",
    }
}

/// What stands above.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Header {
    /// What it is; upper or lower case.
    #[serde(deserialize_with = "format")]
    pub format: Format,
    /// Of a text: the line. No markup, no line break, no emoji.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// What stands for its variable or its medium while it is looked at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub example: Option<HeaderExample>,
}

fn format<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Format, D::Error> {
    crate::open::word(deserializer, |word| Format::from(word.to_ascii_uppercase().as_str()))
}

impl Header {
    fn new(format: Format) -> Self {
        Self { format, text: None, example: None }
    }

    /// A line of at most 60 characters.
    pub fn text(text: impl Into<String>) -> Self {
        Self { text: Some(text.into()), ..Self::new(Format::Text) }
    }

    /// A medium (image, video, document, GIF) with the handle of an example that was uploaded.
    pub fn media(format: Format, handle: impl Into<String>) -> Self {
        let example =
            HeaderExample { header_handle: vec![handle.into()], ..HeaderExample::default() };
        Self { example: Some(example), ..Self::new(format) }
    }

    /// A place.
    pub fn location() -> Self {
        Self::new(Format::Location)
    }

    /// A product.
    pub fn product() -> Self {
        Self::new(Format::Product)
    }

    /// The same with what stands for `{{1}}` while it is looked at.
    #[must_use]
    pub fn example(mut self, text: impl Into<String>) -> Self {
        self.example.get_or_insert_default().header_text = vec![text.into()];
        self
    }

    /// The same with what stands for its named variable while it is looked at.
    #[must_use]
    pub fn named_example(mut self, name: impl Into<String>, text: impl Into<String>) -> Self {
        let example = NamedExample::new(name, text);
        self.example.get_or_insert_default().header_text_named_params = vec![example];
        self
    }
}

/// The text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Body {
    /// The text with its variables: at most 1024 characters, 600 beside an offer, 160 on a card.
    /// Absent in templates of category authentication, whose text is the platform's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Authentication: whether it says not to give the code away.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub add_security_recommendation: Option<bool>,
    /// What stands for its variables while it is looked at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub example: Option<BodyExample>,
}

impl Body {
    /// A text with its variables.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: Some(text.into()), ..Self::default() }
    }

    /// The text of category authentication, and whether it says not to give the code away.
    pub fn code(security_recommendation: bool) -> Self {
        let add_security_recommendation = Some(security_recommendation);
        Self { add_security_recommendation, ..Self::default() }
    }

    /// The same with what stands for `{{1}}`, `{{2}}` … while it is looked at.
    #[must_use]
    pub fn example<T: Into<String>>(mut self, texts: impl IntoIterator<Item = T>) -> Self {
        let texts = texts.into_iter().map(Into::into).collect();
        self.example.get_or_insert_default().body_text = vec![texts];
        self
    }

    /// The same with what stands for its named variables while it is looked at.
    #[must_use]
    pub fn named_example<N: Into<String>, T: Into<String>>(
        mut self,
        texts: impl IntoIterator<Item = (N, T)>,
    ) -> Self {
        let texts = texts.into_iter().map(|(name, text)| NamedExample::new(name, text)).collect();
        self.example.get_or_insert_default().body_text_named_params = texts;
        self
    }
}

/// A small line below.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Footer {
    /// The line, at most 60 characters without variables.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Authentication: minutes that the code is good for, 1 to 90.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code_expiration_minutes: Option<u64>,
}

impl Footer {
    /// A line of at most 60 characters.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: Some(text.into()), ..Self::default() }
    }

    /// Authentication: says for how many minutes the code is good, 1 to 90.
    pub fn code_minutes(minutes: u64) -> Self {
        Self { code_expiration_minutes: Some(minutes), ..Self::default() }
    }
}

/// What can be tapped.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Buttons {
    /// At most ten; computers show no more than three.
    pub buttons: Vec<Button>,
}

impl Buttons {
    /// These buttons.
    pub fn new(buttons: impl IntoIterator<Item = Button>) -> Self {
        Self { buttons: buttons.into_iter().collect() }
    }
}

/// Cards side by side.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Carousel {
    /// Two to ten, all of the same parts.
    pub cards: Vec<Card>,
}

/// A card.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Card {
    /// A header (image, video or product), a body, buttons.
    pub components: Vec<Part>,
}

impl Carousel {
    /// These cards.
    pub fn new(cards: impl IntoIterator<Item = Card>) -> Self {
        Self { cards: cards.into_iter().collect() }
    }
}

impl Card {
    /// A card with its header.
    pub fn new(header: Header) -> Self {
        Self { components: vec![header.into()] }
    }

    /// The same with one more part.
    #[must_use]
    pub fn part(mut self, part: impl Into<Part>) -> Self {
        self.components.push(part.into());
        self
    }
}

/// An offer that ends. Category marketing, without a footer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Offer {
    /// The offer.
    pub limited_time_offer: OfferText,
}

/// What an offer says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct OfferText {
    /// At most 16 characters.
    pub text: String,
    /// Whether the time left is shown; a send must then say when it ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub has_expiration: Option<bool>,
}

impl Offer {
    /// At most 16 characters, and whether the time left is shown.
    pub fn new(text: impl Into<String>, has_expiration: bool) -> Self {
        let has_expiration = Some(has_expiration);
        Self { limited_time_offer: OfferText { text: text.into(), has_expiration } }
    }
}

/// Asks for permission to call the person. Category marketing or utility.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
#[expect(clippy::empty_structs_with_brackets, reason = "as JSON it is an object, not null")]
pub struct CallPermission {}

impl CallPermission {
    /// Asks.
    pub fn new() -> Self {
        Self::default()
    }
}
