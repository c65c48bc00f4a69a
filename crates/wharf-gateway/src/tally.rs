//! Counting what this process did since it started.

use std::{
    collections::BTreeMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

/// A thing that is counted, by one label.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Count {
    /// Webhook requests, by the HTTP status they got.
    Webhook,
    /// Requests of apps, by edge.
    Front,
    /// Attempts to send, by how they ended.
    Attempt,
    /// Handoffs, by what came of them.
    Handoff,
}

/// The counters.
#[derive(Debug, Default)]
pub(crate) struct Tally(Mutex<BTreeMap<(Count, &'static str), u64>>);

impl Tally {
    pub(crate) fn add(&self, count: Count, label: &'static str) {
        *self.counts().entry((count, label)).or_default() += 1;
    }

    /// Everything counted so far.
    pub(crate) fn all(&self) -> Vec<(Count, &'static str, u64)> {
        self.counts().iter().map(|((count, label), number)| (*count, *label, *number)).collect()
    }

    fn counts(&self) -> MutexGuard<'_, BTreeMap<(Count, &'static str), u64>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
