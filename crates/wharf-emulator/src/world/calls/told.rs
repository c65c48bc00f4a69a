//! What the app is told of calls (Cloud API, "Webhooks", field `calls`).

use serde_json::{Value, json};
use wharf_model::{error::GraphError, time::Timestamp};

use super::Call;
use crate::world::{World, webhook};

impl World {
    /// A call begins, or ends; `more` goes into the item, an error beside it.
    pub(super) fn tell_call(
        &mut self,
        call: &Call,
        event: &str,
        more: Value,
        error: Option<GraphError>,
        at: Timestamp,
    ) {
        let manner = self.manner(&call.wa_id);
        let Some(number) = self.numbers.get(&call.number) else { return };
        let person = self.people.get(&call.wa_id);
        let (ours, theirs, direction) = if call.by_business {
            ("from", "to", "BUSINESS_INITIATED")
        } else {
            ("to", "from", "USER_INITIATED")
        };
        let mut item = json!({
            "id": call.id, "event": event, "timestamp": at, "direction": direction,
            ours: number.wa_id,
        });
        if !manner.hidden {
            item[theirs] = call.wa_id.as_str().into();
        }
        if let Some(person) = person {
            item[format!("{theirs}_user_id")] = person.user_id.as_str().into();
        }
        for (name, value) in [
            ("biz_opaque_callback_data", &call.callback_data),
            ("cta_payload", &call.cta_payload),
            ("deeplink_payload", &call.deeplink_payload),
        ] {
            if let Some(value) = value {
                item[name] = value.as_str().into();
            }
        }
        if let (Some(item), Value::Object(more)) = (item.as_object_mut(), more) {
            item.extend(more);
        }
        let mut value = json!({
            "messaging_product": "whatsapp", "metadata": webhook::metadata(number),
            "calls": [item],
        });
        if let Some(person) = person {
            value["contacts"] = json!([webhook::contact(person, manner, true)]);
        }
        if let Some(error) = error {
            value["errors"] = json!([error]);
        }
        self.tell("calls", &value);
    }

    /// How far a call of the business got.
    pub(super) fn tell_call_status(&mut self, call: &Call, status: &str, at: Timestamp) {
        let manner = self.manner(&call.wa_id);
        let Some(number) = self.numbers.get(&call.number) else { return };
        let mut item = json!({"id": call.id, "type": "call", "status": status, "timestamp": at});
        if !manner.hidden {
            item["recipient_id"] = call.wa_id.as_str().into();
        }
        if let Some(data) = &call.callback_data {
            item["biz_opaque_callback_data"] = data.as_str().into();
        }
        if let Some(person) = self.people.get(&call.wa_id) {
            item["recipient_user_id"] = person.user_id.as_str().into();
        }
        let value = json!({
            "messaging_product": "whatsapp", "metadata": webhook::metadata(number),
            "statuses": [item],
        });
        self.tell("calls", &value);
    }
}
