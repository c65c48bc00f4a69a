//! Looking after the store.

use async_trait::async_trait;

use crate::{StoreError, ledger::State};

/// How much is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Webhook bodies.
    pub arrivals: u64,
    /// Of those, not yet indexed.
    pub unindexed: u64,
    /// Events.
    pub events: u64,
    /// Of those, unread.
    pub unread: u64,
    /// Conversations with parked events, of all subscribers; an event without one counts alone.
    pub parked: u64,
    /// Dead letters.
    pub dead_letters: u64,
    /// Sends by state; states without a send are absent.
    pub sends: Vec<(State, u64)>,
}

/// Counting, checking, closing.
#[async_trait]
pub trait Ops: Send + Sync {
    /// How much is kept.
    async fn counts(&self) -> Result<Counts, StoreError>;

    /// Writes and reads a row: the store can be used.
    async fn check(&self) -> Result<(), StoreError>;

    /// Commits what waits and closes. Verbs fail afterwards.
    async fn close(&self) -> Result<(), StoreError>;
}
