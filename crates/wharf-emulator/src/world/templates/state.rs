//! Where a template stands, and the webhook that says so.

use serde_json::{Value, json};
use wharf_model::id::TemplateId;

use super::Definition;
use crate::world::World;

/// What can happen to a template, as `message_template_status_update` names it.
pub(crate) const EVENTS: [&str; 10] = [
    "APPROVED",
    "REJECTED",
    "PENDING",
    "PAUSED",
    "DISABLED",
    "FLAGGED",
    "REINSTATED",
    "IN_APPEAL",
    "ARCHIVED",
    "UNARCHIVED",
];

/// Something that happens to a template.
#[derive(Clone, Debug, Default)]
pub(crate) struct Change {
    /// One of [`EVENTS`].
    pub(crate) event: String,
    /// Why.
    pub(crate) reason: Option<String>,
}

impl World {
    /// Something happens to a template, and the app is told.
    pub(crate) fn change_template(
        &mut self,
        id: &TemplateId,
        change: &Change,
    ) -> Option<Definition> {
        let definition = self.templates.all.get_mut(id)?;
        let status = match change.event.as_str() {
            // Still sent, but looked at.
            "FLAGGED" => definition.status.as_str(),
            "REINSTATED" | "UNARCHIVED" => "APPROVED",
            event => event,
        };
        definition.status = status.to_owned();
        definition.rejected_reason =
            (change.event == "REJECTED").then(|| change.reason.clone()).flatten();
        if change.event == "PAUSED" {
            definition.pauses += 1;
        }
        let value = told(definition, change);
        let definition = definition.clone();
        self.tell("message_template_status_update", &value);
        Some(definition)
    }
}

/// The id is a number there, and nowhere else.
fn number(id: &TemplateId) -> Value {
    id.as_str().parse::<u64>().map_or_else(|_| id.as_str().into(), Value::from)
}

fn told(definition: &Definition, change: &Change) -> Value {
    let mut value = json!({
        "event": change.event,
        "message_template_id": number(&definition.id),
        "message_template_name": definition.name,
        "message_template_language": definition.language,
        "message_template_category": definition.category,
        "reason": change.reason.as_deref().unwrap_or("NONE"),
    });
    let info = match (change.event.as_str(), definition.pauses) {
        ("PAUSED", 0 | 1) => {
            Some(("FIRST_PAUSE", "It is paused for 3 hours: too many did not like it."))
        }
        ("PAUSED", _) => {
            Some(("SECOND_PAUSE", "It is paused for 6 hours: too many did not like it."))
        }
        ("DISABLED", _) => Some(("DISABLED", "It was paused too often.")),
        _ => None,
    };
    if let Some((title, description)) = info {
        value["other_info"] = json!({"title": title, "description": description});
    }
    value
}
