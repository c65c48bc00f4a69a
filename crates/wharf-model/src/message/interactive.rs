//! Buttons, lists and the other interactive messages. All need an open customer service window.

mod buttons;
mod cta_url;
mod flow;
mod list;
mod location_request;
mod parts;

pub use buttons::{Button, Buttons, ButtonsAction, Reply};
pub use cta_url::{CtaUrl, CtaUrlAction, CtaUrlParameters};
pub use flow::{FlowAction, FlowActionPayload, FlowMessage, FlowParameters};
pub use list::{List, ListAction, Row, Section};
pub use location_request::{LocationRequest, NamedAction};
pub use parts::{Body, Footer, Header};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use super::check::Checker;

/// An interactive message: the value of `interactive.type` and the parts that go with it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Interactive {
    /// One to three reply buttons.
    Button(Buttons),
    /// A list of up to ten rows.
    List(List),
    /// A button that opens a URL.
    CtaUrl(CtaUrl),
    /// Asks the person for their location.
    LocationRequest(LocationRequest),
    /// Opens a flow.
    Flow(FlowMessage),
    /// A kind this version does not name, the whole object as it came.
    Other(Value),
}

impl Interactive {
    /// The word under `interactive.type`; empty when there is none.
    pub fn kind(&self) -> &str {
        match self {
            Self::Button(_) => "button",
            Self::List(_) => "list",
            Self::CtaUrl(_) => "cta_url",
            Self::LocationRequest(_) => "location_request_message",
            Self::Flow(_) => "flow",
            Self::Other(value) => value["type"].as_str().unwrap_or_default(),
        }
    }

    pub(super) fn check(&self, check: &mut Checker) {
        match self {
            Self::Button(buttons) => buttons.check(check),
            Self::List(list) => list.check(check),
            Self::CtaUrl(cta) => cta.check(check),
            Self::LocationRequest(request) => request.check(check),
            Self::Flow(flow) => flow.check(check),
            Self::Other(value) if value["type"].as_str().unwrap_or_default().is_empty() => {
                check.missing("interactive.type", "says what kind of interactive message this is");
            }
            Self::Other(_) => {}
        }
    }
}

macro_rules! kinds {
    ($($variant:ident($type:ident) = $word:literal),* $(,)?) => {
        $(
            impl From<$type> for Interactive {
                fn from(part: $type) -> Self {
                    Self::$variant(part)
                }
            }
        )*

        impl Serialize for Interactive {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                #[derive(Serialize)]
                #[serde(tag = "type")]
                enum Wire<'a> {
                    $(#[serde(rename = $word)] $variant(&'a $type),)*
                }

                match self {
                    $(Self::$variant(part) => Wire::$variant(part).serialize(serializer),)*
                    Self::Other(value) => value.serialize(serializer),
                }
            }
        }

        impl<'de> Deserialize<'de> for Interactive {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let value = Value::deserialize(deserializer)?;
                match value["type"].as_str().unwrap_or_default() {
                    $($word => located(value).map(Self::$variant),)*
                    _ => Ok(Self::Other(value)),
                }
            }
        }
    };
}

kinds! {
    Button(Buttons) = "button",
    List(List) = "list",
    CtaUrl(CtaUrl) = "cta_url",
    LocationRequest(LocationRequest) = "location_request_message",
    Flow(FlowMessage) = "flow",
}

/// Reads a part; an error names the place within it, for the path is lost otherwise.
pub(in crate::message) fn located<T: serde::de::DeserializeOwned, E: serde::de::Error>(
    value: Value,
) -> Result<T, E> {
    serde_path_to_error::deserialize(value).map_err(|error| {
        let path = error.path().to_string();
        E::custom(format_args!("{path}: {}", error.into_inner()))
    })
}
