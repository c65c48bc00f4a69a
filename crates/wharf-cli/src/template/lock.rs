//! The lock file: the templates of an account as they were on one day, to be committed beside the code that sends
//! them. The same templates give the same bytes.

mod changes;
mod day;
mod entry;

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use wharf_model::templates::TemplateNode;

pub(super) use self::{changes::changes, day::Day, entry::Entry};
use crate::exit::Failure;

/// What the lock file is called unless something else is said.
pub(super) const LOCK: &str = "templates.lock.json";
/// The format that this version writes, and the newest it reads.
const FORMAT: u64 = 1;
/// Said in the file itself.
const ABOUT: &str = "Written by `wharf template pull`. Commit it; do not edit it.";

/// Templates as they were on one day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Lock {
    /// The format of this file.
    lock: u64,
    #[serde(default)]
    about: String,
    /// Whose templates they are.
    pub(super) account: String,
    /// The day they were asked for, in UTC.
    pub(super) pulled: Day,
    /// Sorted by name and language.
    pub(super) templates: Vec<Entry>,
}

/// Only the version, to tell a newer file from a broken one.
#[derive(Deserialize)]
struct Version {
    lock: u64,
}

impl Lock {
    pub(super) fn new(account: impl Into<String>, pulled: Day, nodes: &[TemplateNode]) -> Self {
        let mut templates: Vec<_> = nodes.iter().map(Entry::new).collect();
        templates.sort_by(|one, other| one.place().cmp(&other.place()));
        Self { lock: FORMAT, about: ABOUT.to_owned(), account: account.into(), pulled, templates }
    }

    /// The file's text.
    pub(super) fn text(&self) -> Result<String, Failure> {
        let text = serde_json::to_string_pretty(self);
        Ok(text.map_err(|error| Failure::failed(error.to_string()))? + "\n")
    }

    /// Reads a lock file; `None` when there is none.
    pub(super) fn read_if_any(path: &Path) -> Result<Option<Self>, Failure> {
        let bytes = match std::fs::read(path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(error) => {
                return Err(Failure::usage(format!("{}: cannot be read: {error}", path.display())));
            }
        };
        Self::parse(&bytes)
            .map(Some)
            .map_err(|what| Failure::usage(format!("{}: {what}", path.display())))
    }

    /// Reads a lock file that must be there.
    pub(super) fn read(path: &Path) -> Result<Self, Failure> {
        Self::read_if_any(path)?.ok_or_else(|| {
            Failure::usage(format!(
                "{}: there is no such file; `wharf template pull` writes it",
                path.display()
            ))
        })
    }

    fn parse(bytes: &[u8]) -> Result<Self, String> {
        let broken =
            |error| format!("is no lock file: {error}; `wharf template pull` writes it anew");
        let Version { lock } = serde_json::from_slice(bytes).map_err(broken)?;
        if lock > FORMAT {
            return Err(format!(
                "is of format {lock}, and this version reads {FORMAT}: use a newer wharf, or pull it anew"
            ));
        }
        serde_json::from_slice(bytes).map_err(broken)
    }

    /// How many can be sent.
    pub(super) fn approved(&self) -> usize {
        self.templates.iter().filter(|entry| entry.is_approved()).count()
    }
}

/// Where the lock file is.
#[derive(Debug, clap::Args)]
pub(super) struct Where {
    /// The lock file
    #[arg(long, default_value = LOCK, value_name = "FILE")]
    pub(super) lock: PathBuf,
}

#[cfg(test)]
mod tests {
    use super::Lock;

    #[test]
    fn a_newer_file_and_a_broken_one_are_told_apart() {
        let newer = Lock::parse(br#"{"lock": 2, "templates": {}}"#).unwrap_err();
        assert!(newer.contains("format 2") && newer.contains("newer wharf"), "{newer}");
        for broken in ["", "[]", "{}", r#"{"lock": 1}"#, r#"{"lock": 1, "templates": 3}"#] {
            let what = Lock::parse(broken.as_bytes()).unwrap_err();
            assert!(what.contains("is no lock file"), "{broken}: {what}");
        }
    }
}
