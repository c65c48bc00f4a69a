//! What stands for the variables while a template is looked at.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

/// The example of a header.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct HeaderExample {
    /// For `{{1}}` of a text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub header_text: Vec<String>,
    /// For the named variable of a text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub header_text_named_params: Vec<NamedExample>,
    /// For media: the handle of a resumable upload.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub header_handle: Vec<String>,
}

/// The example of a body.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct BodyExample {
    /// For `{{1}}`, `{{2}}` …: a list of lists, of which the first counts.
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "rows")]
    pub body_text: Vec<Vec<String>>,
    /// For named variables.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub body_text_named_params: Vec<NamedExample>,
}

/// The example of a named variable.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct NamedExample {
    /// Its name.
    pub param_name: String,
    /// What stands for it.
    pub example: String,
}

impl NamedExample {
    /// The name of a variable, and what stands for it.
    pub fn new(name: impl Into<String>, example: impl Into<String>) -> Self {
        Self { param_name: name.into(), example: example.into() }
    }
}

/// The example of a button: the platform has it as a text here and as a list there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Examples {
    /// As a text.
    One(String),
    /// As a list.
    Many(Vec<String>),
}

impl Examples {
    /// The example, or the first of them.
    pub fn first(&self) -> Option<&str> {
        match self {
            Self::One(text) => Some(text),
            Self::Many(texts) => texts.first().map(String::as_str),
        }
    }
}

impl Serialize for Examples {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::One(text) => text.serialize(serializer),
            Self::Many(texts) => texts.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Examples {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Value::deserialize(deserializer)? {
            Value::String(text) => Ok(Self::One(text)),
            value => crate::message::interactive::located(value).map(Self::Many),
        }
    }
}

/// Rows of texts; one row may come without its list.
fn rows<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Vec<String>>, D::Error> {
    let rows = Vec::<Value>::deserialize(deserializer)?;
    let value = Value::Array(rows);
    if value[0].is_string() {
        return crate::message::interactive::located(value).map(|row| vec![row]);
    }
    crate::message::interactive::located(value)
}
