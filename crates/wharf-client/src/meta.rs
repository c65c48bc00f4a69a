//! What the platform says beside an answer.

mod retry_after;
mod usage;

use std::{fmt, time::Duration};

use http::{HeaderMap, response::Parts};
use wharf_model::time::Timestamp;

use crate::client::Tenant;
pub use usage::Usage;

/// What the platform says beside an answer or an error, in its headers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Meta {
    /// HTTP status; 0 when there was no answer.
    pub status: u16,
    /// `facebook-api-version`: the version that really served the call, which may differ from the one asked for. See
    /// [`other_version`](Self::other_version).
    pub api_version: Option<String>,
    /// The version that was asked for; none where it is not known.
    pub asked_version: Option<String>,
    /// `x-app-usage`: JSON, per cent of the app's budget of calls. Above 100 follows error 4. See [`usage`](Self::usage).
    pub app_usage: Option<String>,
    /// `x-business-use-case-usage`: JSON, per cent of each account's budget. Above 100 follows error 80007.
    pub business_usage: Option<String>,
    /// `x-fb-trace-id`, else `x-fb-request-id`: what the platform's support asks for.
    pub trace: Option<String>,
    /// `Retry-After`, in seconds or as a date: how long to wait, where the platform says so.
    pub retry_after: Option<Duration>,
    /// `Date`: when the answer was made, by the clock of whoever made it (RFC 9110, 5.6.7).
    pub date: Option<String>,
}

impl Meta {
    /// What these headers say. `now` is for a date in `Retry-After`, where there is no `Date` beside it.
    pub(crate) fn of(parts: &Parts, now: Timestamp) -> Self {
        Self::from_headers(parts.status.as_u16(), &parts.headers, now)
    }

    pub(crate) fn from_headers(status: u16, headers: &HeaderMap, now: Timestamp) -> Self {
        let mut meta = Self { status, ..Self::default() };
        let (mut request_id, mut wait) = (None, None);
        for (name, value) in headers {
            let field = match name.as_str() {
                "facebook-api-version" => &mut meta.api_version,
                "x-app-usage" => &mut meta.app_usage,
                "x-business-use-case-usage" => &mut meta.business_usage,
                "x-fb-trace-id" => &mut meta.trace,
                "x-fb-request-id" => &mut request_id,
                "retry-after" => &mut wait,
                "date" => &mut meta.date,
                _ => continue,
            };
            if field.is_none() {
                *field = value.to_str().ok().map(str::to_owned);
            }
        }
        meta.trace = meta.trace.or(request_id);
        meta.retry_after =
            wait.and_then(|wait| retry_after::read(&wait, meta.date.as_deref(), now));
        meta
    }

    /// The same, and which version was asked for.
    pub(crate) fn asked(mut self, version: &str) -> Self {
        self.asked_version = Some(version.to_owned());
        self
    }

    /// The version that served the call, if it is another one than was asked for: so it is when that is no longer
    /// served, or not yet.
    pub fn other_version(&self) -> Option<&str> {
        let (served, asked) = (self.api_version.as_deref()?, self.asked_version.as_deref()?);
        (served != asked).then_some(served)
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

    /// The same without the credentials that it quotes.
    pub(crate) fn without_credentials(mut self, tenant: &Tenant) -> Self {
        let texts = [
            &mut self.api_version,
            &mut self.app_usage,
            &mut self.business_usage,
            &mut self.trace,
            &mut self.date,
        ];
        for text in texts.into_iter().flatten() {
            tenant.hide(text);
        }
        self
    }

    pub(crate) fn notes(&self, trace: bool) -> String {
        let version = match (self.other_version(), &self.asked_version) {
            (Some(served), Some(asked)) => Some(format!("{served} served, {asked} asked for")),
            _ => self.api_version.clone(),
        };
        let mut notes: Vec<_> = version.into_iter().collect();
        notes.extend(self.usage().iter().map(Usage::to_string));
        notes.extend(self.trace.iter().filter(|_| trace).map(|trace| format!("trace {trace}")));
        notes.join(", ")
    }
}

impl fmt::Display for Meta {
    /// What helps a person who looks into it: `v25.0, 28 % of the app's calls used, trace A1b`. Empty when nothing is
    /// known.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.notes(true))
    }
}
