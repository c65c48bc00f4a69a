//! How a message of the business gets on: ticks on the phone, statuses to the app.

use wharf_model::{error::GraphError, id::MessageId, time::Timestamp, webhook::status::Progress};

use super::{Author, ChatKey, Entry, Standing, World, agenda::Due, webhook, webhook::Manner};
use crate::{
    config::Delays,
    fault::{Kind, Struck},
};

/// What is special about a message's way.
#[derive(Clone, Copy, Debug)]
pub(super) struct Way {
    /// Only `sent` follows a reaction.
    pub(super) reacts: bool,
    /// Everything at once.
    at_once: bool,
    /// `read` comes without `delivered`.
    pub(super) skips_delivered: bool,
}

impl Way {
    pub(super) fn new(reacts: bool, faults: &[Struck]) -> Self {
        let has = |kind| faults.iter().any(|struck| struck.fault == kind);
        Self {
            reacts,
            at_once: has(Kind::StatusesFirst),
            skips_delivered: has(Kind::ReadWithoutDelivered),
        }
    }

    /// How long each step takes.
    pub(super) fn delays(self, delays: Delays) -> Delays {
        if self.at_once { Delays::NONE } else { delays }
    }
}

impl World {
    /// Plans what becomes of a message that was accepted at `now`.
    pub(super) fn plan_progress(
        &mut self,
        id: &MessageId,
        key: &ChatKey,
        way: Way,
        now: Timestamp,
    ) {
        let delays = way.delays(self.delays);
        let mut at = now.plus(delays.sent);
        self.agenda.plan(at, Due::Progress(id.clone(), Progress::Sent));
        let person = self.people.get(&key.1);
        let (reachable, reads) = person.map_or((false, false), |person| {
            (person.reachable && !person.blocks, person.reads && person.script.is_none())
        });
        if way.reacts || !reachable {
            return;
        }
        at = at.plus(delays.delivered);
        if !(reads && way.skips_delivered) {
            self.agenda.plan(at, Due::Progress(id.clone(), Progress::Delivered));
        }
        if reads {
            at = at.plus(delays.read);
            self.agenda.plan(at, Due::Progress(id.clone(), Progress::Read));
        }
    }

    /// Plans that a message which was accepted at `now` fails.
    pub(super) fn plan_failure(
        &mut self,
        id: &MessageId,
        error: GraphError,
        way: Way,
        now: Timestamp,
    ) {
        self.agenda
            .plan(now.plus(way.delays(self.delays).sent), Due::Failure(id.clone(), error.into()));
    }

    /// A message gets so far, and the app is told.
    pub(super) fn progress(&mut self, id: &MessageId, progress: &Progress, at: Timestamp) {
        if self.is_in_group(id) {
            return self.group_progress(id, progress, at);
        }
        let standing = match progress {
            Progress::Sent => Standing::Sent,
            Progress::Delivered => Standing::Delivered,
            _ => Standing::Read,
        };
        // What is read is read, whatever else comes late.
        let before = self.entry(id).map_or(0, |entry| entry.standing.rank());
        if before >= standing.rank() {
            return;
        }
        // The key may be another since the message was accepted.
        let arrives = before < Standing::Delivered.rank() && standing != Standing::Sent;
        if arrives && let Some(error) = self.is_for_somebody_else(id) {
            return self.fail(id, error, at);
        }
        self.stand(id, standing, progress, at);
        if *progress == Progress::Delivered
            && let Some((_, wa_id)) = self.place(id).cloned()
        {
            self.arrived(&wa_id, at);
        }
    }

    /// A message fails, and the app is told why.
    pub(super) fn fail(&mut self, id: &MessageId, error: GraphError, at: Timestamp) {
        if self.is_in_group(id) {
            return self.group_failed(id, error, at);
        }
        self.stand(id, Standing::Failed(Box::new(error)), &Progress::Failed, at);
    }

    fn stand(&mut self, id: &MessageId, standing: Standing, progress: &Progress, at: Timestamp) {
        let Some(key) = self.place(id).cloned() else { return };
        let Some(entry) = self.entry_mut(id) else { return };
        entry.standing = standing;
        self.changed(&key.1);
        let manner = self.manner(&key.1);
        // What nobody hears need not be written.
        let told = if self.is_heard("messages") {
            let entry = self.entry(id);
            let value =
                entry.and_then(|entry| self.status_value(&key, entry, progress, manner, at));
            value.and_then(|value| self.tell("messages", &value))
        } else {
            None
        };
        self.reached(id, at, told);
    }

    fn status_value(
        &self,
        key: &ChatKey,
        entry: &Entry,
        progress: &Progress,
        manner: Manner,
        at: Timestamp,
    ) -> Option<serde_json::Value> {
        if entry.author != Author::Business {
            return None;
        }
        let number = self.numbers.get(&key.0)?;
        Some(webhook::status(number, &key.1, self.people.get(&key.1), entry, progress, manner, at))
    }
}
