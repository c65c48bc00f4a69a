//! What is known about whether a request was acted on.

use wharf_model::error::{Advice, GraphError};

/// What is known about a request after one attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    /// The platform has it.
    Accepted,
    /// Not acted on, and the same request will not be.
    Refused,
    /// Not acted on: too fast, too much, or not now. The same request can work later.
    Throttled,
    /// Not acted on: it never left.
    NotSent,
    /// Very likely not acted on, but nobody promises it.
    AmbigSoft,
    /// Nobody knows.
    AmbigHard,
}

impl Class {
    /// The class of an error the platform reported. The code decides, never the HTTP status.
    pub fn of(error: &GraphError) -> Self {
        /// The quality limit of a number: later, and nothing is wrong with the message.
        const QUALITY: u32 = 131_048;
        /// Messages the platform chose not to deliver: later, but never in a loop.
        const CHOSEN: u32 = 131_049;

        match error.advice() {
            _ if error.code == QUALITY => Self::Throttled,
            _ if error.code == CHOSEN => Self::Refused,
            // A limit is called transient as well, and still says that nothing was done.
            Advice::SlowPair | Advice::SlowNumber | Advice::SlowAccount | Advice::RetryAfter(_) => {
                Self::Throttled
            }
            Advice::Retry => Self::AmbigSoft,
            _ if error.is_ambiguous() => Self::AmbigSoft,
            _ => Self::Refused,
        }
    }

    /// Whether it is sure that the request was not acted on.
    pub fn is_surely_not_done(self) -> bool {
        matches!(self, Self::Refused | Self::Throttled | Self::NotSent)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_decides_the_class() {
        for (codes, class) in [
            (&[100, 190, 131_008, 131_009, 131_021, 131_026, 131_047][..], Class::Refused),
            (&[131_042, 131_049, 131_051, 131_052, 132_000, 132_001, 132_015], Class::Refused),
            (&[4, 80_007, 130_429, 131_048, 131_056, 131_057, 133_016], Class::Throttled),
            (&[1, 2, 131_000, 131_016], Class::AmbigSoft),
        ] {
            for code in codes {
                assert_eq!(Class::of(&GraphError::new(*code, "")), class, "{code}");
            }
        }
    }
}
