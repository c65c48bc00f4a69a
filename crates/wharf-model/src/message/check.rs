//! Documented limits, checked all at once.

mod rule;

use std::fmt;

pub use rule::Rule;

/// Whether the platform would refuse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// The platform refuses it.
    Error,
    /// The platform takes it, but likely not as meant; or sources disagree.
    Warning,
}

/// A documented limit that a message, a template or a file breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Violation {
    /// Where, as a JSON path such as `interactive.action.buttons[0].reply.title`.
    pub path: String,
    /// Which kind of rule; its name does not change between versions.
    pub rule: Rule,
    /// What is wrong, for a person. Never holds what was given, but for lengths, counts and numbers.
    pub what: String,
    /// The limit, where it is a number.
    pub limit: Option<u64>,
    /// What was given, where it is a number.
    pub given: Option<u64>,
    /// The code the platform answers with.
    pub code: u32,
    /// Whether the platform would refuse.
    pub severity: Severity,
}

impl Violation {
    /// Whether the platform would refuse.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.what)
    }
}

/// The platform's code for a value that is too long, or of the wrong form.
pub(crate) const PARAMETER: u32 = 100;
/// The platform's code for a required value that is absent.
pub(crate) const MISSING: u32 = 131_008;
/// The platform's code for a value that is not allowed.
pub(crate) const VALUE: u32 = 131_009;

/// Collects what is wrong.
#[derive(Debug, Default)]
pub(crate) struct Checker {
    pub(crate) found: Vec<Violation>,
}

fn number(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

impl Checker {
    /// Any broken rule, with the platform's code.
    pub(crate) fn broken(&mut self, path: &str, rule: Rule, code: u32, what: impl Into<String>) {
        self.add(path, rule, what.into(), code, Severity::Error);
    }

    fn add(&mut self, path: &str, rule: Rule, what: String, code: u32, severity: Severity) {
        let path = path.to_owned();
        self.found.push(Violation { path, rule, what, limit: None, given: None, code, severity });
    }

    /// Says of the last one what the limit is, and what was given.
    pub(crate) fn measured(&mut self, limit: u64, given: u64) {
        if let Some(last) = self.found.last_mut() {
            (last.limit, last.given) = (Some(limit), Some(given));
        }
    }

    /// A required value is absent.
    pub(crate) fn missing(&mut self, path: &str, what: &str) {
        self.broken(path, Rule::Required, MISSING, what);
    }

    /// A value is not allowed.
    pub(crate) fn invalid(&mut self, path: &str, rule: Rule, what: &str) {
        self.broken(path, rule, VALUE, what);
    }

    /// The platform takes it, but it is likely a mistake.
    pub(crate) fn warn(&mut self, path: &str, rule: Rule, what: &str) {
        self.add(path, rule, what.to_owned(), VALUE, Severity::Warning);
    }

    /// A text's length: it must fit in Unicode scalars and in UTF-16 units, for nobody says which the platform counts.
    pub(crate) fn text(&mut self, path: &str, text: &str, min: usize, max: usize) {
        self.text_of(path, text, min, max, PARAMETER);
    }

    /// The same, with the platform's code for a text that is too long.
    pub(crate) fn text_of(&mut self, path: &str, text: &str, min: usize, max: usize, code: u32) {
        // A text has no more characters, and no more UTF-16 units, than bytes.
        if text.len() <= max && min <= usize::from(!text.is_empty()) {
            return;
        }
        let (units, scalars) = (text.encode_utf16().count(), text.chars().count());
        if scalars < min {
            self.broken(path, Rule::CharsMin, MISSING, "must not be empty");
            self.measured(number(min), number(scalars));
        } else if scalars > max {
            let what = format!("must be at most {max} characters long, has {scalars}");
            self.broken(path, Rule::CharsMax, code, what);
            self.measured(number(max), number(scalars));
        } else if units > max {
            let what = format!(
                "must be at most {max} characters long: its {scalars} characters are {units} in UTF-16"
            );
            self.broken(path, Rule::Utf16Max, code, what);
            self.measured(number(max), number(units));
        }
    }

    /// The same for a text that may be absent.
    pub(crate) fn optional(&mut self, path: &str, text: Option<&str>, max: usize) {
        if let Some(text) = text {
            self.text(path, text, 0, max);
        }
    }

    /// A text that had better be shorter: sources disagree on the limit.
    pub(crate) fn better(&mut self, path: &str, text: &str, advised: usize, max: usize) {
        let given = text.encode_utf16().count();
        if given > advised && given <= max {
            let what = format!("had better be at most {advised} characters long, has {given}");
            self.add(path, Rule::CharsAdvised, what, PARAMETER, Severity::Warning);
            self.measured(number(advised), number(given));
        }
    }

    /// How many of something.
    pub(crate) fn count(&mut self, path: &str, given: usize, min: usize, max: usize) {
        self.count_of(path, given, min, max, VALUE);
    }

    /// The same, with the platform's code.
    pub(crate) fn count_of(&mut self, path: &str, given: usize, min: usize, max: usize, code: u32) {
        if (min..=max).contains(&given) {
            return;
        }
        let what = if min == max {
            format!("must have {max} items, has {given}")
        } else {
            format!("must have {min} to {max} items, has {given}")
        };
        let (rule, limit) = if given > max { (Rule::CountMax, max) } else { (Rule::CountMin, min) };
        self.broken(path, rule, code, what);
        self.measured(number(limit), number(given));
    }

    /// A whole number between two others.
    pub(crate) fn within(&mut self, path: &str, given: u64, min: u64, max: u64, code: u32) {
        if !(min..=max).contains(&given) {
            self.broken(path, Rule::Range, code, format!("must be {min} to {max}, is {given}"));
            self.measured(if given > max { max } else { min }, given);
        }
    }

    /// A number of degrees within ±`max`.
    pub(crate) fn degrees(&mut self, path: &str, given: f64, max: f64) {
        if !(-max..=max).contains(&given) {
            // A coordinate may be somebody's home: it is not repeated.
            self.invalid(path, Rule::Range, &format!("must be between -{max} and {max}"));
        }
    }

    /// A size in bytes.
    pub(crate) fn bytes(&mut self, path: &str, given: u64, max: u64, code: u32) {
        if given > max {
            let what = format!("must be at most {max} bytes, has {given}");
            self.broken(path, Rule::BytesMax, code, what);
            self.measured(max, given);
        } else if given == 0 {
            self.broken(path, Rule::BytesMin, code, "must not be empty");
            self.measured(1, given);
        }
    }

    /// A public URL.
    pub(crate) fn link(&mut self, path: &str, link: &str) {
        let rest = link.strip_prefix("https://").or_else(|| link.strip_prefix("http://"));
        let host = rest.unwrap_or_default();
        if host.is_empty() || host.starts_with('/') || link.contains(char::is_whitespace) {
            self.broken(path, Rule::Url, PARAMETER, "must be an http:// or https:// URL");
        }
    }

    /// A word that must be one of those the platform knows.
    pub(crate) fn listed(&mut self, path: &str, is_listed: bool, words: &[&str], code: u32) {
        if !is_listed {
            self.broken(path, Rule::OneOf, code, format!("must be one of {}", words.join(", ")));
        }
    }

    /// A word that can only be this one.
    pub(crate) fn word(&mut self, path: &str, given: &str, word: &str) {
        if given != word {
            self.invalid(path, Rule::OneOf, &format!("must be `{word}`"));
        }
    }

    /// No two of these may be the same.
    #[expect(single_use_lifetimes, reason = "an anonymous lifetime is not stable here")]
    pub(crate) fn unique<'t>(&mut self, texts: impl IntoIterator<Item = (String, &'t str)>) {
        let mut seen = std::collections::BTreeSet::new();
        for (path, text) in texts {
            if !seen.insert(text) {
                self.invalid(&path, Rule::Unique, "must be unique: another one is the same");
            }
        }
    }
}
