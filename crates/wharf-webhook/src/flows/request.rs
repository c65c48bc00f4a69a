//! What a flow asks.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value};

use super::FlowAnswer;

/// What a flow asks of the data endpoint. Its `Debug` shows neither data nor token.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct FlowRequest {
    /// The version of the data exchange, such as `4.0`.
    #[serde(default)]
    pub version: String,
    /// What happened on the phone.
    #[serde(default)]
    pub action: Action,
    /// The screen that is shown; absent for pings, and mostly when a flow begins.
    #[serde(default, deserialize_with = "text", skip_serializing_if = "Option::is_none")]
    pub screen: Option<String>,
    /// What the screen submits.
    #[serde(default, deserialize_with = "object", skip_serializing_if = "Map::is_empty")]
    pub data: Map<String, Value>,
    /// The token that the flow was sent with. Some phones leave it out.
    #[serde(default, deserialize_with = "text", skip_serializing_if = "Option::is_none")]
    pub flow_token: Option<String>,
    /// The platform's signature of the token, from data exchange 4.0 on.
    #[serde(default, deserialize_with = "text", skip_serializing_if = "Option::is_none")]
    pub flow_token_signature: Option<String>,
}

impl fmt::Debug for FlowRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FlowRequest")
            .field("version", &self.version)
            .field("action", &self.action)
            .field("screen", &self.screen)
            .finish_non_exhaustive()
    }
}

/// What happened on the phone.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Action {
    /// Nothing: the platform asks whether the endpoint lives.
    Ping,
    /// The flow was opened.
    Init,
    /// Somebody went back to an earlier screen.
    Back,
    /// A screen was submitted.
    DataExchange,
    /// Something newer.
    Other(String),
}

impl Default for Action {
    fn default() -> Self {
        Self::Other(String::new())
    }
}

impl Serialize for Action {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(match self {
            Self::Ping => "ping",
            Self::Init => "INIT",
            Self::Back => "BACK",
            Self::DataExchange => "data_exchange",
            Self::Other(word) => word,
        })
    }
}

impl<'de> Deserialize<'de> for Action {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let word = String::deserialize(deserializer)?;
        Ok(match word.to_ascii_lowercase().as_str() {
            "ping" => Self::Ping,
            "init" => Self::Init,
            "back" => Self::Back,
            "data_exchange" => Self::DataExchange,
            _ => Self::Other(word),
        })
    }
}

/// What went wrong on the phone with an answer of ours.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Notice {
    /// Its name, such as `invalid-screen-transition`.
    pub error: String,
    /// The reason, for a person.
    pub message: Option<String>,
    /// The screen it happened on.
    pub screen: Option<String>,
}

impl FlowRequest {
    /// A request as the platform makes it; the other fields are set one by one. `version` is that of the data exchange.
    pub fn new(version: impl Into<String>, action: Action) -> Self {
        Self {
            version: version.into(),
            action,
            screen: None,
            data: Map::new(),
            flow_token: None,
            flow_token_signature: None,
        }
    }

    /// What went wrong on the phone, if that is what the request tells.
    pub fn notice(&self) -> Option<Notice> {
        let of = |name: &str| self.data.get(name).and_then(Value::as_str).map(str::to_owned);
        let error = of("error").or_else(|| of("error_key"))?;
        Some(Notice { error, message: of("error_message"), screen: self.screen.clone() })
    }

    /// The answer to what needs no thought: a ping, and a notice of an error.
    pub fn routine(&self) -> Option<FlowAnswer> {
        if self.action == Action::Ping {
            return Some(FlowAnswer::alive());
        }
        self.notice().map(|_| FlowAnswer::noted())
    }
}

/// A text; whatever else stands there counts as absent.
fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    Ok(match Value::deserialize(deserializer)? {
        Value::String(text) if !text.is_empty() => Some(text),
        _ => None,
    })
}

/// An object; whatever else stands there counts as an empty one.
fn object<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Map<String, Value>, D::Error> {
    Ok(match Value::deserialize(deserializer)? {
        Value::Object(members) => members,
        _ => Map::new(),
    })
}
