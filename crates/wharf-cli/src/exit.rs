//! How a command fails, and the exit code that says so.

use std::{fmt, io};

use serde_json::{Map, Value};
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
        Self { code, ..Self::failed(error.to_string()) }
    }
}
