//! The emulator's clock: the given one, until somebody moves its hands.

use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use tokio::sync::watch;
use wharf_model::time::{Clock, Timestamp};

/// A clock that follows the one it was given, and can be stopped and moved forward.
///
/// Time never runs backwards: what has happened has happened.
#[derive(Debug)]
pub(crate) struct Hands {
    base: Arc<dyn Clock>,
    set: Mutex<Set>,
    moved: watch::Sender<()>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Set {
    /// Where it stands still.
    frozen: Option<Timestamp>,
    /// How far it is ahead of the one it follows.
    ahead: Duration,
}

/// What the clock shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Face {
    /// The moment.
    pub(crate) now: Timestamp,
    /// Whether it stands still.
    pub(crate) frozen: bool,
}

impl Hands {
    pub(crate) fn new(base: Arc<dyn Clock>) -> Self {
        Self { base, set: Mutex::default(), moved: watch::Sender::new(()) }
    }

    fn lock(&self) -> MutexGuard<'_, Set> {
        self.set.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn face(&self) -> Face {
        let Set { frozen, ahead } = *self.lock();
        match frozen {
            Some(now) => Face { now, frozen: true },
            None => Face { now: self.base.now().plus(ahead), frozen: false },
        }
    }

    /// Stops it where it is.
    pub(crate) fn freeze(&self) {
        let now = self.now();
        self.lock().frozen.get_or_insert(now);
        self.moved.send_replace(());
    }

    /// Lets it run on from where it stands.
    pub(crate) fn resume(&self) {
        let mut set = self.lock();
        if let Some(frozen) = set.frozen.take() {
            set.ahead = frozen.since(self.base.now());
        }
        drop(set);
        self.moved.send_replace(());
    }

    /// Moves it to a moment that is not before the present one; it runs or stands as before.
    pub(crate) fn set(&self, at: Timestamp) {
        let mut set = self.lock();
        match &mut set.frozen {
            Some(frozen) => *frozen = at.max(*frozen),
            None => set.ahead = set.ahead.max(at.since(self.base.now())),
        }
        drop(set);
        self.moved.send_replace(());
    }

    /// Stands still at a moment, whatever was before: a world from a file begins where it ended.
    pub(crate) fn stand_at(&self, at: Timestamp) {
        self.lock().frozen = Some(at);
        self.moved.send_replace(());
    }

    /// Waits until it shows this moment, however that comes about.
    pub(crate) async fn reach(&self, at: Timestamp) {
        let mut moved = self.moved.subscribe();
        loop {
            let face = self.face();
            if face.now >= at {
                return;
            }
            let run = async {
                if face.frozen {
                    std::future::pending::<()>().await;
                }
                tokio::time::sleep(at.since(face.now)).await;
            };
            tokio::select! {
                // The sender lives as long as `self`.
                _moved = moved.changed() => {}
                () = run => {}
            }
        }
    }
}

impl Clock for Hands {
    fn now(&self) -> Timestamp {
        self.face().now
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug)]
    struct Still;

    impl Clock for Still {
        fn now(&self) -> Timestamp {
            Timestamp::from_secs(100)
        }
    }

    #[test]
    fn it_is_moved_forward_only_running_or_standing() {
        let hands = Hands::new(Arc::new(Still));
        let secs = || hands.now().as_secs();
        hands.set(Timestamp::from_secs(150));
        hands.set(Timestamp::from_secs(120));
        assert_eq!(secs(), 150);
        hands.freeze();
        hands.set(Timestamp::from_secs(90));
        assert_eq!((secs(), hands.face().frozen), (150, true));
        hands.set(Timestamp::from_secs(200));
        hands.resume();
        assert_eq!((secs(), hands.face().frozen), (200, false));
    }
}
