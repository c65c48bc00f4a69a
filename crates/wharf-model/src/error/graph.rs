//! `{"error": …}` as it is on the wire (Graph API, "Handling errors").

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value};

/// `{"error": …}`, the body of every refusal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ErrorBody {
    /// The error itself.
    pub error: GraphError,
}

/// An error reported by the platform, in an answer or in a webhook: both are this type.
///
/// `Display` shows what a person needs: the code, the message, the details and the trace id.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct GraphError {
    /// What went wrong, for a person. Never branch on it: it changes.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub message: String,
    /// Short title; webhooks only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// `OAuthException` and the like; informational.
    #[serde(default, rename = "type", skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// What went wrong, for a program.
    #[serde(deserialize_with = "number")]
    pub code: u32,
    /// A finer code. Deprecated by the platform, and still sent.
    #[serde(
        default,
        rename = "error_subcode",
        deserialize_with = "maybe_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub subcode: Option<u32>,
    /// Details; the best text for a person is in here.
    #[serde(default, rename = "error_data", skip_serializing_if = "Option::is_none")]
    pub data: Option<ErrorData>,
    /// Details, where versions before v16 put them; webhooks only.
    #[serde(default, rename = "details", skip_serializing_if = "Option::is_none")]
    pub old_details: Option<String>,
    /// Title for an end user, localised.
    #[serde(default, rename = "error_user_title", skip_serializing_if = "Option::is_none")]
    pub user_title: Option<String>,
    /// Text for an end user, localised.
    #[serde(default, rename = "error_user_msg", skip_serializing_if = "Option::is_none")]
    pub user_message: Option<String>,
    /// Whether another try may help, as the platform sees it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_transient: Option<bool>,
    /// What the platform's support will ask for.
    #[serde(default, rename = "fbtrace_id", skip_serializing_if = "Option::is_none")]
    pub trace: Option<String>,
    /// Link to the documentation; webhooks only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub href: Option<String>,
}

/// What stands under `error_data`: an object, or a plain string from some edges.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ErrorData {
    /// The usual form: `messaging_product`, `details`, sometimes more.
    Object(Map<String, Value>),
    /// A bare string.
    Text(String),
}

impl ErrorData {
    /// The details, whatever the form.
    pub fn details(&self) -> Option<&str> {
        match self {
            Self::Object(map) => map.get("details").and_then(Value::as_str),
            Self::Text(text) => Some(text),
        }
    }
}

impl Serialize for ErrorData {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Object(map) => map.serialize(serializer),
            Self::Text(text) => serializer.serialize_str(text),
        }
    }
}

impl<'de> Deserialize<'de> for ErrorData {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(match Value::deserialize(deserializer)? {
            Value::Object(map) => Self::Object(map),
            Value::String(text) => Self::Text(text),
            other => Self::Text(other.to_string()),
        })
    }
}

fn number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    maybe_number(deserializer).map(Option::unwrap_or_default)
}

/// A code, quoted or not.
fn maybe_number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u32>, D::Error> {
    let value = Value::deserialize(deserializer)?;
    let number = match &value {
        Value::Null => return Ok(None),
        Value::Number(number) => number.as_u64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    };
    let code = number.and_then(|number| u32::try_from(number).ok());
    code.map(Some)
        .ok_or_else(|| serde::de::Error::custom(format_args!("not an error code: {value}")))
}

impl GraphError {
    /// An error with a code and a message.
    pub fn new(code: u32, message: impl Into<String>) -> Self {
        Self { message: message.into(), code, ..Self::default() }
    }

    /// The same with `error_data.details`, which says what exactly is wrong.
    #[must_use]
    pub fn details(mut self, details: impl Into<String>) -> Self {
        let mut map = Map::new();
        map.insert("messaging_product".to_owned(), "whatsapp".into());
        map.insert("details".to_owned(), details.into().into());
        self.data = Some(ErrorData::Object(map));
        self
    }

    /// The same with a type, such as `OAuthException`.
    #[must_use]
    pub fn kind(mut self, kind: impl Into<String>) -> Self {
        self.kind = Some(kind.into());
        self
    }

    /// The same with a subcode.
    #[must_use]
    pub fn subcode(mut self, subcode: u32) -> Self {
        self.subcode = Some(subcode);
        self
    }

    /// The same with a trace id.
    #[must_use]
    pub fn trace(mut self, trace: impl Into<String>) -> Self {
        self.trace = Some(trace.into());
        self
    }

    /// The best text for a person: the details, else the message, else the title.
    pub fn text(&self) -> &str {
        let details = self.data.as_ref().and_then(ErrorData::details);
        let details = details.or(self.old_details.as_deref());
        let message = Some(self.message.as_str()).filter(|message| !message.is_empty());
        details.or(message).or(self.title.as_deref()).unwrap_or("no text")
    }
}

impl fmt::Display for GraphError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let title = if self.message.is_empty() {
            self.title.as_deref().unwrap_or("error")
        } else {
            &self.message
        };
        let marked = title.starts_with("(#");
        if marked {
            write!(f, "{title}")?;
        } else {
            write!(f, "(#{}) {title}", self.code)?;
        }
        let details = self.data.as_ref().and_then(ErrorData::details);
        if let Some(details) = details.or(self.old_details.as_deref())
            && details != self.message
        {
            write!(f, ": {details}")?;
        }
        if let Some(trace) = &self.trace {
            write!(f, " [trace {trace}]")?;
        }
        Ok(())
    }
}

impl std::error::Error for GraphError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_may_be_quoted_and_data_may_be_a_string() {
        let text = r#"{"code":"131009","error_data":"bad","error_subcode":null}"#;
        let error: GraphError = serde_json::from_str(text).unwrap();
        assert_eq!((error.code, error.text()), (131_009, "bad"));
        assert_eq!(error.to_string(), "(#131009) error: bad");
    }
}
