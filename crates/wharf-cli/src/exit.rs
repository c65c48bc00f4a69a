//! How a command fails, and the exit code that says so.

use std::{fmt, io};

use serde_json::{Map, Value, json};
use wharf::{Class, Kind};

/// A command that failed: one clear text, and a code that scripts can use.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) code: u8,
    pub(crate) what: String,
    /// More about it, for scripts: members of the error's JSON.
    pub(crate) more: Map<String, Value>,
    broken_pipe: bool,
}

impl Failure {
    /// It failed, or was refused.
    pub(crate) fn failed(what: impl Into<String>) -> Self {
        Self { code: 1, what: what.into(), more: Map::new(), broken_pipe: false }
    }

    /// It was called wrongly, or a setting is missing.
    pub(crate) fn usage(what: impl Into<String>) -> Self {
        Self { code: 2, ..Self::failed(what) }
    }

    /// Nobody knows whether it was done.
    pub(crate) fn unknown(what: impl Into<String>) -> Self {
        Self { code: 4, ..Self::failed(what) }
    }

    /// The same with more about it, for scripts.
    pub(crate) fn with(mut self, name: &str, value: Value) -> Self {
        self.more.insert(name.to_owned(), value);
        self
    }

    /// The reader of our output is gone.
    pub(crate) fn is_broken_pipe(&self) -> bool {
        self.broken_pipe
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)
    }
}

impl From<io::Error> for Failure {
    fn from(source: io::Error) -> Self {
        Self {
            broken_pipe: source.kind() == io::ErrorKind::BrokenPipe,
            ..Self::failed(source.to_string())
        }
    }
}

impl From<wharf::Error> for Failure {
    fn from(error: wharf::Error) -> Self {
        let code = match error.class() {
            Class::NotSent | Class::Throttled => 3,
            // What does no harm when it is done twice need not be known.
            Class::AmbigSoft | Class::AmbigHard if error.advice().is_retry() => 3,
            Class::AmbigSoft | Class::AmbigHard => 4,
            _ if matches!(
                error.kind(),
                Kind::Setup { .. } | Kind::Argument { .. } | Kind::Invalid(_)
            ) =>
            {
                2
            }
            _ => 1,
        };
        // That is a word of the library; commands that can do so have a flag.
        let what = error.to_string().replace(", or ask `unchecked()`", "");
        Self { code, more: more(&error), ..Self::failed(what) }
    }
}

/// What a script wants to know of an error.
fn more(error: &wharf::Error) -> Map<String, Value> {
    let mut more = Map::new();
    let mut put = |name: &str, value: Value| drop(more.insert(name.to_owned(), value));
    put("class", class(error.class()).into());
    put("retry", error.advice().is_retry().into());
    if let Some(code) = error.code() {
        put("code", code.into());
    }
    if let Some(subcode) = error.graph().and_then(|graph| graph.subcode) {
        put("error_subcode", subcode.into());
    }
    if let Some(trace) = error.trace() {
        put("fbtrace_id", trace.into());
    }
    if let Some(wait) = error.meta().and_then(|meta| meta.retry_after) {
        put("retry_after_seconds", wait.as_secs().into());
    }
    if let Kind::Invalid(violations) = error.kind() {
        let violations = violations.iter().map(|violation| {
            json!({
                "path": violation.path, "what": violation.what, "limit": violation.limit,
                "given": violation.given, "code": violation.code,
            })
        });
        put("violations", violations.collect());
    }
    more
}

/// A class by the name that the documents give it.
fn class(class: Class) -> &'static str {
    match class {
        Class::Accepted => "ACCEPTED",
        Class::Refused => "REFUSED",
        Class::Throttled => "THROTTLED",
        Class::NotSent => "NOT_SENT",
        Class::AmbigSoft => "AMBIG_SOFT",
        Class::AmbigHard => "AMBIG_HARD",
    }
}
