//! What to do about an error. The only place that knows the platform's codes.

use std::{fmt, time::Duration};

use super::GraphError;

/// What a sender should do about an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Advice {
    /// Very likely not done; the same request can work later.
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
    /// Not done; something must happen first (the person writes, a template is unpaused, a day passes).
    WaitForEvent,
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
            Self::WaitForEvent => {
                f.write_str("wait: something must happen before this can be sent")
            }
            Self::Never => f.write_str("give up: this will not work"),
        }
    }
}

const MINUTE: Duration = Duration::from_mins(1);
const DAY: Duration = Duration::from_hours(24);

impl GraphError {
    /// What to do about this error. Decided by code, never by HTTP status: throttles come as
    /// 400, 429 and 500 alike. A code this version does not know is retried only if the
    /// platform itself calls it transient.
    pub fn advice(&self) -> Advice {
        match self.code {
            1 | 2 | 131_000 | 131_016 | 133_004 | 138_004 | 138_007 | 139_102 | 139_103 => {
                Advice::Retry
            }
            131_057 => Advice::RetryAfter(MINUTE),
            133_015 => Advice::RetryAfter(Duration::from_mins(5)),
            134_101 => Advice::RetryAfter(Duration::from_mins(10)),
            131_049 => Advice::RetryAfter(DAY),
            133_016 => Advice::RetryAfter(Duration::from_hours(72)),
            131_056 => Advice::SlowPair,
            130_429 | 131_208 | 138_002 | 138_005 => Advice::SlowNumber,
            4 | 17 | 613 | 80_007 => Advice::SlowAccount,
            0
            | 3
            | 10
            | 33
            | 104
            | 190
            | 200..=299
            | 131_005
            | 131_031
            | 131_037
            | 131_042
            | 131_044
            | 131_045
            | 133_010
            | 139_200 => Advice::StopAccount,
            368 | 131_047 | 131_048 | 131_050 | 131_064 | 132_015 | 132_069 | 133_008 | 133_009
            | 138_003 | 138_009 | 138_012 | 138_014 => Advice::WaitForEvent,
            130_472 | 130_497 | 131_021 | 131_026 | 131_035 | 131_036 | 131_051 | 131_052
            | 132_007 | 132_016 | 138_001 | 138_013 => Advice::Never,
            100
            | 803
            | 131_008
            | 131_009
            | 131_030
            | 131_053
            | 131_055
            | 131_059..=131_063
            | 132_000..=132_021
            | 132_068
            | 133_000..=133_006
            | 135_000
            | 137_000 => Advice::Fix,
            _ if self.is_transient == Some(true) => Advice::Retry,
            _ => Advice::Fix,
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
            (131_047, Advice::WaitForEvent),
            (132_001, Advice::Fix),
            (131_026, Advice::Never),
            (987_654, Advice::Fix),
        ] {
            assert_eq!(GraphError::new(code, "").advice(), advice, "{code}");
        }
        let unknown = GraphError { is_transient: Some(true), ..GraphError::new(987_654, "") };
        assert_eq!(unknown.advice(), Advice::Retry);
    }
}
