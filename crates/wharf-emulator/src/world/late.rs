//! What waited for a phone that was off: delivered when it is on again, or dropped in silence when its
//! time was over (Cloud API, "Time-to-live").

use std::time::Duration;

use serde_json::Value;
use wharf_model::{time::Timestamp, webhook::status::Progress};

use super::{Author, Entry, Matter, Standing, World, agenda::Due};

/// How long a message is tried that says nothing else.
const MONTH: Duration = Duration::from_hours(30 * 24);
/// The same for a code.
const CODE: Duration = Duration::from_mins(10);

impl World {
    /// Somebody's phone is on again.
    pub(super) fn deliver_late(&mut self, wa_id: &str, now: Timestamp) {
        let reads =
            self.people.get(wa_id).is_some_and(|person| person.reads && person.script.is_none());
        let chats = self.chats.iter().filter(|((_, person), _)| person == wa_id);
        let waiting = chats.flat_map(|(_, chat)| &chat.entries).filter(|entry| {
            entry.author == Author::Business
                && entry.standing == Standing::Sent
                && now < entry.at.plus(self.tried_for(entry))
                && !matches!(&entry.matter, Matter::Business { content, .. } if content.kind() == "reaction")
        });
        let waiting: Vec<_> = waiting.map(|entry| entry.id.clone()).collect();
        for id in waiting {
            let at = now.plus(self.delays.delivered);
            self.agenda.plan(at, Due::Progress(id.clone(), Progress::Delivered));
            if reads {
                self.agenda.plan(at.plus(self.delays.read), Due::Progress(id, Progress::Read));
            }
        }
    }

    /// How long a message is tried: what its template says, or what its category has.
    fn tried_for(&self, entry: &Entry) -> Duration {
        let Matter::Business { template: Some(template), .. } = &entry.matter else { return MONTH };
        let own = self.templates.get(template.id.as_str());
        let own =
            own.and_then(|own| own.extra.get("message_send_ttl_seconds")).and_then(Value::as_i64);
        match (template.category.as_str(), own) {
            // The Cloud API does not heed what a marketing template says.
            ("marketing", _) | (_, Some(-1)) => MONTH,
            (_, Some(seconds)) => Duration::from_secs(seconds.unsigned_abs()),
            ("authentication", None) => CODE,
            _ => MONTH,
        }
    }
}
