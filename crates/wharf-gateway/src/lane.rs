//! Sends on their way: what is due is paced, claimed, sent once and settled.

mod claim;
mod pace;
mod send;
mod settle;

use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use tokio::time::sleep;
use tokio_util::{sync::CancellationToken, task::TaskTracker};

use crate::desk::Desk;
use pace::Pace;

/// A ring can be missed when a request is dropped after its commit; nothing waits longer than this.
const LOOK_AGAIN: Duration = Duration::from_secs(1);

/// How long to wait after the store failed.
const TROUBLE: Duration = Duration::from_millis(500);

/// How often sends that are unknown for too long are looked for.
const GIVE_UP_EVERY: Duration = Duration::from_secs(30);

/// The pace of all lanes, shared by those who send.
#[derive(Clone, Debug)]
struct Paces(Arc<Mutex<Pace>>);

impl Paces {
    fn lock(&self) -> MutexGuard<'_, Pace> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Sends what is due until the gateway stops. What is under way then is `tasks`' to wait for.
pub(crate) async fn run(desk: Arc<Desk>, tasks: TaskTracker, cut: CancellationToken) {
    let mut queued = desk.queued.listen();
    let setup = &desk.setup;
    let pace = Pace::new(f64::from(setup.messages_per_second), setup.pairs_are_paced);
    let paces = Paces(Arc::new(Mutex::new(pace)));
    while !desk.stopping.is_cancelled() {
        let pause = match claim::claim(&desk, &paces).await {
            Ok(claimed) => {
                for claimed in claimed.sends {
                    tasks.spawn(send::send(Arc::clone(&desk), paces.clone(), claimed, cut.clone()));
                }
                claimed.again.map_or(LOOK_AGAIN, |at| at.since(desk.now()).min(LOOK_AGAIN))
            }
            Err(claim::Trouble::Store(error)) => {
                desk.failed(&error, "nothing could be claimed; sends wait in the queue");
                TROUBLE
            }
            Err(claim::Trouble::Chance(error)) => {
                tracing::error!(%error, "no randomness for a token; sends wait in the queue");
                TROUBLE
            }
        };
        tokio::select! {
            () = desk.stopping.cancelled() => {}
            () = queued.heard() => {}
            () = sleep(pause) => {}
        }
    }
}

/// Gives up, from time to time, the sends that nothing was heard of.
pub(crate) async fn give_up(desk: Arc<Desk>) {
    while !desk.stopping.is_cancelled() {
        match desk.store.give_up(desk.now()).await {
            Ok(given_up) => {
                for id in &given_up {
                    tracing::warn!(send = id, "nothing was heard of a send; it is unresolved");
                    desk.waiting.tell(*id);
                }
                if !given_up.is_empty() {
                    desk.queued.ring();
                }
            }
            Err(error) => desk.failed(&error, "unknown sends could not be looked at"),
        }
        tokio::select! {
            () = desk.stopping.cancelled() => {}
            () = sleep(GIVE_UP_EVERY) => {}
        }
    }
}
