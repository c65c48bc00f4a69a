//! "typing…" on a person's phone.

use std::time::Duration;

use wharf_model::time::Timestamp;

use super::{ChatKey, World, agenda::Due};

/// How long it is shown if nothing is sent.
const TYPING: Duration = Duration::from_secs(25);

impl World {
    pub(super) fn typing_begins(&mut self, key: &ChatKey, now: Timestamp) {
        let until = now.plus(TYPING);
        self.chats.entry(key.clone()).or_default().typing_until = Some(until);
        self.agenda.plan(until, Due::TypingEnds(key.clone()));
        self.changed(&key.1);
    }

    /// A message was sent, or the time is over. A later "typing…" is not cut short.
    pub(super) fn typing_ended(&mut self, key: &ChatKey, now: Timestamp) {
        let Some(chat) = self.chats.get_mut(key) else { return };
        if chat.typing_until.is_some_and(|until| until <= now) {
            chat.typing_until = None;
            self.changed(&key.1);
        }
    }

    pub(super) fn typing_stops(&mut self, key: &ChatKey) {
        if let Some(chat) = self.chats.get_mut(key) {
            chat.typing_until = None;
        }
    }
}
