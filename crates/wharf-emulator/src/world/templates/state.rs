//! Where a template stands, and the webhook that says so.

use std::time::Duration;

use serde::{Deserialize, Serialize};
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

/// How long a template rests that people do not like: the first time, the second; then it is disabled.
const PAUSES: [Duration; 2] = [Duration::from_hours(3), Duration::from_hours(6)];
/// How long a template that was put away is kept.
const ARCHIVED_FOR: Duration = Duration::from_hours(28 * 24);

/// Something that happens to a template.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Change {
    /// One of [`EVENTS`].
    pub(crate) event: String,
    /// Why.
    pub(crate) reason: Option<String>,
    /// It is paused while its pace is looked at: that does not end by itself.
    pub(super) is_pacing: bool,
}

impl Change {
    /// This event.
    pub(super) fn to(event: &str) -> Self {
        Self::new(event.to_owned(), None)
    }

    /// This event, for that reason.
    pub(crate) fn new(event: String, reason: Option<String>) -> Self {
        Self { event, reason, is_pacing: false }
    }

    /// A pause while its pace is looked at.
    pub(super) fn pacing() -> Self {
        Self { is_pacing: true, ..Self::to("PAUSED") }
    }
}

impl World {
    /// Something happens to a template, and the app is told.
    pub(crate) fn change_template(
        &mut self,
        id: &TemplateId,
        change: &Change,
    ) -> Option<Definition> {
        let now = self.now;
        let definition = self.templates.all.get_mut(id)?;
        let rest = usize::try_from(definition.pauses).ok().and_then(|at| PAUSES.get(at));
        let event = match change.event.as_str() {
            "PAUSED" if !change.is_pacing && rest.is_none() => "DISABLED",
            event => event,
        };
        let status = match event {
            // Still sent, but looked at.
            "FLAGGED" => definition.status.clone(),
            "REINSTATED" | "UNARCHIVED" => "APPROVED".to_owned(),
            event => event.to_owned(),
        };
        let was = std::mem::replace(&mut definition.status, status);
        definition.rejected_reason = (event == "REJECTED").then(|| change.reason.clone()).flatten();
        let life = &mut definition.life;
        (life.pause_ends, life.deleted_at) = (None, None);
        match event {
            "PAUSED" => {
                life.paused_at = Some(now);
                if !change.is_pacing {
                    definition.pauses += 1;
                    life.pause_ends = rest.map(|rest| now.plus(*rest));
                }
            }
            "ARCHIVED" => life.deleted_at = Some(now.plus(ARCHIVED_FOR)),
            "APPROVED" => life.approved_at = Some(now),
            _ => {}
        }
        let turn = life.pause_ends.or(life.deleted_at);
        let value = told(definition, event, change, &was);
        let definition = definition.clone();
        self.tell("message_template_status_update", &value);
        if event == "APPROVED" {
            self.tell_components(id);
        }
        if let Some(at) = turn {
            self.plan_turn(id, at);
        }
        Some(definition)
    }
}

/// The id is a number there, and nowhere else.
fn number(id: &TemplateId) -> Value {
    id.as_str().parse::<u64>().map_or_else(|_| id.as_str().into(), Value::from)
}

/// Which template a webhook is about.
pub(super) fn trio(definition: &Definition) -> Value {
    json!({
        "message_template_id": number(&definition.id),
        "message_template_name": definition.name,
        "message_template_language": definition.language,
    })
}

/// What the app is told of one that is gone.
pub(super) fn told_of_end(definition: &Definition) -> Value {
    told(definition, "DELETED", &Change::to("DELETED"), &definition.status)
}

fn told(definition: &Definition, event: &str, change: &Change, was: &str) -> Value {
    let mut value = trio(definition);
    value["event"] = event.into();
    value["message_template_category"] = definition.category.as_str().into();
    value["reason"] = change.reason.as_deref().unwrap_or("NONE").into();
    let info = match (event, definition.pauses) {
        ("PAUSED", _) if change.is_pacing => {
            Some(("RATE_LIMITING_PAUSE", "It is paused: the first who got it did not like it."))
        }
        ("PAUSED", 0 | 1) => {
            Some(("FIRST_PAUSE", "It is paused for 3 hours: too many did not like it."))
        }
        ("PAUSED", _) => {
            Some(("SECOND_PAUSE", "It is paused for 6 hours: too many did not like it."))
        }
        ("DISABLED", _) => Some(("DISABLED", "It was paused too often.")),
        ("APPROVED", _) if was == "PAUSED" => Some(("UNPAUSE", "It can be sent again.")),
        _ => None,
    };
    if let Some((title, description)) = info {
        value["other_info"] = json!({"title": title, "description": description});
    }
    if event == "REJECTED" && change.reason.as_deref() == Some("INVALID_FORMAT") {
        value["rejection_info"] = json!({
            "reason": "Its form is not as it must be.",
            "recommendation": "Look at its variables, its links and its examples, and change them.",
        });
    }
    value
}
