//! What outlives one event: who waits for what, what runs, and whether it is to end.

use tokio_util::{sync::CancellationToken, task::TaskTracker};

use super::{fallback::Fallbacks, waiting::Waiting};

/// Shared by all clones of a router.
#[derive(Debug, Default)]
pub(super) struct Desk {
    pub(super) waiting: Waiting,
    pub(super) fallbacks: Fallbacks,
    pub(super) tasks: TaskTracker,
    pub(super) stop: CancellationToken,
}

impl Desk {
    /// Takes nothing new, wakes who waits, and lets what runs come to its end.
    pub(super) async fn drain(&self) {
        self.stop.cancel();
        self.tasks.close();
        self.tasks.wait().await;
    }
}
