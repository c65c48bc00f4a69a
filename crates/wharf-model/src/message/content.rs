//! What a message carries.

use std::fmt;

use serde_json::Value;

use super::{
    AddressRequest, Audio, Buttons, CallPermissionRequest, Card, Carousel, CatalogMessage,
    ContactInfoRequest, Contacts, CtaUrl, Document, FlowMessage, Image, Interactive, List,
    Location, LocationRequest, OrderDetails, OrderStatus, Pin, ProductList, ProductMessage,
    Reaction, Sticker, Template, Text, Video, VoiceCall, check::Checker,
};

/// What a message carries: the value of `type` and the object of that name.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum Content {
    /// Plain text.
    Text(Text),
    /// A picture.
    Image(Image),
    /// A video.
    Video(Video),
    /// Sound.
    Audio(Audio),
    /// A document.
    Document(Document),
    /// A sticker.
    Sticker(Sticker),
    /// A place.
    Location(Location),
    /// Contact cards.
    Contacts(Contacts),
    /// An emoji on a message.
    Reaction(Reaction),
    /// Buttons, lists and the like; boxed, so that every other message is small.
    Interactive(Box<Interactive>),
    /// An approved template.
    Template(Template),
    /// A message to pin in a group.
    Pin(Pin),
    /// A type this version does not name. It is passed on as it is.
    Other {
        /// The word under `type`.
        kind: String,
        /// What stands under that word; null when nothing does.
        payload: Value,
    },
}

impl Content {
    /// The word under `type`.
    pub fn kind(&self) -> &str {
        match self {
            Self::Text(_) => "text",
            Self::Image(_) => "image",
            Self::Video(_) => "video",
            Self::Audio(_) => "audio",
            Self::Document(_) => "document",
            Self::Sticker(_) => "sticker",
            Self::Location(_) => "location",
            Self::Contacts(_) => "contacts",
            Self::Reaction(_) => "reaction",
            Self::Interactive(_) => "interactive",
            Self::Template(_) => "template",
            Self::Pin(_) => "pin",
            Self::Other { kind, .. } => kind,
        }
    }

    /// The interactive part, if it is one: `if let Some(Interactive::List(list)) = content.interactive()`.
    pub fn interactive(&self) -> Option<&Interactive> {
        if let Self::Interactive(interactive) = self { Some(interactive) } else { None }
    }

    pub(super) fn check(&self, check: &mut Checker) {
        match self {
            Self::Text(text) => text.check(check),
            Self::Image(image) => image.check("image", check),
            Self::Video(video) => video.check("video", check),
            Self::Document(document) => document.check("document", check),
            Self::Audio(audio) => audio.check_source("audio", check),
            Self::Sticker(sticker) => sticker.check_source("sticker", check),
            Self::Location(location) => location.check(check),
            Self::Contacts(contacts) => contacts.check(check),
            Self::Reaction(reaction) => reaction.check(check),
            Self::Interactive(interactive) => interactive.check(check),
            Self::Template(template) => template.check(check),
            Self::Pin(pin) => pin.check(check),
            Self::Other { .. } => {}
        }
    }
}

macro_rules! from {
    ($($variant:ident),* $(,)?) => {$(
        impl From<$variant> for Content {
            fn from(content: $variant) -> Self {
                Self::$variant(content)
            }
        }
    )*};
}

from!(Text, Image, Video, Audio, Document, Sticker, Location, Contacts, Reaction, Template, Pin,);

impl From<Interactive> for Content {
    fn from(content: Interactive) -> Self {
        Self::Interactive(content.into())
    }
}

impl From<&str> for Content {
    fn from(body: &str) -> Self {
        Self::Text(Text::new(body))
    }
}

impl From<String> for Content {
    fn from(body: String) -> Self {
        Self::Text(Text::new(body))
    }
}

impl From<Card> for Content {
    fn from(card: Card) -> Self {
        Self::Contacts(Contacts(vec![card]))
    }
}

macro_rules! from_interactive {
    ($($variant:ident),* $(,)?) => {$(
        impl From<$variant> for Content {
            fn from(content: $variant) -> Self {
                Interactive::from(content).into()
            }
        }
    )*};
}

from_interactive!(
    AddressRequest,
    Buttons,
    CallPermissionRequest,
    Carousel,
    CatalogMessage,
    ContactInfoRequest,
    CtaUrl,
    FlowMessage,
    List,
    LocationRequest,
    OrderDetails,
    OrderStatus,
    ProductList,
    ProductMessage,
    VoiceCall,
);

impl fmt::Debug for Content {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Content({})", self.kind())
    }
}
