//! What an attempt's end means: pure.

use std::time::Duration;

use wharf_client::{Attempt, Class};
use wharf_model::{
    error::{Advice, ErrorBody, GraphError},
    time::Timestamp,
};
use wharf_store::outbox::{Answer, Outcome, Send};

/// How long a send may wait before it goes out at all.
const AGE_MAX: Duration = Duration::from_hours(24);

/// The longest back-off when nothing was sent.
const BACK_OFF_MAX: Duration = Duration::from_mins(5);

/// The quality limit of a number lasts for hours.
const QUALITY_HOLD: Duration = Duration::from_hours(1);

/// How an attempt ended, and what that means for the pace.
#[derive(Debug)]
pub(super) struct Ending {
    pub(super) outcome: Outcome,
    pub(super) feedback: Feedback,
    /// For the counters.
    pub(super) label: &'static str,
}

/// What the pace should learn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Feedback {
    None,
    SlowNumber,
    HoldPair(Timestamp),
    HoldNumber(Timestamp),
}

/// How an attempt ended. `jitter` is a random number from 0 up to 1.
pub(super) fn ending(attempt: &Attempt, send: &Send, now: Timestamp, jitter: f64) -> Ending {
    let answer = attempt.status.map(|status| Answer { status, body: attempt.body.to_vec() });
    let reason = reason(attempt);
    let plain = |outcome, label| Ending { outcome, feedback: Feedback::None, label };
    match (attempt.class, &attempt.wamid, answer) {
        (Class::Accepted, Some(wamid), Some(answer)) => {
            let wamid = wamid.as_str().to_owned();
            plain(Outcome::Accepted { wamid, answer }, "accepted")
        }
        (Class::Refused, _, Some(answer)) => plain(Outcome::Refused { answer, reason }, "refused"),
        // Refused by our own client: it cannot be written as a request.
        (Class::Refused, _, None) => unsendable(),
        (Class::Throttled, _, answer) => {
            let (wait, feedback) = throttled(attempt, send.setbacks, now, jitter);
            let run_at = now.plus(wait);
            Ending {
                outcome: Outcome::NotSent { run_at, answer, reason },
                feedback,
                label: "throttled",
            }
        }
        (Class::NotSent, _, answer) => {
            let run_at = now.plus(back_off(send.setbacks, jitter));
            plain(Outcome::NotSent { run_at, answer, reason }, "not_sent")
        }
        (Class::AmbigSoft | Class::AmbigHard | Class::Accepted, _, answer) => {
            plain(Outcome::Unknown { answer, reason }, "unknown")
        }
    }
}

/// How long to wait after a throttle, and whom it concerns.
fn throttled(
    attempt: &Attempt,
    setbacks: u32,
    now: Timestamp,
    jitter: f64,
) -> (Duration, Feedback) {
    let advice = attempt.graph_error.as_ref().map(GraphError::advice);
    let asked = attempt.retry_after.unwrap_or_default();
    let back_off = back_off(setbacks, jitter).max(asked);
    match advice {
        Some(Advice::SlowPair) => {
            // As the platform asks: 4^X seconds.
            let wait = Duration::from_secs(4_u64.pow(setbacks.min(5))).max(asked);
            (wait, Feedback::HoldPair(now.plus(wait)))
        }
        Some(Advice::RetryAfter(wait)) => {
            let wait = wait.max(asked);
            (wait, Feedback::HoldNumber(now.plus(wait)))
        }
        Some(Advice::SlowAccount) => {
            let wait = back_off.max(Duration::from_secs(10));
            (wait, Feedback::HoldNumber(now.plus(wait)))
        }
        Some(Advice::WaitForEvent) => (QUALITY_HOLD.max(asked), Feedback::None),
        _ => (back_off, Feedback::SlowNumber),
    }
}

/// Anywhere up to 2^n s, 5 min at most, and never at once.
fn back_off(setbacks: u32, jitter: f64) -> Duration {
    let most = Duration::from_secs(1_u64 << setbacks.min(16)).min(BACK_OFF_MAX);
    most.mul_f64(jitter.clamp(0.1, 1.0))
}

fn reason(attempt: &Attempt) -> String {
    attempt
        .graph_error
        .as_ref()
        .map(ToString::to_string)
        .or_else(|| attempt.problem.clone())
        .unwrap_or_else(|| "no reason was given".to_owned())
}

/// Whether it waited for too long to be sent at all.
pub(super) fn is_too_old(send: &Send, now: Timestamp) -> bool {
    now.since(send.created_at) > AGE_MAX
}

/// It waited for too long.
pub(super) fn too_old() -> Ending {
    // As in the front's own refusals: not acted on, and later it may work.
    refused(
        503,
        131_057,
        "(#131057) Not available at the moment",
        "it could not be sent for a day, and was given up; nothing was sent",
    )
}

/// It cannot be written as a request.
pub(super) fn unsendable() -> Ending {
    refused(
        400,
        131_009,
        "(#131009) Parameter value is not valid",
        "it cannot be written as a request to the platform; nothing was sent",
    )
}

/// Our own word, where the platform was not asked.
fn refused(status: u16, code: u32, title: &str, reason: &str) -> Ending {
    let error = GraphError::new(code, title).details(reason).kind("OAuthException");
    let body = serde_json::to_vec(&ErrorBody { error }).unwrap_or_default();
    let answer = Answer { status, body };
    Ending {
        outcome: Outcome::Refused { answer, reason: reason.to_owned() },
        feedback: Feedback::None,
        label: "given_up",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn back_off_doubles_to_five_minutes_and_is_never_nothing() {
        for (setbacks, jitter, millis) in [
            (0, 0.5, 500),
            (3, 0.5, 4_000),
            (20, 0.999, 299_700),
            (20, 1.0, 300_000),
            (0, 0.0, 100),
        ] {
            let wait = back_off(setbacks, jitter);
            assert_eq!(wait.as_millis(), millis, "{setbacks} {jitter}");
        }
    }
}
