//! Lanes: as many webhooks are posted at once, and those of one chat are in one lane.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use wharf_model::{id::PhoneNumberId, time::Timestamp};

use super::Delivery;

/// All of them; one at least.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(from = "Written", into = "Written")]
pub(super) struct Lanes(Vec<Lane>);

/// Webhooks in order of when they are due, and then of being made.
#[derive(Clone, Debug, Default)]
struct Lane {
    waiting: BTreeMap<(Timestamp, u64), Delivery>,
    /// The one that is being posted.
    flying: Option<Delivery>,
}

impl Default for Lanes {
    fn default() -> Self {
        Self::new(1)
    }
}

impl Lanes {
    pub(super) fn new(at_once: usize) -> Self {
        Self(vec![Lane::default(); at_once.max(1)])
    }

    /// The same webhooks, in as many lanes.
    pub(super) fn spread_over(&mut self, at_once: usize) {
        let written = Written::from(std::mem::take(self));
        *self = Written { at_once, ..written }.into();
    }

    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    pub(super) fn waiting(&self) -> usize {
        self.0.iter().map(|lane| lane.waiting.len()).sum()
    }

    pub(super) fn flying(&self) -> impl Iterator<Item = &Delivery> {
        self.0.iter().filter_map(|lane| lane.flying.as_ref())
    }

    pub(super) fn all(&self) -> impl Iterator<Item = &Delivery> {
        self.0.iter().flat_map(|lane| lane.waiting.values()).chain(self.flying())
    }

    pub(super) fn put(&mut self, delivery: Delivery) {
        let lane = usize::try_from(delivery.about % self.0.len() as u64).unwrap_or(0);
        if let Some(lane) = self.0.get_mut(lane) {
            lane.waiting.insert(delivery.key(), delivery);
        }
    }

    pub(super) fn drop_oldest(&mut self) -> Option<Delivery> {
        let fullest = self.0.iter_mut().max_by_key(|lane| lane.waiting.len())?;
        fullest.waiting.pop_first().map(|(_, delivery)| delivery)
    }

    /// A body that still has room for one more change about this number.
    pub(super) fn open(&mut self, number: Option<&PhoneNumberId>) -> Option<&mut Delivery> {
        let all = self.0.iter_mut().flat_map(|lane| lane.waiting.values_mut().rev());
        all.filter(|delivery| delivery.has_room() && delivery.number.as_ref() == number)
            .max_by_key(|delivery| delivery.id)
    }

    /// Takes the first that is due and leads somewhere, unless one is under way; with those behind it
    /// when there are more than `backlog`.
    pub(super) fn take(
        &mut self,
        lane: usize,
        now: Timestamp,
        backlog: Option<u32>,
        leads: impl Fn(&Delivery) -> bool,
    ) -> Option<&Delivery> {
        let lane = self.0.get_mut(lane).filter(|lane| lane.flying.is_none())?;
        let mut due = lane.waiting.range(..=(now, u64::MAX));
        let key = due.find(|(_, delivery)| leads(delivery)).map(|(key, _)| *key)?;
        let mut delivery = lane.waiting.remove(&key)?;
        let more = |backlog: u32| {
            let backlog = usize::try_from(backlog).unwrap_or(usize::MAX);
            lane.waiting.range(..=(now, u64::MAX)).nth(backlog).is_some()
        };
        if backlog.is_some_and(more) {
            lane.gather(&mut delivery, now);
        }
        lane.flying = Some(delivery);
        lane.flying.as_ref()
    }

    /// The one that was under way.
    pub(super) fn land(&mut self, lane: usize) -> Option<Delivery> {
        self.0.get_mut(lane)?.flying.take()
    }

    /// When the first that leads somewhere is due.
    pub(super) fn next(&self, lane: usize, leads: impl Fn(&Delivery) -> bool) -> Option<Timestamp> {
        let mut all = self.0.get(lane)?.waiting.values();
        all.find(|delivery| leads(delivery)).map(|delivery| delivery.due)
    }
}

impl Lane {
    /// Puts those that are due and go the same way into one body, up to the first that does not.
    fn gather(&mut self, delivery: &mut Delivery, now: Timestamp) {
        while let Some(first) = self.waiting.first_entry()
            && first.key().0 <= now
            && delivery.takes(first.get())
        {
            delivery.take(first.remove());
        }
    }
}

/// In a snapshot: what is under way then is posted again.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    at_once: usize,
    waiting: Vec<Delivery>,
}

impl From<Written> for Lanes {
    fn from(written: Written) -> Self {
        let mut lanes = Self::new(written.at_once);
        for delivery in written.waiting {
            lanes.put(delivery);
        }
        lanes
    }
}

impl From<Lanes> for Written {
    fn from(lanes: Lanes) -> Self {
        let at_once = lanes.count();
        let all =
            lanes.0.into_iter().flat_map(|lane| lane.waiting.into_values().chain(lane.flying));
        let mut waiting: Vec<_> = all.collect();
        waiting.sort_by_key(Delivery::key);
        Self { at_once, waiting }
    }
}
