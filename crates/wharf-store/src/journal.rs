//! Webhook bodies as they came, and the events they hold.

use async_trait::async_trait;
use wharf_model::time::Timestamp;

use crate::{StoreError, ledger::Evidence};

/// A webhook body, as it came. Its signature was good.
#[derive(Clone, PartialEq, Eq)]
pub struct Arrival {
    /// Its place in the journal.
    pub id: i64,
    /// The body, byte for byte.
    pub body: Vec<u8>,
    /// When it came.
    pub received_at: Timestamp,
}

/// An event found in an arrival.
#[derive(Clone)]
pub struct NewEvent {
    /// Two events with the same key are one: the platform repeats itself.
    pub key: String,
    /// The business phone number id it belongs to; `waba:<id>` for what concerns an account.
    pub lane: String,
    /// Whose conversation it is part of; events of one conversation keep their order.
    pub conversation: String,
    /// The webhook field (`messages`, …).
    pub field: String,
    /// What it is (`message.text`, `status.read`, …).
    pub kind: String,
    /// The platform's id of the message, call or template it speaks of.
    pub item: Option<String>,
    /// When it happened, as the platform says.
    pub happened_at: Option<Timestamp>,
    /// A webhook body with this event alone, in the platform's shape.
    pub body: Vec<u8>,
    /// Why it could not be read, if it could not.
    pub unread: Option<String>,
    /// What it says about one of our sends.
    pub evidence: Option<Evidence>,
}

/// An arrival with the events found in it.
#[derive(Clone, Debug)]
pub struct Indexed {
    /// The arrival's place in the journal.
    pub arrival: i64,
    /// Its events, in order.
    pub events: Vec<NewEvent>,
}

/// What an index step did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IndexReport {
    /// Events that were new.
    pub added: usize,
    /// Events that were there already.
    pub repeated: usize,
    /// Sends that an event moved.
    pub moved: Vec<i64>,
}

/// Webhook bodies, in the order they came.
#[async_trait]
pub trait Journal: Send + Sync {
    /// Keeps a body and gives its place. Returns only once it is durable: the platform is
    /// answered 200 after this and never before.
    async fn journal(&self, body: Vec<u8>, received_at: Timestamp) -> Result<i64, StoreError>;

    /// Up to `most` arrivals that were not indexed yet, oldest first.
    async fn unindexed(&self, most: usize) -> Result<Vec<Arrival>, StoreError>;

    /// In one commit: keeps the events that are new by key, numbers them within their lane,
    /// moves the sends they speak of (see [`crate::ledger`]) and marks the arrivals as indexed.
    /// Doing it again changes nothing.
    async fn index(&self, batch: Vec<Indexed>) -> Result<IndexReport, StoreError>;
}

wharf_model::quiet_debug! {
    Arrival { id, received_at }
    NewEvent { lane, field, kind, item, happened_at, unread, evidence }
}
