//! Webhooks that wait, and what became of the others. Posting them is the shell's.

mod delivery;
mod lanes;

use std::collections::VecDeque;

use serde::{Deserialize, Serialize};
use wharf_model::{id::PhoneNumberId, time::Timestamp};

pub(crate) use self::delivery::{Delivery, Post, Told};
use self::lanes::Lanes;
use super::{World, schedule};

/// Webhooks that wait, at most: the oldest is dropped then.
const WAITING_MOST: usize = 100_000;
/// Webhooks that are remembered after they were taken or dropped.
const REMEMBERED_MOST: usize = 1_000;
/// Bytes of their bodies.
const REMEMBERED_BYTES_MOST: usize = 16 * 1024 * 1024;

/// Webhooks that wait, and what became of the others.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Outbox {
    lanes: Lanes,
    remembered: VecDeque<Told>,
    remembered_bytes: usize,
    count: u64,
}

impl Outbox {
    /// How many are posted at once: those of one chat follow each other all the same.
    pub(super) fn new(at_once: usize) -> Self {
        Self { lanes: Lanes::new(at_once), ..Self::default() }
    }

    pub(super) fn number(&mut self) -> u64 {
        self.count += 1;
        self.count
    }

    pub(super) fn put(&mut self, delivery: Delivery) {
        if self.lanes.waiting() >= WAITING_MOST
            && let Some(dropped) = self.lanes.drop_oldest()
        {
            tracing::warn!(webhook = dropped.id, "too many webhooks wait: the oldest was dropped");
            let why = format!("more than {WAITING_MOST} waited");
            self.remember(dropped.told("dropped", Some(why)));
        }
        self.lanes.put(delivery);
    }

    /// A body that still has room for one more change like this.
    pub(super) fn open(&mut self, number: Option<&PhoneNumberId>) -> Option<&mut Delivery> {
        self.lanes.open(number)
    }

    /// Posts as many at once from now on.
    pub(crate) fn spread_over(&mut self, at_once: usize) {
        self.lanes.spread_over(at_once);
    }

    /// How many wait or are under way.
    pub(crate) fn waiting(&self) -> usize {
        self.lanes.waiting() + self.lanes.flying().count()
    }

    fn remember(&mut self, told: Told) {
        self.remembered_bytes += told.body.len();
        self.remembered.push_back(told);
        while self.remembered.len() > REMEMBERED_MOST
            || self.remembered_bytes > REMEMBERED_BYTES_MOST
        {
            let Some(oldest) = self.remembered.pop_front() else { return };
            self.remembered_bytes = self.remembered_bytes.saturating_sub(oldest.body.len());
        }
    }

    /// What became of the newest webhooks, newest first.
    pub(crate) fn told(&self, most: usize) -> Vec<Told> {
        let waiting = self.lanes.all().map(|delivery| {
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
        let mut waiting = self.lanes.all();
        if let Some(delivery) = waiting.find(|delivery| delivery.is(id)) {
            return Some(if delivery.attempts == 0 { "PENDING" } else { "RETRYING" });
        }
        let told = self.remembered.iter().find(|told| told.id == id || told.also.contains(&id))?;
        Some(if told.state == "taken" { "DELIVERED" } else { "FAILED" })
    }
}

impl World {
    /// Takes the next webhook of a lane that is due, to be posted; [`World::settle`] says how that went.
    pub(crate) fn take_post(&mut self, lane: usize, now: Timestamp) -> Option<Post> {
        if !self.apps.is_any() {
            return None;
        }
        let (apps, backlog) = (&self.apps, self.rules.backlog);
        let delivery =
            self.outbox.lanes.take(lane, now, backlog, |delivery| apps.lead(delivery))?;
        let targets = apps.targets(delivery).collect();
        Some(Post { id: delivery.id, targets, body: delivery.body() })
    }

    /// The webhook under way in a lane was taken, or why not: then it is posted again later, or given up.
    pub(crate) fn settle(&mut self, lane: usize, outcome: Result<(), String>, now: Timestamp) {
        let Some(mut delivery) = self.outbox.lanes.land(lane) else { return };
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
        (0..self.outbox.lanes.count()).filter_map(|lane| self.next_post_of(lane)).min()
    }

    /// The same, of one lane.
    pub(crate) fn next_post_of(&self, lane: usize) -> Option<Timestamp> {
        if !self.apps.is_any() {
            return None;
        }
        self.outbox.lanes.next(lane, |delivery| self.apps.lead(delivery))
    }

    /// Whether a webhook is under way, or should be.
    pub(crate) fn is_posting(&self, now: Timestamp) -> bool {
        self.outbox.lanes.flying().next().is_some()
            || self.next_post().is_some_and(|due| due <= now)
    }
}
