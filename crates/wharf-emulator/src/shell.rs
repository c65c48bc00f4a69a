//! The world, its clock and the doors to the outside: what every handler is given.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::{Notify, broadcast};
use tokio_util::sync::CancellationToken;
use wharf_model::time::{Clock, Timestamp};

use crate::{
    config::Config,
    push::Push,
    world::{Effect, World},
};

/// Changes a phone may fall behind by before it is told to look again.
const CHANGES_MOST: usize = 256;

/// The world, its clock and the doors to the outside. A clone is cheap.
#[derive(Clone, Debug)]
pub(crate) struct Shell(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    world: Mutex<World>,
    clock: Arc<dyn Clock>,
    token: Box<str>,
    base: String,
    push: Push,
    changes: broadcast::Sender<String>,
    /// The agenda has changed.
    planned: Notify,
    stopping: CancellationToken,
}

impl Shell {
    /// A shell around the world at its beginning. `base` is where it can be reached.
    pub(crate) fn new(config: &Config, base: String, stopping: CancellationToken) -> Self {
        let world = World::new(config, config.clock.now());
        let shell = Self(Arc::new(Inner {
            world: Mutex::new(world),
            clock: Arc::clone(&config.clock),
            token: config.access_token.clone(),
            base,
            push: Push::new(config.app_secret.clone()),
            changes: broadcast::Sender::new(CHANGES_MOST),
            planned: Notify::new(),
            stopping,
        }));
        shell.step(|_, _| ());
        shell
    }

    /// One step of the world; then what it does outside is done.
    pub(crate) fn step<T>(&self, step: impl FnOnce(&mut World, Timestamp) -> T) -> T {
        let now = self.now();
        let (outcome, effects) = {
            let mut world = self.lock();
            world.tick(now);
            let outcome = step(&mut world, now);
            // What has no delay happens in the same step.
            world.tick(now);
            let effects = world.take_effects();
            self.carry_out(&effects, now);
            (outcome, effects)
        };
        for effect in effects {
            if let Effect::Changed { wa_id } = effect {
                // Nobody may be looking.
                let _unseen = self.0.changes.send(wa_id);
            }
        }
        self.0.planned.notify_one();
        outcome
    }

    /// Looks at the world.
    pub(crate) fn look<T>(&self, look: impl FnOnce(&World, Timestamp) -> T) -> T {
        look(&self.lock(), self.now())
    }

    /// Webhooks are queued while the world is locked, so that they keep its order.
    fn carry_out(&self, effects: &[Effect], now: Timestamp) {
        for effect in effects {
            if let Effect::Webhook { account, field, value } = effect {
                self.0.push.queue(account, field, value, now);
            }
        }
    }

    fn lock(&self) -> MutexGuard<'_, World> {
        // A step that panicked is a bug of ours; the world goes on.
        self.0.world.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.0.clock.now()
    }

    /// Whether this is the token that calls are made with.
    pub(crate) fn is_token(&self, given: &str) -> bool {
        *self.0.token == *given
    }

    /// Where the emulator can be reached, without a slash at its end.
    pub(crate) fn base(&self) -> &str {
        &self.0.base
    }

    pub(crate) fn push(&self) -> &Push {
        &self.0.push
    }

    /// Whose phones change, from now on.
    pub(crate) fn changes(&self) -> broadcast::Receiver<String> {
        self.0.changes.subscribe()
    }

    /// Cancelled when the emulator stops: what would go on for ever ends.
    pub(crate) fn stopping(&self) -> &CancellationToken {
        &self.0.stopping
    }

    /// Lets time pass in the world until the emulator stops.
    pub(crate) async fn run_agenda(&self) {
        loop {
            let planned = self.0.planned.notified();
            let next = self.look(|world, _| world.next_due());
            let wait = async {
                match next {
                    Some(at) => tokio::time::sleep(at.since(self.now())).await,
                    None => std::future::pending().await,
                }
            };
            tokio::select! {
                () = self.0.stopping.cancelled() => return,
                () = planned => {}
                () = wait => self.step(|_, _| ()),
            }
        }
    }
}
