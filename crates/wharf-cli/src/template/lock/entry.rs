//! One template of a lock file.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use wharf_model::{template::Definition, templates::TemplateNode};

/// A template in one language, without what changes from one listing to the next: when it was rated, and the links
/// to its examples' files, which end after a while.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(in crate::template) struct Entry {
    pub(in crate::template) name: String,
    pub(in crate::template) language: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(in crate::template) id: String,
    pub(in crate::template) status: String,
    pub(in crate::template) category: String,
    /// Absent where it is not rated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::template) quality: Option<String>,
    /// `NAMED`; absent where variables are counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::template) parameter_format: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::template) sub_category: Option<String>,
    /// The category it will get.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::template) correct_category: Option<String>,
    /// Why it was refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::template) rejected_reason: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::template) message_send_ttl_seconds: Option<i64>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(in crate::template) components: Vec<Value>,
}

impl Entry {
    pub(super) fn new(node: &TemplateNode) -> Self {
        let quality = node.quality_score.as_ref().and_then(|quality| quality.score.as_ref());
        Self {
            name: node.name.clone().unwrap_or_default(),
            language: node.language.clone().unwrap_or_default(),
            id: node.id.as_ref().map(ToString::to_string).unwrap_or_default(),
            status: text(node.status.as_ref()).unwrap_or_default(),
            category: text(node.category.as_ref()).unwrap_or_default(),
            quality: text(quality).filter(|word| word != "UNKNOWN"),
            parameter_format: text(node.parameter_format.as_ref())
                .filter(|word| word != "POSITIONAL"),
            sub_category: node.sub_category.clone(),
            correct_category: text(node.correct_category.as_ref()),
            rejected_reason: text(node.rejected_reason.as_ref()).filter(|word| word != "NONE"),
            message_send_ttl_seconds: node.message_send_ttl_seconds,
            components: node.components.iter().flatten().cloned().map(lasting).collect(),
        }
    }

    /// What a lock file is sorted by.
    pub(in crate::template) fn place(&self) -> (&str, &str) {
        (&self.name, &self.language)
    }

    pub(in crate::template) fn is_approved(&self) -> bool {
        self.status == "APPROVED"
    }

    /// As the model reads it; the reason when a part is not of its shape.
    pub(in crate::template) fn definition(&self) -> Result<Definition, String> {
        let value = serde_json::to_value(self).map_err(|error| error.to_string())?;
        serde_json::from_value(value).map_err(|error| error.to_string())
    }
}

fn text(word: Option<impl ToString>) -> Option<String> {
    word.map(|word| word.to_string())
}

/// A part without the links to files of its examples, on cards as well.
fn lasting(mut part: Value) -> Value {
    let Some(fields) = part.as_object_mut() else { return part };
    if let Some(example) = fields.get_mut("example").and_then(Value::as_object_mut) {
        example.remove("header_handle");
    }
    if fields.get("example").and_then(Value::as_object).is_some_and(Map::is_empty) {
        fields.remove("example");
    }
    for card in fields.get_mut("cards").and_then(Value::as_array_mut).into_iter().flatten() {
        let parts = card.get_mut("components").and_then(Value::as_array_mut);
        for part in parts.into_iter().flatten() {
            *part = lasting(part.take());
        }
    }
    part
}
