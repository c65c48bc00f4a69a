//! Trying again: opt-in, and decided by a function of what was seen.

mod budget;
mod schedule;
#[cfg(test)]
mod tests;
mod tried;

use std::{
    fmt,
    hash::{BuildHasher as _, Hasher as _, RandomState},
    sync::Arc,
    time::Duration,
};

use tokio::time::{Instant, sleep};

use crate::{Answer, Error};
use budget::Budget;
pub use schedule::{Next, Stop};
pub use tried::Tried;

/// When a call is made again, and how often: see [`Client::with_retry`](crate::Client::with_retry).
///
/// A call that may be done twice without harm is made again after every failure that can pass. A call that may
/// not, such as a send, is made again **only if the platform surely did not act on it**: it never left
/// ([`Class::NotSent`](crate::Class::NotSent)) or was throttled ([`Class::Throttled`](crate::Class::Throttled)).
///
/// The wait doubles from the first to the longest, less a random part of up to a half; towards one recipient it is
/// 4^X seconds, as the platform asks for (error 131056). It is never shorter than what the platform asks for in
/// `Retry-After` or in its usage headers. No wait begins that would end past the deadline.
///
/// All clones share a budget of second tries, so that a platform in trouble is not met with a multiple of calls.
///
/// ```
/// use std::time::Duration;
/// use wharf_client::Retry;
///
/// let patient = Retry::new().tries_max(6).deadline(Duration::from_mins(5));
/// let never = Retry::new().tries_max(1);
/// # let _ = (patient, never);
/// ```
#[derive(Clone)]
pub struct Retry {
    tries_max: u32,
    deadline: Duration,
    first_wait: Duration,
    longest_wait: Duration,
    budget: Arc<Budget>,
}

impl Retry {
    /// Up to 4 requests within a minute, with waits from half a second to 30 s; second tries may be a tenth of all
    /// calls, and ten more.
    pub fn new() -> Self {
        Self {
            tries_max: 4,
            deadline: Duration::from_mins(1),
            first_wait: Duration::from_millis(500),
            longest_wait: Duration::from_secs(30),
            budget: Arc::new(Budget::new(10, 10)),
        }
    }

    /// At most so many requests for one call, the first included.
    #[must_use]
    pub fn tries_max(mut self, tries: u32) -> Self {
        self.tries_max = tries;
        self
    }

    /// Begins no wait that ends later than this after the call began. A request under way may take longer, up to
    /// the client's timeout.
    #[must_use]
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.deadline = deadline;
        self
    }

    /// The waits between requests: the first, doubled each time up to the longest.
    #[must_use]
    pub fn waits(mut self, first: Duration, longest: Duration) -> Self {
        self.first_wait = first;
        self.longest_wait = longest;
        self
    }

    /// Second tries that are allowed over all calls: `percent` of the calls made, and `reserve` more.
    #[must_use]
    pub fn budget(mut self, reserve: u32, percent: u32) -> Self {
        self.budget = Arc::new(Budget::new(reserve, percent));
        self
    }

    /// Makes a call until it succeeds or there is no use in going on.
    pub(crate) async fn run<T, F, Fut>(
        &self,
        idempotent: bool,
        mut attempt: F,
    ) -> Result<Answer<T>, Error>
    where
        F: FnMut() -> Fut,
        Fut: Future<Output = Result<Answer<T>, Error>>,
    {
        let begun = Instant::now();
        self.budget.earn();
        let mut tried = Vec::new();
        loop {
            let error = match attempt().await {
                Ok(mut answer) => {
                    answer.tried = tried;
                    return Ok(answer);
                }
                Err(error) => error,
            };
            tried.push(Tried::of(&error, begun.elapsed()));
            let wait = match self.next(&tried, idempotent, chance()) {
                Next::Again(wait) if self.budget.spend() => wait,
                Next::Again(_) => return Err(error.after(tried, Stop::Budget)),
                Next::Stop(why) => return Err(error.after(tried, why)),
            };
            tracing::info!(class = ?error.class(), code = error.code(), wait = ?wait, "calling again");
            if let Some(last) = tried.last_mut() {
                last.wait = Some(wait);
            }
            sleep(wait).await;
        }
    }
}

impl Default for Retry {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Retry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Retry")
            .field("tries_max", &self.tries_max)
            .field("deadline", &self.deadline)
            .field("first_wait", &self.first_wait)
            .field("longest_wait", &self.longest_wait)
            .finish_non_exhaustive()
    }
}

/// Bits that differ from caller to caller.
fn chance() -> u64 {
    RandomState::new().build_hasher().finish()
}
