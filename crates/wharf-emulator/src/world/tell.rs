//! The platform tells the app: a webhook is made, and what the fault plan makes of it.

use std::time::Duration;

use serde_json::Value;
use wharf_model::{id::PhoneNumberId, time::Timestamp};

use super::{World, ids::spread, outbox::Delivery, spelling};
use crate::fault::{Kind, Scene, Struck};

/// Webhooks that wait before any URL was registered.
const UNHEARD_MOST: usize = 1_000;
/// Seconds that a fault takes when it does not say.
const SECONDS: u32 = 5;

impl World {
    /// Puts a webhook into the queue; until a URL is registered, it waits there. Gives its number.
    pub(super) fn tell(&mut self, field: &'static str, value: &Value) -> Option<u64> {
        if !self.is_heard(field) {
            return None;
        }
        let apps = self.apps.told(field);
        let about = about(value);
        let number = value["metadata"]["phone_number_id"].as_str();
        let number = number.and_then(|id| PhoneNumberId::new(id).ok());
        let value = spelling::as_the_platform_writes(value);
        let change = format!(r#"{{"field":"{field}","value":{value}}}"#);
        let faults = self.faults.of(Scene::Webhook);
        let batched = faults.iter().find(|struck| struck.fault == Kind::Batched);
        if batched.is_some()
            && let Some(open) = self.outbox.open(number.as_ref())
        {
            open.changes.push(change);
            return Some(open.id);
        }
        let now = self.now;
        let due = self.due(&faults, now);
        let delivery = Delivery {
            id: self.outbox.number(),
            apps,
            about,
            field: field.into(),
            account: self.account.clone(),
            number,
            changes: vec![change],
            room: batched.map(Struck::most),
            also: Vec::new(),
            made_at: now,
            due,
            attempts: 0,
            answer: None,
        };
        if faults.iter().any(|struck| struck.fault == Kind::Doubled) {
            let id = self.outbox.number();
            self.outbox.put(Delivery { id, ..delivery.clone() });
        }
        let id = delivery.id;
        self.outbox.put(delivery);
        Some(id)
    }

    /// Whether some app is told of this field. While there is no URL at all, the first webhooks wait
    /// for one: enough to see that it works.
    pub(super) fn is_heard(&self, field: &str) -> bool {
        let hears = self.apps.all().any(|app| app.is_told(field));
        hears && (self.apps.is_any() || self.outbox.waiting() < UNHEARD_MOST)
    }

    fn due(&mut self, faults: &[Struck], now: Timestamp) -> Timestamp {
        let seconds = |struck: &Struck| Duration::from_secs(struck.seconds_or(SECONDS).into());
        faults.iter().fold(now, |due, struck| match struck.fault {
            Kind::Late | Kind::Batched => due.plus(seconds(struck)),
            Kind::Shuffled => due.plus(seconds(struck).mul_f64(self.faults.part())),
            _ => due,
        })
    }
}

/// A number for the chat that a change is about; 0 for what is about none.
fn about(value: &Value) -> u64 {
    let person = [("statuses", "recipient_id"), ("statuses", "recipient_user_id")]
        .into_iter()
        .chain([("messages", "from"), ("messages", "from_user_id")])
        .find_map(|(list, name)| value[list][0][name].as_str());
    // An id that is new is told before what its owner writes.
    let renewed = &value["user_id_update"][0];
    let renewed = renewed["wa_id"].as_str().or_else(|| renewed["user_id"]["current"].as_str());
    person.or(renewed).map_or(0, spread)
}
