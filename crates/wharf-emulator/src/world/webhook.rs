//! Values of webhook changes, as the platform writes them (Cloud API, "Webhooks", field `messages`).

use std::time::Duration;

use serde_json::{Value, json};
use wharf_model::{time::Timestamp, webhook::status::Progress};

use super::{Entry, Matter, Number, Person, Standing, World, ids::spread};
use crate::fault::{Kind, Scene};

/// The type of every price per message.
pub(super) const PRICE_TYPE: &str = "regular";

/// How a webhook about somebody is written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Manner {
    /// They are known by user id only.
    pub(super) hidden: bool,
    /// Pricing is per conversation, as before 1 July 2025.
    pub(super) old_pricing: bool,
}

impl World {
    /// How the next webhook about this person is written.
    pub(super) fn manner(&mut self, wa_id: &str) -> Manner {
        let hidden = self.people.get(wa_id).is_some_and(|person| person.phone_hidden)
            || self.faults.hides(spread(wa_id));
        let faults = self.faults.of(Scene::Content);
        let old_pricing = faults.iter().any(|struck| struck.fault == Kind::OldPricing);
        Manner { hidden, old_pricing }
    }
}

pub(super) fn metadata(number: &Number) -> Value {
    json!({"display_phone_number": number.wa_id, "phone_number_id": number.id})
}

/// Who it is about. A username is told to all but the receivers of `sent`.
pub(super) fn contact(person: &Person, manner: Manner, named: bool) -> Value {
    let mut contact = json!({"profile": {"name": person.name}, "user_id": person.user_id});
    if !manner.hidden {
        contact["wa_id"] = person.wa_id.as_str().into();
    }
    if let Some(username) = person.username.as_deref().filter(|_| named) {
        contact["profile"]["username"] = username.into();
    }
    contact
}

/// A message that a person wrote.
pub(super) fn message(
    number: &Number,
    person: &Person,
    manner: Manner,
    mut message: Value,
) -> Value {
    if !manner.hidden {
        message["from"] = person.wa_id.as_str().into();
    }
    let mut contact = contact(person, manner, true);
    if number.desk.checks_identity() {
        contact["identity_key_hash"] = person.key_hash().into();
    }
    json!({
        "messaging_product": "whatsapp",
        "metadata": metadata(number),
        "contacts": [contact],
        "messages": [message],
    })
}

/// The platform's own note about somebody: it names no contact.
pub(super) fn note(number: &Number, message: &Value) -> Value {
    json!({
        "messaging_product": "whatsapp",
        "metadata": metadata(number),
        "messages": [message],
    })
}

/// Somebody is known by another user id.
pub(super) fn user_id(
    number: &Number,
    person: &Person,
    previous: &str,
    manner: Manner,
    at: Timestamp,
) -> Value {
    let mut update = json!({
        "detail": "The user id of this person changed",
        "user_id": {"previous": previous, "current": person.user_id},
        "timestamp": at,
    });
    if !manner.hidden {
        update["wa_id"] = person.wa_id.as_str().into();
    }
    json!({
        "messaging_product": "whatsapp",
        "metadata": metadata(number),
        "contacts": [contact(person, manner, true)],
        "user_id_update": [update],
    })
}

/// Somebody wants no more marketing, or wants it again.
pub(super) fn preference(number: &Number, person: &Person, manner: Manner, at: Timestamp) -> Value {
    let (value, detail) = if person.opted_out {
        ("stop", "User requested to stop marketing messages")
    } else {
        ("resume", "User requested to resume marketing messages")
    };
    let mut preference = json!({
        "user_id": person.user_id, "category": "marketing_messages", "value": value,
        "detail": detail, "timestamp": at.as_secs(),
    });
    if !manner.hidden {
        preference["wa_id"] = person.wa_id.as_str().into();
    }
    json!({
        "messaging_product": "whatsapp",
        "metadata": metadata(number),
        "contacts": [contact(person, manner, true)],
        "user_preferences": [preference],
    })
}

/// How far a message of the business came. A failed one tells of no contact.
pub(super) fn status(
    number: &Number,
    wa_id: &str,
    person: Option<&Person>,
    entry: &Entry,
    progress: &Progress,
    manner: Manner,
    at: Timestamp,
) -> Value {
    let mut status = json!({"id": entry.id, "status": progress, "timestamp": at});
    if !manner.hidden {
        status["recipient_id"] = wa_id.into();
    }
    if let Some(data) = &entry.marks().callback_data {
        status["biz_opaque_callback_data"] = data.as_str().into();
    }
    if let Some(person) = person.filter(|_| number.desk.checks_identity()) {
        status["recipient_identity_key_hash"] = person.key_hash().into();
    }
    // Most webhooks are statuses: what is made here is moved, where `json!` would copy it.
    let mut value = json!({"messaging_product": "whatsapp"});
    value["metadata"] = metadata(number);
    if let Standing::Failed(error) = &entry.standing {
        status["errors"] = json!([error]);
    } else {
        if *progress != Progress::Read {
            status["pricing"] = pricing(entry, manner);
        }
        if manner.old_pricing {
            status["conversation"] = conversation(entry, progress, at);
        }
        if let Some(person) = person {
            status["recipient_user_id"] = person.user_id.as_str().into();
            let contact = contact(person, manner, *progress != Progress::Sent);
            value["contacts"] = Value::Array(vec![contact]);
        }
    }
    value["statuses"] = Value::Array(vec![status]);
    value
}

/// What a message is charged as.
pub(super) fn category(entry: &Entry) -> &str {
    match &entry.matter {
        Matter::Business { template: Some(template), .. } => template.category.as_str(),
        _ => "service",
    }
}

/// Per message, as it is since 1 October 2026: templates and service messages are charged.
fn pricing(entry: &Entry, manner: Manner) -> Value {
    let category = category(entry);
    if manner.old_pricing {
        return json!({"billable": true, "pricing_model": "CBP", "category": category});
    }
    json!({"billable": true, "pricing_model": "PMP", "type": PRICE_TYPE, "category": category})
}

/// What came with prices per conversation.
fn conversation(entry: &Entry, progress: &Progress, at: Timestamp) -> Value {
    let id = format!("{:016x}{:016x}", spread(entry.id.as_str()), spread(category(entry)));
    let mut conversation = json!({"id": id, "origin": {"type": category(entry)}});
    if *progress == Progress::Sent {
        conversation["expiration_timestamp"] = json!(at.plus(Duration::from_hours(24)));
    }
    conversation
}
