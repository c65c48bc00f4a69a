//! When a webhook that was not taken is posted again.

use std::time::Duration;

use wharf_model::time::Timestamp;

/// How long the platform goes on trying (its webhook endpoint page; its overview says 7 days).
const GIVES_UP_AFTER: Duration = Duration::from_hours(36);

/// When to post again after so many attempts; `None` gives up. First at once, then ever more slowly.
pub(super) fn again(made_at: Timestamp, attempts: u32, now: Timestamp) -> Option<Timestamp> {
    if now.since(made_at) >= GIVES_UP_AFTER {
        return None;
    }
    let seconds = match attempts {
        0 | 1 => 1,
        2 => 5,
        3 => 15,
        4 => 60,
        5 => 5 * 60,
        6 => 20 * 60,
        _ => 60 * 60,
    };
    Some(now.plus(Duration::from_secs(seconds)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_tries_ever_more_slowly_and_gives_up_after_a_day_and_a_half() {
        let made = Timestamp::from_secs(0);
        let (mut now, mut last, mut attempts) = (made, Duration::ZERO, 0);
        while let Some(next) = again(made, attempts, now) {
            attempts += 1;
            assert!(next.since(now) >= last, "attempt {attempts}");
            last = next.since(now);
            now = next;
        }
        assert!((40..50).contains(&attempts), "{attempts}");
        assert!(now.since(made) >= GIVES_UP_AFTER);
    }
}
