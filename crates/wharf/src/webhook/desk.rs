//! What outlives one event: who waits for what, what runs, and whether it is to end.

use tokio_util::{sync::CancellationToken, task::TaskTracker};
use wharf_client::Error;
use wharf_model::{message::Sent, webhook::Status};

use super::{
    fallback::{Fallback, Fallbacks},
    waiting::Waiting,
};

/// Shared by all clones of a router.
#[derive(Debug, Default)]
pub(super) struct Desk {
    pub(super) waiting: Waiting,
    pub(super) fallbacks: Fallbacks,
    pub(super) tasks: TaskTracker,
    pub(super) stop: CancellationToken,
}

impl Desk {
    /// Hears what became of a message: if the window was closed, the template goes out that was to be sent instead, and
    /// whoever waits for the message waits for the template from then on. Else they are told.
    pub(super) async fn hear(&self, status: &Status) -> Result<(), Error> {
        let Some(fallback) = self.fallbacks.due(status) else {
            self.waiting.tell(status);
            return Ok(());
        };
        let sent = fallback.send().await;
        match &sent {
            Ok(sent) => match sent.id() {
                Some(id) => self.waiting.follow(&fallback.message, id.as_str()),
                None => self.waiting.tell(status),
            },
            // The status comes again, and with it another chance.
            Err(error) if error.class().is_surely_not_done() => drop(self.fallbacks.keep(fallback)),
            Err(_) => self.waiting.tell(status),
        }
        sent.map(drop)
    }

    /// Keeps what to send if the window turns out to be closed. When its status was faster than the answer to the send,
    /// that is now: gives what the template was answered.
    pub(super) async fn keep(&self, fallback: Fallback) -> Option<Result<Sent, Error>> {
        Some(self.fallbacks.keep(fallback)?.send().await)
    }

    /// Takes nothing new, wakes who waits, and lets what runs come to its end.
    pub(super) async fn drain(&self) {
        self.stop.cancel();
        self.tasks.close();
        self.tasks.wait().await;
    }
}
