//! The customer service window: 24 hours after a person last wrote, in which anything may be sent.

use std::time::Duration;

use wharf_model::{id::PhoneNumberId, time::Timestamp};

use super::{Person, World};

/// How long the window stays open.
pub(crate) const WINDOW: Duration = Duration::from_hours(24);

impl Person {
    /// Until when this number may send them anything; `None` when they never wrote to it.
    pub(crate) fn window_until(&self, number: &PhoneNumberId) -> Option<Timestamp> {
        self.wrote.get(number).map(|wrote| wrote.plus(WINDOW))
    }
}

impl World {
    pub(super) fn is_window_open(
        &self,
        number: &PhoneNumberId,
        wa_id: &str,
        now: Timestamp,
    ) -> bool {
        let person = self.people.get(wa_id);
        person.and_then(|person| person.window_until(number)).is_some_and(|until| now < until)
    }
}
