//! Statuses of late: one may come before anybody waits for it, even before the answer to the send.

use std::collections::{HashMap, VecDeque};

use wharf_model::webhook::{Status, status::Progress};

/// Messages whose status is known; the oldest are forgotten first.
const MESSAGES_MAX: usize = 1_000;

/// How far the last messages got.
#[derive(Default)]
pub(super) struct Known {
    statuses: HashMap<String, Status>,
    order: VecDeque<String>,
    /// Messages and what was sent in their place, the oldest first.
    instead: VecDeque<(String, String)>,
}

/// How far a message got, as a number; 0 for what is no step on its way. A status may skip steps and come late.
pub(super) fn rank(progress: &Progress) -> u8 {
    match progress {
        Progress::Sent => 1,
        Progress::Delivered => 2,
        Progress::Read => 3,
        Progress::Played => 4,
        _ => 0,
    }
}

impl Known {
    pub(super) fn of(&self, message: &str) -> Option<&Status> {
        self.statuses.get(message)
    }

    /// What was sent in place of a message.
    pub(super) fn instead_of(&self, message: &str) -> Option<&str> {
        let found = self.instead.iter().find(|(of, _)| of == message);
        found.map(|(_, instead)| instead.as_str())
    }

    pub(super) fn replace(&mut self, message: &str, instead: &str) {
        self.instead.push_back((message.to_owned(), instead.to_owned()));
        if self.instead.len() > MESSAGES_MAX {
            self.instead.pop_front();
        }
    }

    /// Remembers a status, unless a better one of the same message is known.
    pub(super) fn keep(&mut self, status: &Status) {
        let Some(id) = status.id.as_ref().map(|id| id.as_str().to_owned()) else { return };
        let failed = |status: &Status| status.status == Progress::Failed;
        if let Some(known) = self.statuses.get_mut(&id) {
            if failed(status) || rank(&status.status) > rank(&known.status) {
                known.clone_from(status);
            }
        } else {
            self.statuses.insert(id.clone(), status.clone());
            self.order.push_back(id);
        }
        if self.order.len() > MESSAGES_MAX
            && let Some(oldest) = self.order.pop_front()
        {
            self.statuses.remove(&oldest);
        }
    }
}
