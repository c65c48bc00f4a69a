//! Events by lane, and how far each subscriber has come.

use async_trait::async_trait;
use wharf_model::time::Timestamp;

use crate::StoreError;

/// An event as it is kept.
#[derive(Clone, PartialEq, Eq)]
pub struct Event {
    /// Its number within the lane, from 1, without gaps.
    pub seq: i64,
    /// The lane.
    pub lane: String,
    /// Two events with the same key are one.
    pub key: String,
    /// Whose conversation it is part of.
    pub conversation: String,
    /// The webhook field.
    pub field: String,
    /// What it is.
    pub kind: String,
    /// The platform's id of what it speaks of.
    pub item: Option<String>,
    /// When it happened, as the platform says.
    pub happened_at: Option<Timestamp>,
    /// When it was indexed or, on some engines, when its arrival came.
    pub received_at: Timestamp,
    /// A webhook body with this event alone.
    pub body: Vec<u8>,
    /// Why it could not be read, if it could not.
    pub unread: Option<String>,
    /// The send of ours it speaks of.
    pub send: Option<i64>,
    /// The caller's own `biz_opaque_callback_data` of that send, to be put back.
    pub callback_data: Option<String>,
}

/// Somewhere events are handed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subscriber {
    /// Its name, unique.
    pub name: String,
    /// Where to POST to.
    pub url: String,
}

/// How far a subscriber has come in a lane.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// The subscriber's name.
    pub subscriber: String,
    /// The lane.
    pub lane: String,
    /// Number of the last event handed over, parked or buried; 0 at first.
    pub seq: i64,
    /// Number of the newest event in the lane.
    pub newest: i64,
    /// What is known of the failed attempts at the event after `seq`, if there were any.
    pub setback: Option<Setback>,
    /// Whether events of the lane are parked.
    pub parks: bool,
}

/// Failed attempts at an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setback {
    /// How many there were; 0 when it has only waited behind another one.
    pub attempts: u32,
    /// Not to be tried before this moment; [`AT_ONCE`] when nothing speaks against it.
    pub retry_at: Timestamp,
    /// Why the last one failed.
    pub reason: String,
}

/// As a moment to try again: now.
pub const AT_ONCE: Timestamp = Timestamp::from_micros(0);

/// An event that is parked while the cursor moves past it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parking {
    /// The event's number.
    pub seq: i64,
    /// Why it is parked; `None` for one that goes behind the parked events of its conversation.
    pub setback: Option<Setback>,
}

/// The first of a conversation's parked events; those behind it wait for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parked {
    /// The event.
    pub event: Event,
    /// When it is tried again, and why it must be.
    pub setback: Setback,
}

/// Which parked events are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heads<'h> {
    /// So many of those that are tried again first.
    Soonest(usize),
    /// Those of these conversations of a lane.
    Among {
        /// The lane.
        lane: &'h str,
        /// The conversations.
        conversations: &'h [String],
    },
}

/// Which events are asked for; all unless told otherwise.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EventFilter {
    /// Those of this lane.
    pub lane: Option<String>,
    /// Those that could not be read.
    pub unread: bool,
}

/// An event that a subscriber never took.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeadLetter {
    /// The subscriber's name.
    pub subscriber: String,
    /// The event.
    pub event: Event,
    /// Why it was given up.
    pub reason: String,
    /// When it was given up.
    pub buried_at: Timestamp,
}

/// Events and their handoff.
#[async_trait]
pub trait Inbox: Send + Sync {
    /// Up to `most` events of a lane after number `after`, in order.
    async fn events(&self, lane: &str, after: i64, most: usize) -> Result<Vec<Event>, StoreError>;

    /// Up to `most` of the newest events that fit, newest first.
    async fn recent_events(
        &self,
        filter: EventFilter,
        most: usize,
    ) -> Result<Vec<Event>, StoreError>;

    /// Adds a subscriber, or moves it to another URL. A new one begins at the first event kept;
    /// what an old one did not take may be tried again at once.
    async fn subscribe(&self, subscriber: Subscriber) -> Result<(), StoreError>;

    /// Where the subscriber stands in each lane that has events.
    async fn cursors(&self, subscriber: &str) -> Result<Vec<Cursor>, StoreError>;

    /// Notes that everything up to `seq` was handed over but these, which are parked; one commit.
    /// Never moves back, and parks nothing that the cursor had passed before. One that goes behind
    /// parked events that are gone by now is tried at once.
    async fn advance(
        &self,
        subscriber: &str,
        lane: &str,
        seq: i64,
        parked: Vec<Parking>,
    ) -> Result<(), StoreError>;

    /// Notes a failed attempt at the event `seq`: the one after the cursor, or a parked one that is
    /// the first of its conversation. Any other was done with in the meantime, and nothing changes.
    async fn postpone(
        &self,
        subscriber: &str,
        lane: &str,
        seq: i64,
        setback: Setback,
    ) -> Result<(), StoreError>;

    /// Gives up the event `seq` and keeps it as a dead letter; one commit. If it was parked, its
    /// conversation goes on; else the cursor moves past it.
    async fn bury(
        &self,
        subscriber: &str,
        lane: &str,
        seq: i64,
        reason: &str,
        now: Timestamp,
    ) -> Result<(), StoreError>;

    /// The parked events that are the first of their conversation, soonest first. An event without
    /// a conversation is always the first.
    async fn parked(&self, subscriber: &str, heads: Heads<'_>) -> Result<Vec<Parked>, StoreError>;

    /// Notes that a parked event, the first of its conversation, was handed over, and gives the
    /// next one, which may be tried at once.
    async fn release(
        &self,
        subscriber: &str,
        lane: &str,
        seq: i64,
    ) -> Result<Option<Parked>, StoreError>;

    /// Up to `most` dead letters, newest first.
    async fn dead_letters(&self, most: usize) -> Result<Vec<DeadLetter>, StoreError>;
}

wharf_model::quiet_debug! {
    Event { seq, lane, field, kind, item, happened_at, received_at, unread, send }
}
