//! Rust types for the approved templates of a lock file. Pure: a lock in, a text out, and the same text for the same
//! templates.

mod code;
mod docs;
mod fields;
mod layout;
mod names;
mod shape;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use wharf_model::template::Definition;

use self::{
    names::Unique,
    shape::{Cards, Shape},
};
use super::lock::{Entry, Lock};

/// The text, and what is in it.
#[derive(Debug)]
pub(super) struct Generated {
    pub(super) text: String,
    /// How many types it has.
    pub(super) types: usize,
    /// Approved templates that it has not.
    pub(super) left_out: Vec<LeftOut>,
}

/// An approved template that nothing was made of.
#[derive(Debug, Serialize)]
pub(super) struct LeftOut {
    pub(super) name: String,
    pub(super) language: String,
    pub(super) why: String,
}

/// The languages of a template whose sends give the same values.
#[derive(Debug)]
struct Kind {
    /// What the template is called.
    template: String,
    /// What the type is called.
    name: String,
    shape: Shape,
    /// Each language and its definition; never none.
    languages: Vec<(String, Definition)>,
    /// What the types of its cards are called, one for each distinct card.
    cards: Vec<String>,
}

/// Makes the text.
pub(super) fn generate(lock: &Lock, lock_name: &str) -> Generated {
    let (mut kinds, left_out) = kinds(&lock.templates);
    name(&mut kinds);
    let mut imports = BTreeSet::new();
    let bodies: Vec<_> = kinds.iter().map(|kind| code::of(kind, &mut imports)).collect();
    let mut text = docs::head(lock, lock_name, &left_out);
    text.push_str(&code::imports(&imports));
    for body in bodies {
        text.push('\n');
        text.push_str(&body);
    }
    Generated { text, types: kinds.len(), left_out }
}

/// The approved templates by name, and their languages by shape.
fn kinds(entries: &[Entry]) -> (Vec<Kind>, Vec<LeftOut>) {
    let mut left_out = Vec::new();
    let mut by_name: BTreeMap<&str, Vec<Kind>> = BTreeMap::new();
    for entry in entries.iter().filter(|entry| entry.is_approved()) {
        let made = entry
            .definition()
            .and_then(|definition| Shape::of(&definition).map(|shape| (definition, shape)));
        let (definition, shape) = match made {
            Ok(made) => made,
            Err(why) => {
                let (name, language) = (entry.name.clone(), entry.language.clone());
                left_out.push(LeftOut { name, language, why });
                continue;
            }
        };
        let language = (entry.language.clone(), definition);
        let same_name = by_name.entry(&entry.name).or_default();
        match same_name.iter_mut().find(|kind| kind.shape == shape) {
            Some(kind) => kind.languages.push(language),
            None => same_name.push(Kind {
                template: entry.name.clone(),
                name: String::new(),
                shape,
                languages: vec![language],
                cards: Vec::new(),
            }),
        }
    }
    for same_name in by_name.values_mut() {
        // The shape of most languages has the plain name; the order is stable where two are even.
        same_name.sort_by_key(|kind| std::cmp::Reverse(kind.languages.len()));
    }
    (by_name.into_values().flatten().collect(), left_out)
}

/// Gives each type its name: plain ones first, so that nobody's language or card takes another's.
fn name(kinds: &mut [Kind]) {
    let mut taken = Unique::types();
    let mut last = None;
    for kind in kinds.iter_mut() {
        let first = last.replace(kind.template.clone()).as_ref() != Some(&kind.template);
        if first {
            kind.name = taken.take(&names::type_name(&kind.template));
        }
    }
    for kind in kinds.iter_mut().filter(|kind| kind.name.is_empty()) {
        let language = kind.languages.first().map(|(language, _)| language.as_str());
        let suffix = names::pascal(language.unwrap_or_default());
        kind.name = taken.take(&format!("{}{suffix}", names::type_name(&kind.template)));
    }
    for kind in kinds {
        kind.cards = match &kind.shape.cards {
            Cards::None => Vec::new(),
            Cards::Alike { .. } => vec![taken.take(&format!("{}Card", kind.name))],
            Cards::Each(cards) => (1..=cards.len())
                .map(|number| taken.take(&format!("{}Card{number}", kind.name)))
                .collect(),
        };
    }
}

#[cfg(test)]
mod tests;
