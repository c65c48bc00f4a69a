//! A flow that somebody has open.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use wharf_model::id::{MessageId, PhoneNumberId};

use super::Opening;

/// A flow that somebody has open.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Session {
    /// The business number it belongs to.
    pub(crate) number: PhoneNumberId,
    /// The message it was opened from.
    pub(crate) message: MessageId,
    /// How it opened.
    pub(super) opening: Opening,
    /// Screens from the first to the one that is shown.
    pub(super) stack: Vec<Shown>,
    /// What went wrong, as the phone says it.
    pub(super) problem: Option<String>,
    /// The question that its endpoint is being asked; one that a snapshot interrupts is asked again by hand.
    #[serde(skip)]
    pub(super) waits: Option<u64>,
}

/// A screen with what is on it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Shown {
    pub(super) screen: String,
    /// What it was given.
    pub(super) data: Map<String, Value>,
    /// What the person entered.
    pub(super) values: Map<String, Value>,
    /// What is wrong with that, by name.
    pub(super) errors: BTreeMap<String, String>,
}

impl Session {
    /// One that shows nothing yet.
    pub(super) fn new(number: PhoneNumberId, message: MessageId, opening: Opening) -> Self {
        Self { number, message, opening, stack: Vec::new(), problem: None, waits: None }
    }

    pub(super) fn top(&self) -> Option<&Shown> {
        self.stack.last()
    }

    /// Shows a screen: a new one, or one that was shown before.
    pub(super) fn show(&mut self, screen: &str, data: Map<String, Value>) {
        if let Some(at) = self.stack.iter().position(|shown| shown.screen == screen) {
            self.stack.truncate(at + 1);
            if let Some(shown) = self.stack.last_mut() {
                shown.data.extend(data);
                shown.errors.clear();
            }
            return;
        }
        self.stack.push(Shown { screen: screen.to_owned(), data, ..Shown::default() });
    }
}
