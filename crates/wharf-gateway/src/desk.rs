//! What every room may use.

use std::sync::Arc;

use tokio_util::sync::CancellationToken;
use wharf_model::time::{Clock, Timestamp};
use wharf_store::{ErrorKind, Store, StoreError};

use crate::{
    Subscriber,
    bell::Bell,
    config::Setup,
    front::Waiting,
    handoff::Circuit,
    rarely::{Doubling, Failures},
    tally::Tally,
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
    /// Webhooks whose signature was not good.
    pub(crate) forged: Doubling,
    /// Handshakes whose verify token was not ours.
    pub(crate) strange: Doubling,
    /// Requests in a row that the platform did not answer.
    pub(crate) unanswered: Doubling,
    /// How the store failed lately.
    pub(crate) failures: Failures,
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
            forged: Doubling::default(),
            strange: Doubling::default(),
            unanswered: Doubling::default(),
            failures: Failures::default(),
            broken: CancellationToken::new(),
            stopping: CancellationToken::new(),
        }
    }

    /// Remembers that the store failed, and logs what that means: at once, then every 10 s how often.
    pub(crate) fn failed(&self, error: &StoreError, what: &'static str) {
        match self.failures.note(what, error) {
            None => {}
            Some(0) => tracing::error!(%error, "{what}"),
            Some(more) => tracing::error!(%error, more, "{what}"),
        }
        if error.kind() == ErrorKind::Broken {
            self.broken.cancel();
        }
    }

    /// Logs, now and then, that the platform did not answer.
    pub(crate) fn platform_is_silent(&self, why: &str) {
        if let Some(times) = self.unanswered.again() {
            tracing::warn!(times, "the platform did not answer: {why}");
        }
    }

    /// The platform answered.
    pub(crate) fn platform_answered(&self) {
        if self.unanswered.over() > 0 {
            tracing::info!("the platform answers again");
        }
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.clock.now()
    }
}
