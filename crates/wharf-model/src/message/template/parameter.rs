//! The value of one parameter of a template.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value};

use crate::message::{Document, Image, Location, Video};

/// The value of one parameter.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Parameter {
    /// A text.
    Text {
        /// The parameter's name, when the template names its parameters.
        parameter_name: Option<String>,
        /// The text.
        text: String,
    },
    /// A sum of money, shown in the reader's way.
    Currency {
        /// What is shown if it cannot be shown in the reader's way.
        fallback_value: String,
        /// ISO 4217 code.
        code: String,
        /// The sum times 1000.
        amount_1000: i64,
    },
    /// A date or time.
    DateTime {
        /// What is shown.
        fallback_value: String,
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
    /// A document, for a header.
    Document {
        /// The document.
        document: Document,
    },
    /// A place, for a header.
    Location {
        /// The place.
        location: Location,
    },
    /// What a quick-reply button sends back; at most 256 characters.
    Payload {
        /// The text that comes back.
        payload: String,
    },
    /// A code that a button copies; at most 15 characters.
    CouponCode {
        /// The code.
        coupon_code: String,
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

    /// The word under `type`; empty when there is none.
    pub fn kind(&self) -> &str {
        match self {
            Self::Text { .. } => "text",
            Self::Currency { .. } => "currency",
            Self::DateTime { .. } => "date_time",
            Self::Image { .. } => "image",
            Self::Video { .. } => "video",
            Self::Document { .. } => "document",
            Self::Location { .. } => "location",
            Self::Payload { .. } => "payload",
            Self::CouponCode { .. } => "coupon_code",
            Self::Other(value) => value["type"].as_str().unwrap_or_default(),
        }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum Wire {
    Text {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        parameter_name: Option<String>,
        text: String,
    },
    Currency {
        currency: Money,
    },
    DateTime {
        date_time: Fallback,
    },
    Image {
        image: Image,
    },
    Video {
        video: Video,
    },
    Document {
        document: Document,
    },
    Location {
        location: Location,
    },
    Payload {
        payload: String,
    },
    CouponCode {
        coupon_code: String,
    },
}

#[derive(Serialize, Deserialize)]
struct Money {
    fallback_value: String,
    code: String,
    amount_1000: i64,
}

#[derive(Serialize, Deserialize)]
struct Fallback {
    fallback_value: String,
}

impl Serialize for Parameter {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let wire = match self.clone() {
            Self::Text { parameter_name, text } => Wire::Text { parameter_name, text },
            Self::Currency { fallback_value, code, amount_1000 } => {
                Wire::Currency { currency: Money { fallback_value, code, amount_1000 } }
            }
            Self::DateTime { fallback_value } => {
                Wire::DateTime { date_time: Fallback { fallback_value } }
            }
            Self::Image { image } => Wire::Image { image },
            Self::Video { video } => Wire::Video { video },
            Self::Document { document } => Wire::Document { document },
            Self::Location { location } => Wire::Location { location },
            Self::Payload { payload } => Wire::Payload { payload },
            Self::CouponCode { coupon_code } => Wire::CouponCode { coupon_code },
            Self::Other(value) => return value.serialize(serializer),
        };
        wire.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Parameter {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut map = Map::deserialize(deserializer)?;
        // The platform takes `TEXT` as well as `text`.
        let kind = map.get("type").and_then(Value::as_str).unwrap_or_default().to_ascii_lowercase();
        let known = [
            "text",
            "currency",
            "date_time",
            "image",
            "video",
            "document",
            "location",
            "payload",
            "coupon_code",
        ];
        if !known.contains(&kind.as_str()) {
            return Ok(Self::Other(Value::Object(map)));
        }
        map.insert("type".to_owned(), kind.into());
        Ok(match crate::message::interactive::located(Value::Object(map))? {
            Wire::Text { parameter_name, text } => Self::Text { parameter_name, text },
            Wire::Currency { currency: Money { fallback_value, code, amount_1000 } } => {
                Self::Currency { fallback_value, code, amount_1000 }
            }
            Wire::DateTime { date_time } => {
                Self::DateTime { fallback_value: date_time.fallback_value }
            }
            Wire::Image { image } => Self::Image { image },
            Wire::Video { video } => Self::Video { video },
            Wire::Document { document } => Self::Document { document },
            Wire::Location { location } => Self::Location { location },
            Wire::Payload { payload } => Self::Payload { payload },
            Wire::CouponCode { coupon_code } => Self::CouponCode { coupon_code },
        })
    }
}
