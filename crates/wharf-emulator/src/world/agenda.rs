//! What happens later by itself.

use std::collections::BTreeMap;

use wharf_model::{error::GraphError, id::MessageId, time::Timestamp, webhook::status::Progress};

use super::World;

/// Something that happens later.
#[derive(Clone, Debug)]
pub(super) enum Due {
    /// A message of the business gets so far.
    Progress(MessageId, Progress),
    /// A message of the business fails after it was accepted.
    Failure(MessageId, GraphError),
    /// "typing…" goes away.
    TypingEnds(super::ChatKey),
}

/// What happens later, in order of time and then of being planned.
#[derive(Debug, Default)]
pub(super) struct Agenda {
    planned: BTreeMap<(Timestamp, u64), Due>,
    count: u64,
}

impl Agenda {
    pub(super) fn plan(&mut self, at: Timestamp, due: Due) {
        self.count += 1;
        self.planned.insert((at, self.count), due);
    }

    fn take(&mut self, now: Timestamp) -> Option<(Timestamp, Due)> {
        let first = self.planned.first_entry().filter(|first| first.key().0 <= now)?;
        let ((at, _), due) = first.remove_entry();
        Some((at, due))
    }
}

impl World {
    /// When something happens next.
    pub(crate) fn next_due(&self) -> Option<Timestamp> {
        self.agenda.planned.first_key_value().map(|((at, _), _)| *at)
    }

    /// Lets everything happen that is due.
    pub(crate) fn tick(&mut self, now: Timestamp) {
        while let Some((at, due)) = self.agenda.take(now) {
            match due {
                Due::Progress(id, progress) => self.progress(&id, &progress, at),
                Due::Failure(id, error) => self.fail(&id, error, at),
                Due::TypingEnds(key) => self.typing_ended(&key, now),
            }
        }
    }
}
