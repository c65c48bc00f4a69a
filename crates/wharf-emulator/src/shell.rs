//! The world, its clock and the doors to the outside: what every handler is given.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::{Notify, broadcast};
use tokio_util::sync::CancellationToken;
use wharf_model::time::{Clock, Timestamp};

use crate::{
    Error,
    call_log::{self, CallLog},
    clock::Hands,
    config::Config,
    keys::Keys,
    push::Push,
    world::{Effect, Post, Target, World},
};

/// Changes a phone may fall behind by before it is told to look again.
const CHANGES_MOST: usize = 256;

/// The world, its clock and the doors to the outside. A clone is cheap.
#[derive(Clone, Debug)]
pub(crate) struct Shell(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    world: Mutex<World>,
    clock: Hands,
    config: Config,
    base: String,
    keys: Keys,
    push: Push,
    call_log: CallLog,
    changes: broadcast::Sender<String>,
    /// The agenda has changed.
    planned: Notify,
    stopping: CancellationToken,
}

impl Shell {
    /// A shell around the world at its beginning. `base` is where it can be reached.
    pub(crate) fn new(config: &Config, base: String, stopping: CancellationToken) -> Self {
        let clock = Hands::new(Arc::clone(&config.clock));
        let world = World::new(config, clock.now());
        let shell = Self(Arc::new(Inner {
            world: Mutex::new(world),
            clock,
            config: config.clone(),
            base,
            keys: Keys::new(config),
            push: Push::new(config.webhooks_at_once),
            call_log: CallLog::default(),
            changes: broadcast::Sender::new(CHANGES_MOST),
            planned: Notify::new(),
            stopping,
        }));
        shell.step(|_, _| ());
        shell
    }

    /// One step of the world; then what it does outside is done.
    pub(crate) fn step<T>(&self, step: impl FnOnce(&mut World, Timestamp) -> T) -> T {
        let (outcome, checks, effects, talkative) = {
            let mut world = self.lock();
            // Read under the lock, so that steps are in the order of time.
            let now = self.now();
            world.tick(now);
            let outcome = step(&mut world, now);
            // What has no delay happens in the same step.
            world.tick(now);
            let lanes = 0..self.0.push.lanes();
            let talkative: Vec<_> =
                lanes.filter(|lane| world.next_post_of(*lane).is_some()).collect();
            (outcome, world.take_checks(), world.take_effects(), talkative)
        };
        for check in checks {
            call_log::note(check);
        }
        for Effect::Changed { wa_id } in effects {
            // Nobody may be looking.
            let _unseen = self.0.changes.send(wa_id);
        }
        self.0.planned.notify_one();
        for lane in talkative {
            self.0.push.wake(lane);
        }
        outcome
    }

    /// Another world in place of this one; its clock stands still at `now`, if that is given.
    pub(crate) fn replace(&self, mut world: World, now: Option<Timestamp>) {
        world.outbox.spread_over(self.0.config.webhooks_at_once);
        {
            let mut old = self.lock();
            if let Some(now) = now {
                self.0.clock.stand_at(now);
            }
            *old = world;
        }
        self.step(|world, _| world.all_changed());
    }

    /// The world as it began, with the apps and the webhooks that are registered now.
    pub(crate) fn reset(&self) {
        // Whoever remembers ids, as a gateway does, must not meet them again.
        let mut config = self.0.config.clone();
        config.seed = self.look(|world, _| world.next_seed());
        let mut world = World::new(&config, self.now());
        let apps = self.look(|world, _| world.apps.clone());
        world.apps = apps.without_overrides();
        self.0.call_log.clear();
        self.replace(world, None);
    }

    /// Looks at the world.
    pub(crate) fn look<T>(&self, look: impl FnOnce(&World, Timestamp) -> T) -> T {
        look(&self.lock(), self.now())
    }

    /// The next webhook of a lane that is due.
    pub(crate) fn take_post(&self, lane: usize) -> Option<Post> {
        let mut world = self.lock();
        world.take_post(lane, self.now())
    }

    /// How posting it went.
    pub(crate) fn settle(&self, lane: usize, outcome: Result<(), String>) {
        let mut world = self.lock();
        world.settle(lane, outcome, self.now());
    }

    /// Moves the clock to a moment, and stops on the way wherever something happens, until the
    /// webhooks of that moment are posted: days pass in as long as the app takes to answer.
    pub(crate) async fn advance(&self, to: Timestamp) {
        loop {
            self.step(|_, _| ());
            self.0.push.settled(self).await;
            let now = self.now();
            let next =
                self.look(|world, _| world.next_due().into_iter().chain(world.next_post()).min());
            let stop = next.filter(|next| *next > now && *next < to);
            if self.0.stopping.is_cancelled() || (stop.is_none() && now >= to) {
                return;
            }
            self.0.clock.set(stop.unwrap_or(to));
        }
    }

    fn lock(&self) -> MutexGuard<'_, World> {
        // A step that panicked is a bug of ours; the world goes on.
        self.0.world.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.0.clock.now()
    }

    pub(crate) fn clock(&self) -> &Hands {
        &self.0.clock
    }

    /// Waits until every webhook that is due was posted.
    pub(crate) async fn settled(&self) {
        self.0.push.settled(self).await;
    }

    /// Tokens and secrets of the apps.
    pub(crate) fn keys(&self) -> &Keys {
        &self.0.keys
    }

    /// Where the emulator can be reached, without a slash at its end.
    pub(crate) fn base(&self) -> &str {
        &self.0.base
    }

    /// Registers the first app's webhook, after the handshake.
    pub(crate) async fn register(&self, target: Target, verify_token: &str) -> Result<(), Error> {
        self.ask(&target, verify_token).await?;
        self.step(|world, _| world.apps.first_mut().callbacks.app = Some(target));
        Ok(())
    }

    /// Asks a webhook for the handshake.
    pub(crate) async fn ask(&self, target: &Target, verify_token: &str) -> Result<(), Error> {
        let challenge = self.step(|world, _| world.challenge());
        self.0.push.ask(target, verify_token, &challenge).await
    }

    /// Posts no more webhooks until one is registered again.
    pub(crate) fn silence(&self) {
        self.step(|world, _| world.apps.silence());
    }

    /// Posts webhooks until the emulator stops.
    pub(crate) async fn run_push(&self) {
        self.0.push.run(self).await;
    }

    /// Every call of the platform's API.
    pub(crate) fn call_log(&self) -> &CallLog {
        &self.0.call_log
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
                    Some(at) => self.0.clock.reach(at).await,
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
