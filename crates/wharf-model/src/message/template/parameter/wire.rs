//! Parameters as JSON: `type`, and what is of that name beside it.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value};

use super::Parameter;
use crate::message::{
    ButtonAction, Document, Image, Location, TapTarget, Video,
    interactive::{OrderStatusParameters, ProductAction, located},
};

macro_rules! wire {
    ($($variant:ident = $word:literal { $field:ident: $type:ty },)*) => {
        #[derive(Serialize, Deserialize)]
        #[serde(tag = "type")]
        enum Wire {
            $(
                #[serde(rename = $word)]
                $variant {
                    #[serde(default, skip_serializing_if = "Option::is_none")]
                    parameter_name: Option<String>,
                    $field: $type,
                },
            )*
        }

        const KNOWN: &[&str] = &[$($word),*];
    };
}

wire! {
    Text = "text" { text: String },
    Currency = "currency" { currency: Money },
    DateTime = "date_time" { date_time: Map<String, Value> },
    Image = "image" { image: Image },
    Video = "video" { video: Video },
    Gif = "gif" { gif: Video },
    Document = "document" { document: Document },
    Location = "location" { location: Location },
    Product = "product" { product: ProductAction },
    GroupId = "group_id" { group_id: String },
    Payload = "payload" { payload: String },
    CouponCode = "coupon_code" { coupon_code: String },
    Action = "action" { action: ButtonAction },
    TtlMinutes = "ttl_minutes" { ttl_minutes: u64 },
    OrderStatus = "order_status" { order_status: OrderStatusParameters },
    LimitedTimeOffer = "limited_time_offer" { limited_time_offer: Offer },
    TapTarget = "tap_target_configuration" { tap_target_configuration: Vec<TapTarget> },
}

#[derive(Serialize, Deserialize)]
struct Money {
    fallback_value: String,
    code: String,
    amount_1000: i64,
}

#[derive(Serialize, Deserialize)]
struct Offer {
    expiration_time_ms: i64,
}

const FALLBACK: &str = "fallback_value";

impl Wire {
    /// What is written, or the object that is written as it came.
    fn of(parameter: Parameter) -> Result<Self, Value> {
        let parameter_name = None;
        Ok(match parameter {
            Parameter::Text { parameter_name, text } => Self::Text { parameter_name, text },
            Parameter::Currency { parameter_name, fallback_value, code, amount_1000 } => {
                let currency = Money { fallback_value, code, amount_1000 };
                Self::Currency { parameter_name, currency }
            }
            Parameter::DateTime { parameter_name, fallback_value, more } => {
                let mut date_time = more;
                date_time.insert(FALLBACK.to_owned(), fallback_value.into());
                Self::DateTime { parameter_name, date_time }
            }
            Parameter::Image { image } => Self::Image { parameter_name, image },
            Parameter::Video { video } => Self::Video { parameter_name, video },
            Parameter::Gif { gif } => Self::Gif { parameter_name, gif },
            Parameter::Document { document } => Self::Document { parameter_name, document },
            Parameter::Location { location } => Self::Location { parameter_name, location },
            Parameter::Product { product } => Self::Product { parameter_name, product },
            Parameter::GroupId { group_id } => Self::GroupId { parameter_name, group_id },
            Parameter::Payload { payload } => Self::Payload { parameter_name, payload },
            Parameter::CouponCode { coupon_code } => {
                Self::CouponCode { parameter_name, coupon_code }
            }
            Parameter::Action { action } => Self::Action { parameter_name, action },
            Parameter::TtlMinutes { ttl_minutes } => {
                Self::TtlMinutes { parameter_name, ttl_minutes }
            }
            Parameter::OrderStatus { order_status } => {
                Self::OrderStatus { parameter_name, order_status }
            }
            Parameter::LimitedTimeOffer { expiration_time_ms } => {
                let limited_time_offer = Offer { expiration_time_ms };
                Self::LimitedTimeOffer { parameter_name, limited_time_offer }
            }
            Parameter::TapTarget { targets } => {
                Self::TapTarget { parameter_name, tap_target_configuration: targets }
            }
            Parameter::Other(value) => return Err(value),
        })
    }

    /// `None` when a date lacks what is shown.
    fn parameter(self) -> Option<Parameter> {
        Some(match self {
            Self::Text { parameter_name, text } => Parameter::Text { parameter_name, text },
            Self::Currency { parameter_name, currency } => {
                let Money { fallback_value, code, amount_1000 } = currency;
                Parameter::Currency { parameter_name, fallback_value, code, amount_1000 }
            }
            Self::DateTime { parameter_name, mut date_time } => {
                let fallback_value = date_time.remove(FALLBACK)?.as_str()?.to_owned();
                Parameter::DateTime { parameter_name, fallback_value, more: date_time }
            }
            Self::Image { image, .. } => Parameter::Image { image },
            Self::Video { video, .. } => Parameter::Video { video },
            Self::Gif { gif, .. } => Parameter::Gif { gif },
            Self::Document { document, .. } => Parameter::Document { document },
            Self::Location { location, .. } => Parameter::Location { location },
            Self::Product { product, .. } => Parameter::Product { product },
            Self::GroupId { group_id, .. } => Parameter::GroupId { group_id },
            Self::Payload { payload, .. } => Parameter::Payload { payload },
            Self::CouponCode { coupon_code, .. } => Parameter::CouponCode { coupon_code },
            Self::Action { action, .. } => Parameter::Action { action },
            Self::TtlMinutes { ttl_minutes, .. } => Parameter::TtlMinutes { ttl_minutes },
            Self::OrderStatus { order_status, .. } => Parameter::OrderStatus { order_status },
            Self::LimitedTimeOffer { limited_time_offer, .. } => {
                let expiration_time_ms = limited_time_offer.expiration_time_ms;
                Parameter::LimitedTimeOffer { expiration_time_ms }
            }
            Self::TapTarget { tap_target_configuration, .. } => {
                Parameter::TapTarget { targets: tap_target_configuration }
            }
        })
    }
}

impl Serialize for Parameter {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match Wire::of(self.clone()) {
            Ok(wire) => wire.serialize(serializer),
            Err(other) => other.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Parameter {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut map = Map::deserialize(deserializer)?;
        // The platform takes `TEXT` as well as `text`.
        let kind = map.get("type").and_then(Value::as_str).unwrap_or_default().to_ascii_lowercase();
        if !KNOWN.contains(&kind.as_str()) {
            return Ok(Self::Other(Value::Object(map)));
        }
        map.insert("type".to_owned(), kind.into());
        let wire: Wire = located(Value::Object(map))?;
        wire.parameter().ok_or_else(|| {
            serde::de::Error::custom("date_time.fallback_value: a date needs it, as a string")
        })
    }
}
