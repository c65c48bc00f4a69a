//! What was seen of one request that failed.

use std::time::Duration;

use wharf_model::error::Advice;

use crate::{Class, Error, Meta};

/// A request of a call that failed, and what followed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Tried {
    /// What is known about whether it was acted on.
    pub class: Class,
    /// What to do about it.
    pub advice: Advice,
    /// The platform's error code, if it answered with one.
    pub code: Option<u32>,
    /// What the platform's support asks for.
    pub trace: Option<String>,
    /// How long the platform asked to wait.
    pub asked: Option<Duration>,
    /// When it had failed, counted from the beginning of the call.
    pub at: Duration,
    /// How long was waited then; none when it was the last.
    pub wait: Option<Duration>,
}

impl Tried {
    /// A failure of this class and advice, so long after the call began.
    pub fn new(class: Class, advice: Advice, at: Duration) -> Self {
        Self { class, advice, code: None, trace: None, asked: None, at, wait: None }
    }

    /// What this error tells.
    pub fn of(error: &Error, at: Duration) -> Self {
        Self {
            code: error.code(),
            trace: error.trace().map(str::to_owned),
            asked: error.meta().and_then(Meta::wait),
            ..Self::new(error.class(), error.advice(), at)
        }
    }
}
