//! Handlers that wait: for somebody's next message, or for what becomes of one that was sent.

mod known;
mod missed;
mod seen;
mod watch;
mod who;

use std::{
    fmt,
    sync::{Mutex, PoisonError},
};

use known::Known;
pub use missed::Missed;
use seen::Seen;
use tokio::sync::oneshot;
pub use watch::Watch;
use wharf_model::webhook::{Status, status::Progress};
pub(super) use who::Who;

use super::{Context, filter::Filter};

/// Takes an event if it is the awaited one.
type Take = Box<dyn FnMut(&Context) -> bool + Send>;
/// Where the awaited status goes.
type Told = oneshot::Sender<Result<Status, Missed>>;

/// Whose place, which message, how far, and who is told.
type Awaited = (u64, String, Progress, Told);

/// Who waits for what.
#[derive(Default)]
pub(super) struct Waiting(Mutex<Places>);

#[derive(Default)]
struct Places {
    /// How many have begun to wait so far; the number of the last of them.
    next: u64,
    replies: Vec<(u64, Take)>,
    statuses: Vec<Awaited>,
    known: Known,
    seen: Seen,
}

impl Places {
    /// Tells what is known already, or keeps it until it is.
    fn await_status(&mut self, (number, message, goal, tell): Awaited) {
        match self.known.of(&message).and_then(|status| reached(status, &goal)) {
            // Whoever asked may have gone.
            Some(end) => drop(tell.send(end)),
            None => self.statuses.push((number, message, goal, tell)),
        }
    }
}

/// A place among those that wait; given up when dropped.
pub(super) struct Place<'w> {
    waiting: &'w Waiting,
    number: u64,
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        let number = self.number;
        self.waiting.with(|places| {
            places.replies.retain(|(place, _)| *place != number);
            places.statuses.retain(|(place, ..)| *place != number);
        });
    }
}

impl Waiting {
    fn with<T>(&self, act: impl FnOnce(&mut Places) -> T) -> T {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Waits for an event of this person that fits and is not older than what was asked.
    pub(super) fn for_reply<T: Send + 'static>(
        &self,
        who: Who,
        filter: Filter<T>,
    ) -> (Place<'_>, oneshot::Receiver<(Context, T)>) {
        let (tell, told) = oneshot::channel();
        let mut tell = Some(tell);
        let take = move |context: &Context| {
            if !who.wrote(context) {
                return false;
            }
            let Some(value) = filter.pick(context) else { return false };
            // Whoever waited may have gone in this moment: then it is everybody's.
            tell.take().is_some_and(|tell| tell.send((context.clone(), value)).is_ok())
        };
        let number = self.with(|places| {
            places.next += 1;
            places.replies.push((places.next, Box::new(take)));
            places.next
        });
        (Place { waiting: self, number }, told)
    }

    /// Waits until a message got this far. What is known already is told at once.
    pub(super) fn for_status(
        &self,
        message: &str,
        goal: Progress,
    ) -> (Place<'_>, oneshot::Receiver<Result<Status, Missed>>) {
        let (tell, told) = oneshot::channel();
        let number = self.with(|places| {
            places.next += 1;
            let message = places.known.instead_of(message).unwrap_or(message).to_owned();
            places.await_status((places.next, message, goal, tell));
            places.next
        });
        (Place { waiting: self, number }, told)
    }

    /// How many have begun to wait so far.
    pub(super) fn count(&self) -> u64 {
        self.with(|places| places.next)
    }

    /// Shows a message to who waits for one of this person's; `true` when somebody took it. One that comes again after
    /// it failed is no answer for who began to wait after it had first come.
    pub(super) fn offer(&self, key: &str, context: &Context) -> bool {
        self.with(|places| {
            let first = places.seen.first(key).unwrap_or(u64::MAX);
            let mut waiting = places.replies.iter_mut();
            let taker = waiting.position(|(number, take)| *number <= first && take(context));
            taker.map(|index| places.replies.remove(index)).is_some()
        })
    }

    /// A message failed, and will come again; so many had begun to wait when it came.
    pub(super) fn failed(&self, key: &str, waits: u64) {
        self.with(|places| places.seen.keep(key, waits));
    }

    /// A message went well, and will not come again.
    pub(super) fn settled(&self, key: &str) {
        self.with(|places| places.seen.forget(key));
    }

    /// From now on, whoever waits for a message waits for the one that was sent instead.
    pub(super) fn follow(&self, message: &str, instead: &str) {
        self.with(|places| {
            places.known.replace(message, instead);
            let moved: Vec<_> =
                places.statuses.extract_if(.., |(_, of, ..)| of == message).collect();
            for (number, _, goal, tell) in moved {
                places.await_status((number, instead.to_owned(), goal, tell));
            }
        });
    }

    /// Tells who waits what became of a message.
    pub(super) fn tell(&self, status: &Status) {
        let Some(id) = &status.id else { return };
        self.with(|places| {
            places.known.keep(status);
            let waits = |(_, message, goal, _): &mut Awaited| {
                message == id.as_str() && reached(status, goal).is_some()
            };
            let ended: Vec<_> = places.statuses.extract_if(.., waits).collect();
            for (_, _, goal, tell) in ended {
                if let Some(end) = reached(status, &goal) {
                    // Whoever waited may have gone.
                    drop(tell.send(end));
                }
            }
        });
    }
}

impl fmt::Debug for Waiting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.with(|places| {
            let (replies, statuses) = (places.replies.len(), places.statuses.len());
            write!(f, "Waiting({replies} for replies, {statuses} for statuses)")
        })
    }
}

/// Whether a status ends the waiting for this goal, and how.
fn reached(status: &Status, goal: &Progress) -> Option<Result<Status, Missed>> {
    if status.status == Progress::Failed && *goal != Progress::Failed {
        return Some(Err(Missed::Failed(Box::new(status.clone()))));
    }
    let there = status.status == *goal || known::rank(&status.status) >= known::rank(goal).max(1);
    there.then(|| Ok(status.clone()))
}
