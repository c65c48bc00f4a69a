//! What goes to the screen, for people or for scripts.

use std::{
    io::{self, Write as _},
    process::ExitCode,
};

use serde::Serialize;
use serde_json::json;

use crate::exit::Failure;

/// Prints for people, or JSON for scripts.
#[derive(Debug)]
pub(crate) struct Printer {
    json: bool,
    out: io::Stdout,
}

impl Printer {
    pub(crate) fn new(json: bool) -> Self {
        Self { json, out: io::stdout() }
    }

    pub(crate) fn is_json(&self) -> bool {
        self.json
    }

    /// A line for people.
    pub(crate) fn line(&self, text: impl AsRef<str>) -> Result<(), Failure> {
        let mut out = self.out.lock();
        writeln!(out, "{}", text.as_ref())?;
        Ok(out.flush()?)
    }

    /// A line for scripts.
    pub(crate) fn json(&self, value: &impl Serialize) -> Result<(), Failure> {
        let text =
            serde_json::to_string(value).map_err(|source| Failure::failed(source.to_string()))?;
        self.line(text)
    }

    /// Either, whichever was asked for.
    pub(crate) fn either(
        &mut self,
        value: &impl Serialize,
        text: impl FnOnce() -> String,
    ) -> Result<(), Failure> {
        if self.json { self.json(value) } else { self.line(text()) }
    }

    /// Something to mind, on stderr; the command goes on.
    pub(crate) fn warning(&self, text: impl AsRef<str>) {
        let text = text.as_ref();
        let text = if self.json {
            json!({"warning": text}).to_string()
        } else {
            format!("wharf: warning: {text}")
        };
        // It is said for good measure only.
        let _unheard = writeln!(io::stderr().lock(), "{text}");
    }

    /// Bytes as they are, to their end.
    pub(crate) fn copy(&self, from: &mut impl io::Read) -> Result<(), Failure> {
        let mut out = self.out.lock();
        io::copy(from, &mut out)?;
        Ok(out.flush()?)
    }

    /// The failure on stderr; gives its exit code.
    pub(crate) fn failure(&self, failure: &Failure) -> ExitCode {
        let text = if self.json {
            let mut error = failure.more.clone();
            error.insert("exit_code".to_owned(), failure.code.into());
            error.insert("message".to_owned(), failure.what.as_str().into());
            json!({"error": error}).to_string()
        } else {
            let lines: Vec<_> = failure.what.lines().map(|line| format!("wharf: {line}")).collect();
            lines.join("\n")
        };
        // Nobody is left to tell when stderr is gone too.
        let _unheard = writeln!(io::stderr().lock(), "{text}");
        ExitCode::from(failure.code)
    }
}
