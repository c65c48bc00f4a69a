//! Templates that go out when a message turns out to have come too late for the window.

use std::{
    collections::VecDeque,
    fmt,
    sync::{Mutex, PoisonError},
};

use wharf_client::{Error, PhoneNumber};
use wharf_model::{
    error::GraphError,
    message::Message,
    webhook::{Status, status::Progress},
};

/// Messages that have a fallback; the oldest lose theirs first.
const FALLBACKS_MAX: usize = 1_000;

/// What to send in place of what.
#[derive(Default)]
pub(super) struct Fallbacks(Mutex<VecDeque<Fallback>>);

pub(super) struct Fallback {
    pub(super) message: String,
    pub(super) number: PhoneNumber,
    pub(super) instead: Message,
}

impl fmt::Debug for Fallbacks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Fallbacks({})", self.0.lock().map_or(0, |kept| kept.len()))
    }
}

impl Fallbacks {
    pub(super) fn keep(&self, fallback: Fallback) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.push_back(fallback);
        if kept.len() > FALLBACKS_MAX {
            kept.pop_front();
        }
    }

    /// Looks what became of a message: when the window was closed, its fallback goes out.
    pub(super) async fn see(&self, status: &Status) -> Result<(), Error> {
        let Some(fallback) = self.take(status) else { return Ok(()) };
        if !status.errors.iter().any(GraphError::is_window_closed) {
            return Ok(());
        }
        tracing::info!("the window was closed: a template goes out instead");
        let sent = fallback.number.send_message(fallback.instead.clone()).await;
        if sent.as_ref().is_err_and(|error| error.class().is_surely_not_done()) {
            // The status comes again, and with it another chance.
            self.keep(fallback);
        }
        sent.map(drop)
    }

    /// The fallback of a message that has come to an end, one way or the other.
    fn take(&self, status: &Status) -> Option<Fallback> {
        if status.status == Progress::Sent {
            return None;
        }
        let id = status.id.as_ref()?.as_str();
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let index = kept.iter().position(|fallback| fallback.message == id)?;
        kept.remove(index)
    }
}
