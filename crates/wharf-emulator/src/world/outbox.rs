//! Webhooks that wait, and what became of the others. Posting them is the shell's.

mod delivery;

use std::collections::{BTreeMap, VecDeque};

use serde::{Deserialize, Serialize};
use wharf_model::{id::PhoneNumberId, time::Timestamp};

pub(crate) use self::delivery::{Delivery, Post, Told};
use super::{World, schedule};

/// Webhooks that wait, at most: the oldest is dropped then.
const WAITING_MOST: usize = 100_000;
/// Webhooks that are remembered after they were taken or dropped.
const REMEMBERED_MOST: usize = 1_000;

/// Webhooks that wait, and what became of the others.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Outbox {
    waiting: Waiting,
    /// The one that is being posted.
    flying: Option<Delivery>,
    remembered: VecDeque<Told>,
    count: u64,
}

/// In order of when they are due, and then of being made.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(from = "Vec<Delivery>", into = "Vec<Delivery>")]
struct Waiting(BTreeMap<(Timestamp, u64), Delivery>);

impl From<Vec<Delivery>> for Waiting {
    fn from(all: Vec<Delivery>) -> Self {
        Self(all.into_iter().map(|delivery| (delivery.key(), delivery)).collect())
    }
}

impl From<Waiting> for Vec<Delivery> {
    fn from(waiting: Waiting) -> Self {
        waiting.0.into_values().collect()
    }
}

impl Outbox {
    pub(super) fn number(&mut self) -> u64 {
        self.count += 1;
        self.count
    }

    pub(super) fn put(&mut self, delivery: Delivery) {
        if self.waiting.0.len() == WAITING_MOST && self.waiting.0.pop_first().is_some() {
            tracing::warn!("too many webhooks wait: the oldest was dropped");
        }
        self.waiting.0.insert(delivery.key(), delivery);
    }

    /// A body that still has room for one more change like this.
    pub(super) fn open(&mut self, number: Option<&PhoneNumberId>) -> Option<&mut Delivery> {
        let mut newest = self.waiting.0.values_mut().rev();
        newest.find(|delivery| delivery.has_room() && delivery.number.as_ref() == number)
    }

    /// What is due and has somewhere to go.
    fn due(&self, now: Timestamp, leads: impl Fn(&Delivery) -> bool) -> Option<(Timestamp, u64)> {
        let mut due = self.waiting.0.range(..=(now, u64::MAX));
        due.find(|(_, delivery)| leads(delivery)).map(|(key, _)| *key)
    }

    fn remember(&mut self, told: Told) {
        if self.remembered.len() == REMEMBERED_MOST {
            self.remembered.pop_front();
        }
        self.remembered.push_back(told);
    }

    /// What became of the newest webhooks, newest first.
    pub(crate) fn told(&self, most: usize) -> Vec<Told> {
        let waiting = self.waiting.0.values().chain(&self.flying).map(|delivery| {
            let word = if delivery.attempts == 0 { "waiting" } else { "retrying" };
            delivery.told(word, delivery.answer.clone())
        });
        let mut all: Vec<_> = waiting.chain(self.remembered.iter().cloned()).collect();
        all.sort_by_key(|told| std::cmp::Reverse(told.id));
        all.truncate(most);
        all
    }

    /// What became of a webhook, as message history spells it; `None`: that is forgotten.
    pub(super) fn state(&self, id: u64) -> Option<&'static str> {
        let mut waiting = self.waiting.0.values().chain(&self.flying);
        if let Some(delivery) = waiting.find(|delivery| delivery.id == id) {
            return Some(if delivery.attempts == 0 { "PENDING" } else { "RETRYING" });
        }
        let told = self.remembered.iter().find(|told| told.id == id)?;
        Some(if told.state == "taken" { "DELIVERED" } else { "FAILED" })
    }

    /// What was under way when the snapshot was taken is posted again.
    pub(super) fn land(&mut self) {
        if let Some(delivery) = self.flying.take() {
            self.put(delivery);
        }
    }
}

impl World {
    /// Takes the next webhook that is due, to be posted; [`World::settle`] says how that went.
    pub(crate) fn take_post(&mut self, now: Timestamp) -> Option<Post> {
        if self.outbox.flying.is_some() || !self.callbacks.is_any() {
            return None;
        }
        let key = self.outbox.due(now, |delivery| self.callbacks.of(delivery).is_some())?;
        let delivery = self.outbox.waiting.0.remove(&key)?;
        let post = Post {
            target: self.callbacks.of(&delivery)?.clone(),
            body: delivery.body(),
            id: delivery.id,
        };
        self.outbox.flying = Some(delivery);
        Some(post)
    }

    /// The webhook under way was taken, or why not: then it is posted again later, or given up.
    pub(crate) fn settle(&mut self, outcome: Result<(), String>, now: Timestamp) {
        let Some(mut delivery) = self.outbox.flying.take() else { return };
        delivery.attempts += 1;
        let Err(answer) = outcome else {
            let told = delivery.told("taken", Some("HTTP 200".to_owned()));
            return self.outbox.remember(told);
        };
        if let Some(due) = schedule::again(delivery.made_at, delivery.attempts, now) {
            (delivery.due, delivery.answer) = (due, Some(answer));
            self.outbox.put(delivery);
        } else {
            let told = delivery.told("dropped", Some(answer));
            self.outbox.remember(told);
        }
    }

    /// When the next webhook that has somewhere to go is due.
    pub(crate) fn next_post(&self) -> Option<Timestamp> {
        if !self.callbacks.is_any() {
            return None;
        }
        let mut all = self.outbox.waiting.0.values();
        all.find(|delivery| self.callbacks.of(delivery).is_some()).map(|delivery| delivery.due)
    }

    /// Whether a webhook is under way, or should be.
    pub(crate) fn is_posting(&self, now: Timestamp) -> bool {
        self.outbox.flying.is_some() || self.next_post().is_some_and(|due| due <= now)
    }
}
