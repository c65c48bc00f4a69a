//! One card of a carousel.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Value, json};

use crate::{
    limits::{CARD_BODY_BREAKS_MAX, CARD_BODY_CHARS_MAX, CARD_REPLY_ID_CHARS_MAX},
    message::{
        Image, Rule, Video,
        check::Checker,
        interactive::{
            Body, CtaUrlAction, Header, ProductAction, Reply, buttons::check_reply, located,
        },
    },
};

/// One card.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CarouselCard {
    /// Its place, from 0.
    pub card_index: u64,
    /// `cta_url` for cards with media, `product` for products.
    #[serde(rename = "type")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// A picture or a video; required, but not for a product.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub header: Option<Header>,
    /// A text of at most 160 characters and two line breaks; not for a product.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<Body>,
    /// What it offers.
    pub action: CardAction,
}

/// What a card offers.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum CardAction {
    /// A button that opens a URL.
    Url(CtaUrlAction),
    /// Buttons that send their id back.
    Replies(Vec<QuickReply>),
    /// A product.
    Product(ProductAction),
    /// Something this version does not name, as it came.
    Other(Value),
}

/// A button of a card that sends its id back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct QuickReply {
    /// Always `quick_reply`.
    #[serde(rename = "type")]
    pub kind: String,
    /// What it says and sends: id and title of at most 20 characters.
    pub quick_reply: Reply,
}

impl Serialize for CardAction {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Url(url) => url.serialize(serializer),
            Self::Replies(buttons) => json!({"buttons": buttons}).serialize(serializer),
            Self::Product(product) => product.serialize(serializer),
            Self::Other(value) => value.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for CardAction {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Buttons {
            buttons: Vec<QuickReply>,
        }

        let value = Value::deserialize(deserializer)?;
        if value["name"] == "cta_url" {
            located(value).map(Self::Url)
        } else if value.get("buttons").is_some() {
            located(value).map(|action: Buttons| Self::Replies(action.buttons))
        } else if value.get("product_retailer_id").is_some() {
            located(value).map(Self::Product)
        } else {
            Ok(Self::Other(value))
        }
    }
}

impl CardAction {
    /// Which kind of buttons, and how many: the same on each card.
    pub(super) fn shape(&self) -> (&'static str, usize) {
        match self {
            Self::Url(_) => ("url", 1),
            Self::Replies(buttons) => ("reply", buttons.len()),
            Self::Product(_) => ("product", 1),
            Self::Other(_) => ("other", 1),
        }
    }
}

impl CarouselCard {
    fn new(kind: &str, header: Option<Header>, action: CardAction) -> Self {
        Self { card_index: 0, kind: Some(kind.to_owned()), header, body: None, action }
    }

    /// A picture or video, what the button says, and what it opens.
    pub fn url(
        media: impl Into<CardMedia>,
        display_text: impl Into<String>,
        url: impl Into<String>,
    ) -> Self {
        let action = CardAction::Url(CtaUrlAction::new(display_text, url));
        Self::new("cta_url", Some(media.into().0), action)
    }

    /// A picture or video with buttons that send their id back: pairs of id and title.
    pub fn replies<I: Into<String>, T: Into<String>>(
        media: impl Into<CardMedia>,
        replies: impl IntoIterator<Item = (I, T)>,
    ) -> Self {
        let button = |(id, title): (I, T)| QuickReply {
            kind: "quick_reply".to_owned(),
            quick_reply: Reply::new(id, title),
        };
        let action = CardAction::Replies(replies.into_iter().map(button).collect());
        Self::new("cta_url", Some(media.into().0), action)
    }

    /// A product by the catalog's id and your own id of it.
    pub fn product(catalog_id: impl Into<String>, product_retailer_id: impl Into<String>) -> Self {
        let product = ProductAction::new(catalog_id, product_retailer_id);
        Self::new("product", None, CardAction::Product(product))
    }

    /// The same with a text of at most 160 characters and two line breaks.
    #[must_use]
    pub fn body(mut self, text: impl Into<String>) -> Self {
        self.body = Some(Body { text: text.into() });
        self
    }

    pub(super) fn check(&self, at: &str, check: &mut Checker) {
        let action = format!("{at}.action");
        match &self.action {
            CardAction::Product(product) => {
                product.check(&action, check);
                for (part, given) in
                    [("header", self.header.is_some()), ("body", self.body.is_some())]
                {
                    if given {
                        let what = "a card with a product has none";
                        check.invalid(&format!("{at}.{part}"), Rule::NotAllowed, what);
                    }
                }
                return;
            }
            CardAction::Url(url) => url.check(&action, check),
            CardAction::Replies(buttons) => {
                check.count(&format!("{action}.buttons"), buttons.len(), 1, usize::MAX);
                for (index, button) in buttons.iter().enumerate() {
                    let path = format!("{action}.buttons[{index}].quick_reply");
                    check_reply(&path, &button.quick_reply, CARD_REPLY_ID_CHARS_MAX, check);
                }
            }
            CardAction::Other(_) => return,
        }
        match &self.header {
            Some(header @ (Header::Image(_) | Header::Video(_))) => {
                header.check_at(&format!("{at}.header"), check);
            }
            Some(_) => {
                let what = "a card's header must be an image or a video";
                check.invalid(&format!("{at}.header.type"), Rule::OneOf, what);
            }
            None => check.missing(&format!("{at}.header"), "a card needs an image or a video"),
        }
        if let Some(body) = &self.body {
            let path = format!("{at}.body.text");
            check.text(&path, &body.text, 1, CARD_BODY_CHARS_MAX);
            if body.text.matches('\n').count() > CARD_BODY_BREAKS_MAX {
                check.invalid(&path, Rule::Format, "must have at most two line breaks");
            }
        }
    }
}

/// A picture or a video: what a card can have as its header.
#[derive(Clone, Debug, PartialEq)]
pub struct CardMedia(Header);

impl From<Image> for CardMedia {
    fn from(image: Image) -> Self {
        Self(Header::Image(image))
    }
}

impl From<Video> for CardMedia {
    fn from(video: Video) -> Self {
        Self(Header::Video(video))
    }
}

crate::quiet_debug! { CarouselCard { card_index, kind } }

impl std::fmt::Debug for CardAction {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (kind, buttons) = self.shape();
        write!(f, "CardAction({kind}, {buttons})")
    }
}
