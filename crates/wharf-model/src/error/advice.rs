//! What to do about an error.

use std::{fmt, time::Duration};

use super::GraphError;

/// What a sender should do about an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Advice {
    /// Very likely not done; the same request can work later. Where twice would do harm, such as a message that arrives
    /// twice, wait for its status first: the client's `Error::advice` says so.
    Retry,
    /// Not done; the same request can work after this long.
    RetryAfter(Duration),
    /// Not done; slow down towards this recipient (4^X seconds, X = 0, 1, 2 …).
    SlowPair,
    /// Not done; slow down this business number.
    SlowNumber,
    /// Not done; slow down everything of this account or app.
    SlowAccount,
    /// Not done; the request itself must change.
    Fix,
    /// Not done; nothing of this number or account will work until a person acts (token, payment, registration).
    StopAccount,
    /// Something must happen first: a template is unpaused, a day passes, the status of what may have been done comes.
    WaitForEvent,
    /// Not done; only an approved template can be sent now, until the person writes.
    SendTemplate,
    /// Not done, and this request to this recipient never will be.
    Never,
}

impl Advice {
    /// Whether the same request, unchanged, may be sent again at some time.
    pub fn is_retry(self) -> bool {
        matches!(
            self,
            Self::Retry
                | Self::RetryAfter(_)
                | Self::SlowPair
                | Self::SlowNumber
                | Self::SlowAccount
        )
    }
}

impl fmt::Display for Advice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Retry => f.write_str("try again in a while"),
            Self::RetryAfter(wait) => write!(f, "try again after {} s", wait.as_secs()),
            Self::SlowPair => f.write_str("wait before the next message to this recipient"),
            Self::SlowNumber => f.write_str("send more slowly from this number"),
            Self::SlowAccount => f.write_str("make fewer calls for this account"),
            Self::Fix => f.write_str("change the request: the same one will be refused again"),
            Self::StopAccount => {
                f.write_str("stop sending for this account until its settings are mended")
            }
            Self::WaitForEvent => f.write_str("wait: something must happen first"),
            Self::SendTemplate => {
                f.write_str("send an approved template, or wait until the person writes")
            }
            Self::Never => f.write_str("give up: this will not work"),
        }
    }
}

impl GraphError {
    /// What to do about this error. Decided by code, and by subcode where that says more; never by HTTP
    /// status: throttles come as 400, 429 and 500 alike. A code this version does not know is retried
    /// only if the platform itself calls it transient; a limit of calls is known by its range.
    pub fn advice(&self) -> Advice {
        match (self.entry(), self.code) {
            (Some(entry), _) => entry.advice,
            (None, 80_000..=80_014) => Advice::SlowAccount,
            (None, _) if self.is_transient == Some(true) => Advice::Retry,
            (None, _) => Advice::Fix,
        }
    }

    /// Whether the platform itself leaves it open if the request was acted on: no evidence either way.
    pub fn is_ambiguous(&self) -> bool {
        matches!(self.code, 1 | 2 | 131_000 | 131_016) || self.is_transient == Some(true)
    }

    /// Whether the customer service window is closed: only a template can be sent now.
    pub fn is_window_closed(&self) -> bool {
        self.code == 131_047
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_decides() {
        for (code, advice) in [
            (131_056, Advice::SlowPair),
            (130_429, Advice::SlowNumber),
            (190, Advice::StopAccount),
            (131_047, Advice::SendTemplate),
            (132_001, Advice::Fix),
            (131_026, Advice::Never),
            (987_654, Advice::Fix),
        ] {
            assert_eq!(GraphError::new(code, "").advice(), advice, "{code}");
        }
        let bare = GraphError::new(100, "");
        assert_eq!(
            bare.clone().subcode(2_494_100).advice(),
            Advice::RetryAfter(Duration::from_mins(1))
        );
        assert_eq!(bare.subcode(99).advice(), Advice::Fix);
        assert_eq!(GraphError::new(80_004, "").advice(), Advice::SlowAccount);
        assert_eq!(
            GraphError::new(190, "").subcode(463).entry().unwrap().title,
            "Access token expired"
        );
        let unknown = GraphError { is_transient: Some(true), ..GraphError::new(987_654, "") };
        assert_eq!(unknown.advice(), Advice::Retry);
    }
}
