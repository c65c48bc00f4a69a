//! The value of one parameter of a template.

mod wire;

use std::fmt;

use serde_json::{Map, Value};

use super::{ButtonAction, TapTarget};
use crate::message::{
    Document, Image, Location, Video,
    interactive::{OrderStatusParameters, ProductAction},
};

/// The value of one parameter.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum Parameter {
    /// A text. For a header at most 60 characters; for a body at most 1024, or 32,768 when the
    /// body is all the template has. No line break, tab or more than four spaces in a row.
    Text {
        /// The parameter's name, when the template names its parameters.
        parameter_name: Option<String>,
        /// The text.
        text: String,
    },
    /// A sum of money, shown in the reader's way.
    Currency {
        /// The parameter's name, when the template names its parameters.
        parameter_name: Option<String>,
        /// What is shown if it cannot be shown in the reader's way.
        fallback_value: String,
        /// ISO 4217 code.
        code: String,
        /// The sum times 1000.
        amount_1000: i64,
    },
    /// A date or time.
    DateTime {
        /// The parameter's name, when the template names its parameters.
        parameter_name: Option<String>,
        /// What is shown.
        fallback_value: String,
        /// What older documentation had besides (`year`, `month` …); the platform does not use it.
        more: Map<String, Value>,
    },
    /// A picture, for a header.
    Image {
        /// The picture.
        image: Image,
    },
    /// A video, for a header.
    Video {
        /// The video.
        video: Video,
    },
    /// A GIF, for a header: an MP4 of at most 3.5 MB; Marketing Messages API only.
    Gif {
        /// The file.
        gif: Video,
    },
    /// A document, for a header.
    Document {
        /// The document.
        document: Document,
    },
    /// A place, for a header; with name and address.
    Location {
        /// The place.
        location: Location,
    },
    /// A product, for a header.
    Product {
        /// The product.
        product: ProductAction,
    },
    /// A group, for a body: shown as the link to join it.
    GroupId {
        /// The group.
        group_id: String,
    },
    /// What a quick-reply button sends back, at most 256 characters; or what a call button hands
    /// on, at most 512.
    Payload {
        /// The text that comes back.
        payload: String,
    },
    /// A code that a button copies; at most 15 characters.
    CouponCode {
        /// The code.
        coupon_code: String,
    },
    /// What a flow, catalog, product or order button does.
    Action {
        /// What it does.
        action: ButtonAction,
    },
    /// For how long a call button works.
    TtlMinutes {
        /// Minutes, 1 to 43,200.
        ttl_minutes: u64,
    },
    /// How an order goes on.
    OrderStatus {
        /// Which order, and how.
        order_status: OrderStatusParameters,
    },
    /// When a limited-time offer ends.
    LimitedTimeOffer {
        /// **Milliseconds** since 1970.
        expiration_time_ms: i64,
    },
    /// Where taps on a picture lead.
    TapTarget {
        /// The places.
        targets: Vec<TapTarget>,
    },
    /// A kind this version does not name, the whole object as it came.
    Other(Value),
}

impl Parameter {
    /// A text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text { parameter_name: None, text: text.into() }
    }

    /// A text for a parameter with a name.
    pub fn named(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self::Text { parameter_name: Some(name.into()), text: text.into() }
    }

    /// A sum in thousandths of a currency (ISO 4217), and what is shown if it cannot be shown in
    /// the reader's way.
    pub fn currency(
        amount_1000: i64,
        code: impl Into<String>,
        fallback_value: impl Into<String>,
    ) -> Self {
        let (code, fallback_value) = (code.into(), fallback_value.into());
        Self::Currency { parameter_name: None, fallback_value, code, amount_1000 }
    }

    /// A date or time, as it is shown.
    pub fn date_time(fallback_value: impl Into<String>) -> Self {
        let fallback_value = fallback_value.into();
        Self::DateTime { parameter_name: None, fallback_value, more: Map::new() }
    }

    /// A group, shown as the link to join it.
    pub fn group(group_id: impl Into<String>) -> Self {
        Self::GroupId { group_id: group_id.into() }
    }

    /// The word under `type`; empty when there is none.
    pub fn kind(&self) -> &str {
        match self {
            Self::Text { .. } => "text",
            Self::Currency { .. } => "currency",
            Self::DateTime { .. } => "date_time",
            Self::Image { .. } => "image",
            Self::Video { .. } => "video",
            Self::Gif { .. } => "gif",
            Self::Document { .. } => "document",
            Self::Location { .. } => "location",
            Self::Product { .. } => "product",
            Self::GroupId { .. } => "group_id",
            Self::Payload { .. } => "payload",
            Self::CouponCode { .. } => "coupon_code",
            Self::Action { .. } => "action",
            Self::TtlMinutes { .. } => "ttl_minutes",
            Self::OrderStatus { .. } => "order_status",
            Self::LimitedTimeOffer { .. } => "limited_time_offer",
            Self::TapTarget { .. } => "tap_target_configuration",
            Self::Other(value) => value["type"].as_str().unwrap_or_default(),
        }
    }

    /// The parameter's name, when the template names its parameters.
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Text { parameter_name, .. }
            | Self::Currency { parameter_name, .. }
            | Self::DateTime { parameter_name, .. } => parameter_name.as_deref(),
            _ => None,
        }
    }

    /// The text that is shown where the variable stands, if it is one for a text.
    pub fn shown(&self) -> Option<&str> {
        match self {
            Self::Text { text, .. } => Some(text),
            Self::Currency { fallback_value, .. } | Self::DateTime { fallback_value, .. } => {
                Some(fallback_value)
            }
            _ => None,
        }
    }
}

impl fmt::Debug for Parameter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Parameter({})", self.kind())
    }
}
