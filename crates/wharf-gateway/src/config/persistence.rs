//! How often a subscriber is asked to take an event.

use std::time::Duration;

/// Attempts at one event before it is a dead letter. Waits between them double from 1 s.
///
/// An event that the subscriber answers with a failure holds back the later ones of its conversation, and no
/// others. While the subscriber does not answer, all wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Persistence {
    /// When the subscriber answers that the event is wrong: 400, 413, 415, 422.
    pub if_wrong: u32,
    /// When it answers anything else that is not 2xx.
    pub if_failing: u32,
    /// When it does not answer.
    pub if_silent: u32,
    /// The longest wait between two attempts.
    pub wait_most: Duration,
}

impl Persistence {
    /// For running a business: about three days, with waits of up to an hour. A quarter of an hour for what
    /// the subscriber calls wrong, so that a faulty deployment can be mended.
    pub const LONG: Self =
        Self { if_wrong: 10, if_failing: 84, if_silent: 84, wait_most: Duration::from_hours(1) };

    /// For `wharf dev`: an app that fails over one kind of event still gets the others, and one that is
    /// started later gets everything within seconds.
    pub const SHORT: Self =
        Self { if_wrong: 3, if_failing: 3, if_silent: u32::MAX, wait_most: Duration::from_secs(2) };
}
