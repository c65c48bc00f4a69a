//! What to do after an attempt to hand over: pure.

use std::{fmt, time::Duration};

use wharf_model::time::Timestamp;

use crate::config::Persistence;

/// The longest wait that a subscriber may ask for.
const ASKED_MAX: Duration = Duration::from_hours(24);

/// What came of an attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// The subscriber answered.
    Answered {
        /// HTTP status.
        status: u16,
        /// How long it asks to wait.
        retry_after: Option<Duration>,
    },
    /// It did not, for this reason.
    Silent(String),
}

/// What to do now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Plan {
    /// Nothing: it was taken.
    Taken,
    /// Try again, not before this moment.
    Again(Timestamp),
    /// Give it up.
    Dead,
}

impl Plan {
    /// For the counters.
    pub(super) fn label(self) -> &'static str {
        match self {
            Self::Taken => "taken",
            Self::Again(_) => "again",
            Self::Dead => "dead",
        }
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Answered { status, .. } => write!(f, "the subscriber answered {status}"),
            Self::Silent(why) => f.write_str(why),
        }
    }
}

/// What to do after attempt number `attempts`. `jitter` is a random number from 0 up to 1.
///
/// Waits double from 1 s, each ±20 %; a longer `Retry-After` is honoured up to a day.
pub(super) fn plan(
    persistence: &Persistence,
    attempts: u32,
    outcome: &Outcome,
    now: Timestamp,
    jitter: f64,
) -> Plan {
    let (most, asked) = match outcome {
        Outcome::Answered { status: 200..=299, .. } => return Plan::Taken,
        Outcome::Answered { status: 400 | 413 | 415 | 422, retry_after } => {
            (persistence.if_wrong, *retry_after)
        }
        Outcome::Answered { retry_after, .. } => (persistence.if_failing, *retry_after),
        Outcome::Silent(_) => (persistence.if_silent, None),
    };
    if attempts >= most {
        return Plan::Dead;
    }
    let asked = asked.unwrap_or_default().min(ASKED_MAX);
    Plan::Again(now.plus(wait(persistence, attempts, jitter).max(asked)))
}

/// How long to wait after so many attempts in a row, unless the subscriber asks for more.
pub(super) fn wait(persistence: &Persistence, attempts: u32, jitter: f64) -> Duration {
    let doubled = Duration::from_secs(1 << attempts.saturating_sub(1).min(12));
    doubled.min(persistence.wait_most).mul_f64(0.8 + 0.4 * jitter.clamp(0.0, 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp::from_secs(1_700_000_000);
    const LONG: Persistence = Persistence::LONG;

    fn answered(status: u16) -> Outcome {
        Outcome::Answered { status, retry_after: None }
    }

    fn waits(attempts: u32, outcome: &Outcome, jitter: f64) -> Option<Duration> {
        match plan(&LONG, attempts, outcome, NOW, jitter) {
            Plan::Again(at) => Some(at.since(NOW)),
            Plan::Taken | Plan::Dead => None,
        }
    }

    #[test]
    fn any_2xx_is_taken() {
        for status in [200, 202, 204] {
            assert_eq!(plan(&LONG, 84, &answered(status), NOW, 0.0), Plan::Taken, "{status}");
        }
    }

    #[test]
    fn waits_grow_are_bounded_and_end() {
        let outcome = answered(500);
        for attempts in 1..LONG.if_failing {
            let least = waits(attempts, &outcome, 0.0).unwrap();
            let most = waits(attempts, &outcome, 1.0).unwrap();
            assert!(least < most && most <= LONG.wait_most.mul_f64(1.2), "{attempts}");
            assert!(waits(attempts + 1, &outcome, 0.5).is_none_or(|next| next >= least));
        }
        assert_eq!(plan(&LONG, LONG.if_failing, &outcome, NOW, 0.5), Plan::Dead);
        assert_eq!(
            plan(&LONG, LONG.if_silent, &Outcome::Silent(String::new()), NOW, 0.5),
            Plan::Dead
        );
        assert_eq!(plan(&LONG, LONG.if_wrong, &answered(400), NOW, 0.5), Plan::Dead);
        assert!(waits(LONG.if_wrong, &answered(404), 0.5).is_some());
        let days: Duration = (1..LONG.if_failing).filter_map(|n| waits(n, &outcome, 0.5)).sum();
        assert_eq!(days.as_secs() / (24 * 3600), 3);
    }

    #[test]
    fn a_subscriber_may_ask_for_time_up_to_a_day() {
        for (asked, given) in [(7, 7), (1_000_000, 24 * 3600)] {
            let retry_after = Some(Duration::from_secs(asked));
            let outcome = Outcome::Answered { status: 503, retry_after };
            assert_eq!(waits(1, &outcome, 0.0), Some(Duration::from_secs(given)));
        }
    }

    #[test]
    fn an_app_under_construction_is_not_waited_for_when_it_fails_but_when_it_is_down() {
        let dev = Persistence::SHORT;
        let after = |attempts, outcome: &Outcome| plan(&dev, attempts, outcome, NOW, 0.5);
        assert!(matches!(after(2, &answered(500)), Plan::Again(_)));
        assert_eq!(after(3, &answered(500)), Plan::Dead);
        let silent = Outcome::Silent(String::new());
        assert_eq!(after(1_000, &silent), Plan::Again(NOW.plus(dev.wait_most)));
    }
}
