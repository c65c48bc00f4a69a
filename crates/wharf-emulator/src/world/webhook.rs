//! Values of webhook changes, as the platform writes them (Cloud API, "Webhooks", field `messages`).

use serde_json::{Value, json};
use wharf_model::{time::Timestamp, webhook::status::Progress};

use super::{Effect, Entry, Matter, Number, Person, Standing, World};

impl World {
    pub(super) fn tell(&mut self, field: &'static str, value: Value) {
        let account = self.account.clone();
        self.effects.push(Effect::Webhook { account, field, value });
    }
}

fn metadata(number: &Number) -> Value {
    json!({"display_phone_number": number.wa_id, "phone_number_id": number.id})
}

fn contact(person: &Person) -> Value {
    json!({"profile": {"name": person.name}, "wa_id": person.wa_id, "user_id": person.user_id})
}

/// A message that a person wrote.
pub(super) fn message(number: &Number, person: &Person, message: &Value) -> Value {
    json!({
        "messaging_product": "whatsapp",
        "metadata": metadata(number),
        "contacts": [contact(person)],
        "messages": [message],
    })
}

/// How far a message of the business came. A failed one tells of no contact.
pub(super) fn status(
    number: &Number,
    wa_id: &str,
    person: Option<&Person>,
    entry: &Entry,
    progress: &Progress,
    at: Timestamp,
) -> Value {
    let mut status = json!({
        "id": entry.id,
        "status": progress,
        "timestamp": at,
        "recipient_id": wa_id,
    });
    if let Some(data) = &entry.callback_data {
        status["biz_opaque_callback_data"] = data.as_str().into();
    }
    let mut value = json!({"messaging_product": "whatsapp", "metadata": metadata(number)});
    if let Standing::Failed(error) = &entry.standing {
        status["errors"] = json!([error]);
    } else {
        if *progress != Progress::Read {
            status["pricing"] = pricing(entry);
        }
        if let Some(person) = person {
            status["recipient_user_id"] = person.user_id.as_str().into();
            value["contacts"] = json!([contact(person)]);
        }
    }
    value["statuses"] = json!([status]);
    value
}

/// Per-message pricing, as it is since 1 October 2026: templates and service messages are charged.
fn pricing(entry: &Entry) -> Value {
    let category = match &entry.matter {
        Matter::Business { template: Some(template), .. } => template.category.as_str(),
        _ => "service",
    };
    json!({"billable": true, "pricing_model": "PMP", "type": "regular", "category": category})
}
