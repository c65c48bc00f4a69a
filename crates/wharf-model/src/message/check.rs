//! Documented limits, checked all at once.

use std::fmt;

/// Whether the platform would refuse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// The platform refuses it.
    Error,
    /// The platform takes it, but likely not as meant; or sources disagree.
    Warning,
}

/// A documented limit that a message breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Violation {
    /// Where, as a JSON path such as `interactive.action.buttons[0].reply.title`.
    pub path: String,
    /// What is wrong, for a person.
    pub what: String,
    /// The limit, where it is a number.
    pub limit: Option<usize>,
    /// What was given, where it is a number.
    pub given: Option<usize>,
    /// The code the platform answers with.
    pub code: u32,
    /// Whether the platform would refuse.
    pub severity: Severity,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.what)
    }
}

/// The platform's code for a value that is too long, or of the wrong form.
const PARAMETER: u32 = 100;
/// The platform's code for a required value that is absent.
const MISSING: u32 = 131_008;
/// The platform's code for a value that is not allowed.
const VALUE: u32 = 131_009;

/// Collects what is wrong.
#[derive(Debug, Default)]
pub(crate) struct Checker {
    pub(crate) found: Vec<Violation>,
}

impl Checker {
    fn add(&mut self, path: &str, what: String, code: u32, severity: Severity) -> &mut Violation {
        self.found.push(Violation {
            path: path.to_owned(),
            what,
            limit: None,
            given: None,
            code,
            severity,
        });
        let last = self.found.len() - 1;
        &mut self.found[last]
    }

    /// A required value is absent.
    pub(crate) fn missing(&mut self, path: &str, what: &str) {
        self.add(path, what.to_owned(), MISSING, Severity::Error);
    }

    /// A value is not allowed.
    pub(crate) fn invalid(&mut self, path: &str, what: &str) {
        self.add(path, what.to_owned(), VALUE, Severity::Error);
    }

    /// The platform takes it, but it is likely a mistake.
    pub(crate) fn warn(&mut self, path: &str, what: &str) {
        self.add(path, what.to_owned(), VALUE, Severity::Warning);
    }

    /// A text's length in characters: the larger of Unicode scalars and UTF-16 units counts.
    pub(crate) fn text(&mut self, path: &str, text: &str, min: usize, max: usize) {
        let given = text.encode_utf16().count();
        let what = if given > max {
            format!("must be at most {max} characters long, has {given}")
        } else if given < min {
            "must not be empty".to_owned()
        } else {
            return;
        };
        let code = if given > max { PARAMETER } else { MISSING };
        let violation = self.add(path, what, code, Severity::Error);
        violation.limit = Some(if given > max { max } else { min });
        violation.given = Some(given);
    }

    /// How many of something.
    pub(crate) fn count(&mut self, path: &str, given: usize, min: usize, max: usize) {
        if (min..=max).contains(&given) {
            return;
        }
        let what = format!("must have {min} to {max} items, has {given}");
        let violation = self.add(path, what, VALUE, Severity::Error);
        violation.limit = Some(if given > max { max } else { min });
        violation.given = Some(given);
    }

    /// A number within ±`max`.
    pub(crate) fn range(&mut self, path: &str, given: f64, max: f64) {
        if !(-max..=max).contains(&given) {
            self.invalid(path, &format!("must be between -{max} and {max}, is {given}"));
        }
    }

    /// A public URL.
    pub(crate) fn link(&mut self, path: &str, link: &str) {
        let host = link
            .strip_prefix("https://")
            .or_else(|| link.strip_prefix("http://"))
            .unwrap_or_default();
        if host.is_empty() || host.starts_with('/') || link.contains(char::is_whitespace) {
            self.add(
                path,
                "must be an http:// or https:// URL".to_owned(),
                PARAMETER,
                Severity::Error,
            );
        }
    }

    /// No two of these may be the same.
    #[expect(single_use_lifetimes, reason = "an anonymous lifetime is not stable here")]
    pub(crate) fn unique<'t>(&mut self, texts: impl IntoIterator<Item = (String, &'t str)>) {
        let mut seen = std::collections::BTreeSet::new();
        for (path, text) in texts {
            if !seen.insert(text) {
                self.invalid(&path, "must be unique: another one is the same");
            }
        }
    }
}
