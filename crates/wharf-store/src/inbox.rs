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
    /// Number of the last event handed over, or buried; 0 at first.
    pub seq: i64,
    /// Number of the newest event in the lane.
    pub newest: i64,
    /// Failed attempts at the event after `seq`.
    pub attempts: u32,
    /// Not before this moment.
    pub retry_at: Option<Timestamp>,
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

    /// Up to `most` of the newest events over all lanes, newest first.
    async fn recent_events(&self, most: usize) -> Result<Vec<Event>, StoreError>;

    /// Adds a subscriber, or moves it to another URL. A new one begins at the first event kept.
    async fn subscribe(&self, subscriber: Subscriber) -> Result<(), StoreError>;

    /// Where the subscriber stands in each lane that has events.
    async fn cursors(&self, subscriber: &str) -> Result<Vec<Cursor>, StoreError>;

    /// Notes that everything up to `seq` was handed over. Never moves back.
    async fn advance(&self, subscriber: &str, lane: &str, seq: i64) -> Result<(), StoreError>;

    /// Notes a failed attempt at the next event, and when to try again.
    async fn postpone(
        &self,
        subscriber: &str,
        lane: &str,
        attempts: u32,
        retry_at: Timestamp,
    ) -> Result<(), StoreError>;

    /// Gives up the event `seq`, keeps it as a dead letter, and moves past it; one commit.
    async fn bury(
        &self,
        subscriber: &str,
        lane: &str,
        seq: i64,
        reason: &str,
        now: Timestamp,
    ) -> Result<(), StoreError>;

    /// Up to `most` dead letters, newest first.
    async fn dead_letters(&self, most: usize) -> Result<Vec<DeadLetter>, StoreError>;
}

wharf_model::quiet_debug! {
    Event { seq, lane, field, kind, item, happened_at, received_at, unread, send }
}
