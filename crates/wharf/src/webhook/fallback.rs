//! Templates that go out when a message turns out to have come too late for the window.

use std::{
    collections::VecDeque,
    fmt,
    sync::{Mutex, PoisonError},
};

use wharf_client::{Error, PhoneNumber};
use wharf_model::{
    error::GraphError,
    message::{Message, Sent},
    webhook::{Status, status::Progress},
};

/// Messages that have a fallback; the oldest lose theirs first.
const FALLBACKS_MAX: usize = 1_000;

/// What to send in place of what.
#[derive(Default)]
pub(super) struct Fallbacks(Mutex<Kept>);

#[derive(Default)]
struct Kept {
    fallbacks: VecDeque<Fallback>,
    /// Messages that were too late and had no fallback: the status may be faster than the answer to the send.
    late: VecDeque<String>,
}

pub(super) struct Fallback {
    pub(super) message: String,
    pub(super) number: PhoneNumber,
    pub(super) instead: Message,
}

impl fmt::Debug for Fallbacks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Fallbacks({})", self.with(|kept| kept.fallbacks.len()))
    }
}

impl Fallback {
    pub(super) async fn send(&self) -> Result<Sent, Error> {
        tracing::info!("the window was closed: a template goes out instead");
        self.number.send_message(self.instead.clone()).await
    }
}

impl Fallbacks {
    fn with<T>(&self, act: impl FnOnce(&mut Kept) -> T) -> T {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Keeps a fallback for the status that may come; gives it back when that has come already.
    pub(super) fn keep(&self, fallback: Fallback) -> Option<Fallback> {
        self.with(|kept| {
            if let Some(index) = kept.late.iter().position(|late| *late == fallback.message) {
                kept.late.remove(index);
                return Some(fallback);
            }
            push(&mut kept.fallbacks, fallback);
            None
        })
    }

    /// What to send now: the fallback of a message that was too late for the window. One that came to another end has
    /// none any more.
    pub(super) fn due(&self, status: &Status) -> Option<Fallback> {
        if status.status == Progress::Sent {
            return None;
        }
        let late = status.errors.iter().any(GraphError::is_window_closed);
        let id = status.id.as_ref()?.as_str();
        self.with(|kept| {
            let index = kept.fallbacks.iter().position(|fallback| fallback.message == id);
            let fallback = index.and_then(|index| kept.fallbacks.remove(index));
            if late && fallback.is_none() && !kept.late.iter().any(|late| late == id) {
                push(&mut kept.late, id.to_owned());
            }
            fallback.filter(|_| late)
        })
    }
}

fn push<T>(kept: &mut VecDeque<T>, last: T) {
    kept.push_back(last);
    if kept.len() > FALLBACKS_MAX {
        kept.pop_front();
    }
}
