//! Waking who waits for work.

use tokio::sync::watch;

/// Wakes everyone who listens. Many rings may be heard as one.
#[derive(Debug)]
pub(crate) struct Bell(watch::Sender<()>);

/// Hears a bell; a ring between two waits is not missed.
#[derive(Debug)]
pub(crate) struct Ear(watch::Receiver<()>);

impl Bell {
    pub(crate) fn new() -> Self {
        Self(watch::Sender::new(()))
    }

    pub(crate) fn ring(&self) {
        self.0.send_replace(());
    }

    pub(crate) fn listen(&self) -> Ear {
        Ear(self.0.subscribe())
    }
}

impl Ear {
    /// Waits for the next ring.
    pub(crate) async fn heard(&mut self) {
        if self.0.changed().await.is_err() {
            // The bell is gone: it will not ring again.
            std::future::pending::<()>().await;
        }
    }
}
