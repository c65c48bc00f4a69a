//! What was found.

use serde::Serialize;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Level {
    /// As it should be.
    Ok,
    /// Good to know.
    Note,
    /// Nothing is lost yet.
    Warning,
    /// Messages would be lost, or could be forged.
    Danger,
}

impl Level {
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Danger => "danger",
        }
    }
}

/// One thing that was found, and what mends it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Finding {
    /// Which check found it.
    pub(super) check: &'static str,
    /// How bad it is.
    pub(super) level: Level,
    /// What is so.
    pub(super) what: String,
    /// What to do; empty when there is nothing to do.
    pub(super) fix: String,
}

impl Finding {
    fn new(
        check: &'static str,
        level: Level,
        what: impl Into<String>,
        fix: impl Into<String>,
    ) -> Self {
        Self { check, level, what: what.into(), fix: fix.into() }
    }

    /// As it should be.
    pub(super) fn ok(check: &'static str, what: impl Into<String>) -> Self {
        Self::new(check, Level::Ok, what, "")
    }

    /// Good to know.
    pub(super) fn note(
        check: &'static str,
        what: impl Into<String>,
        fix: impl Into<String>,
    ) -> Self {
        Self::new(check, Level::Note, what, fix)
    }

    /// To be seen to.
    pub(super) fn warning(
        check: &'static str,
        what: impl Into<String>,
        fix: impl Into<String>,
    ) -> Self {
        Self::new(check, Level::Warning, what, fix)
    }

    /// Something would be lost, or could be forged.
    pub(super) fn danger(
        check: &'static str,
        what: impl Into<String>,
        fix: impl Into<String>,
    ) -> Self {
        Self::new(check, Level::Danger, what, fix)
    }
}
