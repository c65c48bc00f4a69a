//! What changed from one lock file to the next.

use std::{collections::BTreeMap, fmt};

use serde::Serialize;
use serde_json::Value;

use super::{Entry, Lock};

/// What happened to a template.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(in crate::template) struct Change {
    name: String,
    language: String,
    change: Kind,
    /// What is another, if the template was there before.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    what: Vec<Other>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Added,
    Removed,
    Changed,
}

/// A field that is another now.
#[derive(Debug, PartialEq, Eq, Serialize)]
struct Other {
    field: String,
    /// What it was, if that is one word.
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<String>,
    /// What it is, if that is one word.
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<String>,
}

/// What changed, by name and language.
pub(in crate::template) fn changes(old: &Lock, new: &Lock) -> Vec<Change> {
    let by_place = |lock: &'_ Lock| {
        let entries = lock.templates.iter().cloned();
        entries
            .map(|entry| ((entry.name.clone(), entry.language.clone()), entry))
            .collect::<BTreeMap<_, _>>()
    };
    let (mut before, after) = (by_place(old), by_place(new));
    let mut all = BTreeMap::new();
    for (place, entry) in after {
        let (change, what) = match before.remove(&place) {
            None => (Kind::Added, Vec::new()),
            Some(known) => (Kind::Changed, others(&known, &entry)),
        };
        if change == Kind::Added || !what.is_empty() {
            all.insert(place, (change, what));
        }
    }
    all.extend(before.into_keys().map(|place| (place, (Kind::Removed, Vec::new()))));
    all.into_iter()
        .map(|((name, language), (change, what))| Change { name, language, change, what })
        .collect()
}

fn others(old: &Entry, new: &Entry) -> Vec<Other> {
    let mut all = Vec::new();
    let mut word = |field: &str, from: Option<&str>, to: Option<&str>| {
        if from != to {
            let [from, to] = [from, to].map(|word| word.map(str::to_owned));
            all.push(Other { field: field.to_owned(), from, to });
        }
    };
    word("status", Some(&old.status), Some(&new.status));
    word("category", Some(&old.category), Some(&new.category));
    word("quality", old.quality.as_deref(), new.quality.as_deref());
    word("correct_category", old.correct_category.as_deref(), new.correct_category.as_deref());
    word("parameter_format", old.parameter_format.as_deref(), new.parameter_format.as_deref());
    word("sub_category", old.sub_category.as_deref(), new.sub_category.as_deref());
    word("rejected_reason", old.rejected_reason.as_deref(), new.rejected_reason.as_deref());
    word("id", Some(&old.id), Some(&new.id));
    let seconds = |entry: &Entry| entry.message_send_ttl_seconds.map(|seconds| seconds.to_string());
    word("message_send_ttl_seconds", seconds(old).as_deref(), seconds(new).as_deref());
    let (before, after) = (parts(old), parts(new));
    let kinds: std::collections::BTreeSet<_> = before.keys().chain(after.keys()).collect();
    for kind in kinds {
        if before.get(kind) != after.get(kind) {
            all.push(Other { field: kind.clone(), from: None, to: None });
        }
    }
    all
}

/// The parts by their kind.
fn parts(entry: &Entry) -> BTreeMap<String, Vec<&Value>> {
    let mut all: BTreeMap<String, Vec<&Value>> = BTreeMap::new();
    for part in &entry.components {
        let kind = part["type"].as_str().unwrap_or("part").to_ascii_lowercase();
        all.entry(kind).or_default().push(part);
    }
    all
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, language, change, what } = self;
        let sign = match change {
            Kind::Added => "+",
            Kind::Removed => "-",
            Kind::Changed => "~",
        };
        write!(f, "{sign} {name} {language}")?;
        for (index, other) in what.iter().enumerate() {
            f.write_str(if index == 0 { ": " } else { ", " })?;
            match (&other.from, &other.to) {
                (None, None) => write!(f, "{} changed", other.field)?,
                (from, to) => {
                    let [from, to] = [from, to].map(|word| word.as_deref().unwrap_or("none"));
                    write!(f, "{} {from} → {to}", other.field)?;
                }
            }
        }
        Ok(())
    }
}
