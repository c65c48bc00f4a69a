//! What the app is told of groups (Cloud API, "Webhooks", fields `group_*_update`).

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use wharf_model::{id::PhoneNumberId, time::Timestamp};

use crate::world::{World, agenda::Due, webhook};

/// What of a group something is about: a field of webhooks each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::world) enum Topic {
    /// It came or went.
    Lifecycle,
    /// Somebody came, went, or wants to.
    Participants,
    /// It has other settings.
    Settings,
    /// The platform thinks otherwise of it.
    Status,
}

impl Topic {
    /// The field.
    pub(in crate::world) fn field(self) -> &'static str {
        match self {
            Self::Lifecycle => "group_lifecycle_update",
            Self::Participants => "group_participants_update",
            Self::Settings => "group_settings_update",
            Self::Status => "group_status_update",
        }
    }
}

impl World {
    fn group_value(&self, number: &PhoneNumberId, mut item: Value, at: Timestamp) -> Option<Value> {
        item["timestamp"] = json!(at);
        let metadata = webhook::metadata(self.numbers.get(number)?);
        Some(json!({"messaging_product": "whatsapp", "metadata": metadata, "groups": [item]}))
    }

    /// What the business asked for is told a moment after the answer.
    pub(super) fn plan_told(
        &mut self,
        topic: Topic,
        number: &PhoneNumberId,
        item: Value,
        now: Timestamp,
    ) {
        let at = now.plus(self.delays.sent);
        if let Some(value) = self.group_value(number, item, at) {
            self.agenda.plan(at, Due::Group(topic, value.into()));
        }
    }

    /// What people do is told at once.
    pub(super) fn tell_group(
        &mut self,
        topic: Topic,
        number: &PhoneNumberId,
        item: Value,
        now: Timestamp,
    ) {
        if let Some(value) = self.group_value(number, item, now) {
            self.tell(topic.field(), &value);
        }
    }

    /// Somebody, as webhooks about groups name them.
    pub(super) fn participant(&mut self, wa_id: &str) -> Value {
        let manner = self.manner(wa_id);
        let mut node = json!({});
        if !manner.hidden {
            node["wa_id"] = wa_id.into();
        }
        if let Some(person) = self.people.get(wa_id) {
            node["user_id"] = person.user_id.as_str().into();
            if let Some(username) = &person.username {
                node["username"] = username.as_str().into();
            }
        }
        node
    }
}
