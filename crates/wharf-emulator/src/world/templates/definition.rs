//! One template.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use wharf_model::{id::TemplateId, template::Definition as Model, time::Timestamp};

use super::{Created, Life, objects};
use crate::world::civil;

/// When a template was looked at that people never had an opinion of.
const RATED: i64 = 1_767_225_600;

/// A template, as it was created and as it stands.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Definition {
    pub(crate) id: TemplateId,
    pub(crate) name: String,
    pub(crate) language: String,
    /// In capitals.
    pub(crate) category: String,
    /// `APPROVED`, `PENDING`, `PAUSED` …
    pub(crate) status: String,
    /// Why it was rejected.
    pub(crate) rejected_reason: Option<String>,
    /// `GREEN`, `YELLOW`, `RED`, `UNKNOWN`.
    pub(crate) quality: String,
    /// `POSITIONAL` or `NAMED`.
    pub(crate) parameter_format: String,
    /// As they were given.
    pub(crate) components: Value,
    /// What else was given, as it was.
    pub(crate) extra: Map<String, Value>,
    /// When it was edited while approved.
    pub(super) edited: Vec<Created>,
    /// How often it was paused.
    pub(super) pauses: u32,
    /// When it was created or last changed.
    pub(super) changed: Created,
    /// What the platform remembers of it.
    pub(in crate::world) life: Life,
}

impl Definition {
    pub(super) fn approved(id: TemplateId, name: &str, components: Value) -> Self {
        Self {
            id,
            name: name.to_owned(),
            language: "en_US".to_owned(),
            category: "UTILITY".to_owned(),
            status: "APPROVED".to_owned(),
            rejected_reason: None,
            quality: "UNKNOWN".to_owned(),
            parameter_format: "POSITIONAL".to_owned(),
            components,
            extra: Map::new(),
            edited: Vec::new(),
            pauses: 0,
            // 1 January 2026.
            changed: Created(Timestamp::from_secs(1_767_225_600)),
            life: Life::default(),
        }
    }

    /// The component of this kind, if there is one.
    pub(super) fn component(&self, kind: &str) -> Option<&Map<String, Value>> {
        objects(&self.components).find(|component| is(component, kind))
    }

    /// The text of a component.
    pub(super) fn text(&self, kind: &str) -> Option<&str> {
        self.component(kind)?.get("text")?.as_str()
    }

    /// As the model reads it.
    pub(super) fn model(&self) -> Option<Model> {
        serde_json::from_value(Value::Object(self.node())).ok()
    }

    /// Every field of its node.
    pub(crate) fn node(&self) -> Map<String, Value> {
        let mut node = self.extra.clone();
        let Value::Object(known) = json!({
            "id": self.id,
            "name": self.name,
            "language": self.language,
            "status": self.status,
            "category": self.category,
            "parameter_format": self.parameter_format,
            "components": self.components,
            "rejected_reason": self.rejected_reason.as_deref().unwrap_or("NONE"),
            "quality_score": self.score(),
            "health_status": self.health(),
            "last_updated_time": civil::iso(self.changed.0),
        }) else {
            return node;
        };
        node.extend(known);
        for (name, category) in [
            ("previous_category", &self.life.previous_category),
            ("correct_category", &self.life.correct_category),
        ] {
            node.insert(name.to_owned(), category.as_deref().unwrap_or(&self.category).into());
        }
        node
    }

    /// When it was created or last changed, in Unix seconds.
    pub(crate) fn changed_at(&self) -> i64 {
        self.changed.0.as_secs()
    }

    fn score(&self) -> Value {
        let at = self.life.quality_at.map_or(RATED, Timestamp::as_secs);
        json!({"score": self.quality, "date": at})
    }

    fn health(&self) -> Value {
        let sendable = if self.status == "APPROVED" { "AVAILABLE" } else { "BLOCKED" };
        let mut entity = json!({
            "entity_type": "MESSAGE_TEMPLATE", "id": self.id, "can_send_message": sendable,
        });
        if sendable == "BLOCKED" {
            entity["errors"] = json!([{
                "error_code": 141_002,
                "error_description": "The message template is not approved",
                "possible_solution": "Wait until it is approved, or change it",
            }]);
        }
        json!({"can_send_message": sendable, "entities": [entity]})
    }

    /// Whether it may be edited again, since approved templates may once a day and ten times a month.
    pub(super) fn may_be_edited(&self, now: Timestamp) -> bool {
        let within = |hours: u64| {
            let since = now.minus(std::time::Duration::from_hours(hours));
            self.edited.iter().filter(|edited| edited.0 > since).count()
        };
        within(24) == 0 && within(30 * 24) < 10
    }
}

/// Whether a component or a button is of this kind; upper or lower case.
pub(super) fn is(part: &Map<String, Value>, kind: &str) -> bool {
    part.get("type").and_then(Value::as_str).is_some_and(|given| given.eq_ignore_ascii_case(kind))
}
