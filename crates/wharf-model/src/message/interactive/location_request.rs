//! Asking for a location.

use serde::{Deserialize, Serialize};

use super::parts::{Body, check_body};
use crate::message::check::Checker;

/// A text with a "Send location" button. The answer is a `location` message that quotes this one.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct LocationRequest {
    /// The text, at most 1024 characters.
    pub body: Body,
    /// Always `send_location`.
    pub action: NamedAction,
}

/// An action that is only a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct NamedAction {
    /// Its name.
    pub name: String,
}

impl NamedAction {
    pub(super) fn new(name: &str) -> Self {
        Self { name: name.to_owned() }
    }
}

impl LocationRequest {
    /// Asks with a text.
    pub fn new(body: impl Into<String>) -> Self {
        Self { body: Body { text: body.into() }, action: NamedAction::new("send_location") }
    }

    pub(super) fn check(&self, check: &mut Checker) {
        check_body(&self.body, check);
        check.word("interactive.action.name", &self.action.name, "send_location");
    }
}

crate::quiet_debug! {
    LocationRequest {}
}
