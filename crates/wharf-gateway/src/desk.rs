//! What every room may use.

use std::sync::Arc;

use tokio_util::sync::CancellationToken;
use wharf_model::time::{Clock, Timestamp};
use wharf_store::{ErrorKind, Store, StoreError};

use crate::{
    Subscriber, bell::Bell, config::Setup, front::Waiting, handoff::Circuit, tally::Tally,
};

/// What every room may use.
pub(crate) struct Desk {
    pub(crate) setup: Setup,
    pub(crate) store: Arc<dyn Store>,
    pub(crate) clock: Arc<dyn Clock>,
    /// Rings when an arrival waits for the index.
    pub(crate) arrived: Bell,
    /// Rings when events wait for their handoff.
    pub(crate) indexed: Bell,
    /// Rings when a send may have become due.
    pub(crate) queued: Bell,
    pub(crate) waiting: Waiting,
    pub(crate) tally: Tally,
    /// One for each subscriber.
    pub(crate) circuits: Vec<Arc<Circuit>>,
    /// Cancelled when the store's device failed: what is durable is no longer known.
    pub(crate) broken: CancellationToken,
    /// Nothing new is taken once this is cancelled.
    pub(crate) stopping: CancellationToken,
}

impl Desk {
    pub(crate) fn new(setup: Setup, store: Arc<dyn Store>, clock: Arc<dyn Clock>) -> Self {
        let circuit = |subscriber: &Subscriber| Arc::new(Circuit::new(subscriber.clone()));
        Self {
            circuits: setup.subscribers.iter().map(circuit).collect(),
            setup,
            store,
            clock,
            arrived: Bell::new(),
            indexed: Bell::new(),
            queued: Bell::new(),
            waiting: Waiting::default(),
            tally: Tally::default(),
            broken: CancellationToken::new(),
            stopping: CancellationToken::new(),
        }
    }

    /// Logs that the store failed, and what that means.
    pub(crate) fn failed(&self, error: &StoreError, what: &str) {
        tracing::error!(%error, "{what}");
        if error.kind() == ErrorKind::Broken {
            self.broken.cancel();
        }
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.clock.now()
    }
}
