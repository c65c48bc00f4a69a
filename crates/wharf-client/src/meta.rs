//! What the platform says beside an answer.

mod usage;

use std::{fmt, time::Duration};

use http::{HeaderMap, response::Parts};

pub use usage::Usage;

/// What the platform says beside an answer or an error, in its headers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Meta {
    /// HTTP status; 0 when there was no answer.
    pub status: u16,
    /// `facebook-api-version`: the version that really served the call, which may differ from the one asked for.
    pub api_version: Option<String>,
    /// `x-app-usage`: JSON, per cent of the app's budget of calls. Above 100 follows error 4. See [`usage`](Self::usage).
    pub app_usage: Option<String>,
    /// `x-business-use-case-usage`: JSON, per cent of each account's budget. Above 100 follows error 80007.
    pub business_usage: Option<String>,
    /// `x-fb-trace-id`, else `x-fb-request-id`: what the platform's support asks for.
    pub trace: Option<String>,
    /// `Retry-After` in seconds: how long to wait, where the platform says so.
    pub retry_after: Option<Duration>,
    /// `Date`: when the answer was made, by the clock of whoever made it (RFC 9110, 5.6.7).
    pub date: Option<String>,
}

impl Meta {
    pub(crate) fn of(parts: &Parts) -> Self {
        Self::from_headers(parts.status.as_u16(), &parts.headers)
    }

    pub(crate) fn from_headers(status: u16, headers: &HeaderMap) -> Self {
        let text = |name: &str| text(headers, name);
        Self {
            status,
            api_version: text("facebook-api-version"),
            app_usage: text("x-app-usage"),
            business_usage: text("x-business-use-case-usage"),
            trace: text("x-fb-trace-id").or_else(|| text("x-fb-request-id")),
            retry_after: text("retry-after")
                .and_then(|seconds| seconds.trim().parse().ok())
                .map(Duration::from_secs),
            date: text("date"),
        }
    }

    /// The budgets of calls that the platform speaks of: the app's first, then those of accounts and portfolios.
    /// Empty when it says nothing, or nothing that can be read.
    pub fn usage(&self) -> Vec<Usage> {
        Usage::read(self.app_usage.as_deref(), self.business_usage.as_deref())
    }

    /// How long the platform asks to wait: `Retry-After`, else the longest time until an exhausted budget is back.
    pub fn wait(&self) -> Option<Duration> {
        let regained = || self.usage().iter().filter_map(|usage| usage.regained_in).max();
        self.retry_after.or_else(regained)
    }

    pub(crate) fn notes(&self, trace: bool) -> String {
        let mut notes: Vec<_> = self.api_version.clone().into_iter().collect();
        notes.extend(self.usage().iter().map(Usage::to_string));
        notes.extend(self.trace.iter().filter(|_| trace).map(|trace| format!("trace {trace}")));
        notes.join(", ")
    }
}

fn text(headers: &HeaderMap, name: &str) -> Option<String> {
    headers.get(name)?.to_str().ok().map(str::to_owned)
}

impl fmt::Display for Meta {
    /// What helps a person who looks into it: `v25.0, 28 % of the app's calls used, trace A1b`. Empty when nothing is
    /// known.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.notes(true))
    }
}
