//! Whether to call again, and when: a function of what was seen.

use std::{fmt, time::Duration};

use wharf_model::error::Advice;

use super::{Retry, Tried};
use crate::Class;

/// What to do after a request that failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// Call again after this long.
    Again(Duration),
    /// Give up.
    Stop(Stop),
}

/// Why there is no further try.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Stop {
    /// The same request would fail again.
    Pointless,
    /// It may have been acted on, and doing it twice would do harm.
    Unsafe,
    /// There were as many requests as allowed.
    Tries,
    /// The wait would end past the deadline.
    Deadline,
    /// Too many of all calls were made again.
    Budget,
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Pointless => "the same request would fail again",
            Self::Unsafe => "it may have been acted on, and twice would do harm",
            Self::Tries => "it was tried as often as allowed",
            Self::Deadline => "the next try would come too late",
            Self::Budget => "too many calls failed of late",
        })
    }
}

impl Retry {
    /// What to do after these requests failed, the last of them just now. `idempotent` says that doing it twice does
    /// no harm; `chance` is any number, and shortens a wait by up to a half.
    ///
    /// The shared budget is not asked here: nothing but the arguments and the settings decides.
    ///
    /// ```
    /// use std::time::Duration;
    /// use wharf_client::{Class, Next, Retry, Stop, Tried};
    /// use wharf_model::error::Advice;
    ///
    /// let retry = Retry::new();
    /// let cut = Tried::new(Class::AmbigHard, Advice::WaitForEvent, Duration::ZERO);
    /// assert_eq!(retry.next(&[cut.clone()], false, 0), Next::Stop(Stop::Unsafe));
    /// assert_eq!(retry.next(&[cut], true, 0), Next::Again(Duration::from_millis(500)));
    ///
    /// let pair = Tried::new(Class::Throttled, Advice::SlowPair, Duration::ZERO);
    /// assert_eq!(retry.next(&[pair.clone(), pair], false, 0), Next::Again(Duration::from_secs(4)));
    /// ```
    pub fn next(&self, tried: &[Tried], idempotent: bool, chance: u64) -> Next {
        let Some(last) = tried.last() else { return Next::Again(Duration::ZERO) };
        match last.class {
            Class::Accepted | Class::Refused => return Next::Stop(Stop::Pointless),
            Class::Throttled if !last.advice.is_retry() => return Next::Stop(Stop::Pointless),
            Class::AmbigSoft | Class::AmbigHard if !idempotent => return Next::Stop(Stop::Unsafe),
            _ => {}
        }
        if tried.len() >= usize::try_from(self.tries_max).unwrap_or(usize::MAX) {
            return Next::Stop(Stop::Tries);
        }
        let wait = self.wait(last.advice, tried, chance);
        let wait = last.asked.map_or(wait, |asked| wait.max(asked));
        if last.at.saturating_add(wait) > self.deadline {
            return Next::Stop(Stop::Deadline);
        }
        Next::Again(wait)
    }

    fn wait(&self, advice: Advice, tried: &[Tried], chance: u64) -> Duration {
        let of_pair = |tried: &&Tried| tried.advice == Advice::SlowPair;
        let pairs = u32::try_from(tried.iter().filter(of_pair).count()).unwrap_or(u32::MAX);
        let others = u32::try_from(tried.len()).unwrap_or(u32::MAX).saturating_sub(pairs);
        match advice {
            Advice::SlowPair => Duration::from_secs(4_u64.saturating_pow(pairs.saturating_sub(1))),
            Advice::RetryAfter(wait) => wait,
            _ => {
                let doubled = 2_u32.saturating_pow(others.saturating_sub(1));
                let whole = self.first_wait.saturating_mul(doubled).min(self.longest_wait);
                // Up to a half less: callers that failed together do not come back together.
                let less = (whole / 2).as_nanos() * u128::from(chance) / u128::from(u64::MAX);
                whole.saturating_sub(Duration::from_nanos(u64::try_from(less).unwrap_or(0)))
            }
        }
    }
}
