//! Saying a thing that repeats itself, but not each time.

use std::{
    collections::BTreeMap,
    sync::{
        Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use tokio::time::Instant;
use wharf_store::StoreError;

/// A thing is said again after this, and remembered as long.
const EVERY: Duration = Duration::from_secs(10);

/// Something that is said at the first time, the second, the fourth, the eighth …
#[derive(Debug, Default)]
pub(crate) struct Doubling(AtomicU64);

impl Doubling {
    /// It happened again. `Some` with how often, when that is to be said.
    pub(crate) fn again(&self) -> Option<u64> {
        let times = self.0.fetch_add(1, Ordering::Relaxed).saturating_add(1);
        times.is_power_of_two().then_some(times)
    }

    /// It is over: how often it happened. The next time is the first.
    pub(crate) fn over(&self) -> u64 {
        self.0.swap(0, Ordering::Relaxed)
    }
}

/// Failures of the store: the last one, and what was said of each sort.
#[derive(Debug, Default)]
pub(crate) struct Failures(Mutex<State>);

#[derive(Debug, Default)]
struct State {
    last: Option<(Instant, String)>,
    said: BTreeMap<&'static str, (Option<Instant>, u64)>,
}

impl Failures {
    /// Remembers a failure. `Some` with how many were not spoken of, when this one is to be.
    pub(crate) fn note(&self, what: &'static str, error: &StoreError) -> Option<u64> {
        let mut state = self.state();
        let now = Instant::now();
        state.last = Some((now, error.to_string()));
        let (said, unsaid) = state.said.entry(what).or_default();
        if said.is_some_and(|said| now.duration_since(said) < EVERY) {
            *unsaid += 1;
            return None;
        }
        *said = Some(now);
        Some(std::mem::take(unsaid))
    }

    /// What the store said when it failed last, if that was just now.
    pub(crate) fn recent(&self) -> Option<String> {
        let state = self.state();
        let (at, error) = state.last.as_ref()?;
        (at.elapsed() < EVERY).then(|| error.clone())
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use tokio::time::advance;
    use wharf_store::ErrorKind;

    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_failure_is_said_once_in_ten_seconds_and_then_forgotten() {
        let failures = Failures::default();
        let full = StoreError::new(ErrorKind::Full, "no room");
        assert_eq!(failures.recent(), None);
        assert_eq!(failures.note("one", &full), Some(0));
        assert_eq!(failures.note("one", &full), None);
        assert_eq!(failures.note("other", &full), Some(0));
        advance(EVERY / 2).await;
        assert_eq!(failures.note("one", &full), None);
        assert_eq!(failures.recent().as_deref(), Some("the store is full: no room"));
        advance(EVERY / 2).await;
        assert_eq!(failures.note("one", &full), Some(2));
        advance(EVERY).await;
        assert_eq!(failures.recent(), None);
    }

    #[test]
    fn what_repeats_itself_is_said_at_powers_of_two() {
        let doubling = Doubling::default();
        let said: Vec<_> = (0..10).filter_map(|_| doubling.again()).collect();
        assert_eq!(said, [1, 2, 4, 8]);
        assert_eq!((doubling.over(), doubling.again()), (10, Some(1)));
    }
}
