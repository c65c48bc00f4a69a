//! Why what was waited for did not come.

use std::fmt;

use wharf_model::{error::GraphError, webhook::Status};

/// Why what was waited for did not come. Its `Debug` is what it is printed as: a `main` that returns it shows that.
#[derive(Clone)]
#[non_exhaustive]
pub enum Missed {
    /// The time was over.
    Late,
    /// The program is about to end: see [`Webhook::drain`](super::super::Webhook::drain).
    Stopped,
    /// The message failed; its errors say why.
    Failed(Box<Status>),
    /// There is nobody, or no message, to wait for: the event names none, or the answer to the send had no id.
    Nothing,
}

impl Missed {
    /// Why the message failed, if it did.
    pub fn errors(&self) -> &[GraphError] {
        match self {
            Self::Failed(status) => &status.errors,
            _ => &[],
        }
    }

    /// Whether the customer service window was closed: only a template could have been sent.
    pub fn is_window_closed(&self) -> bool {
        self.errors().iter().any(GraphError::is_window_closed)
    }
}

impl fmt::Display for Missed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Late => f.write_str("it did not come in time"),
            Self::Stopped => f.write_str("the program is about to end"),
            Self::Failed(_) => match self.errors().first() {
                Some(error) => write!(f, "the message failed: {error}; {}", error.advice()),
                None => f.write_str("the message failed, and nobody said why"),
            },
            Self::Nothing => f.write_str("there is nothing to wait for"),
        }
    }
}

impl fmt::Debug for Missed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for Missed {}
