//! Asking for a location.

use serde::{Deserialize, Serialize};

use super::parts::Body;
use crate::{limits::INTERACTIVE_BODY_CHARS_MAX, message::check::Checker};

/// A text with a "Send location" button. The answer is a `location` message that quotes this one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

impl LocationRequest {
    /// Asks with a text.
    pub fn new(body: impl Into<String>) -> Self {
        Self {
            body: Body { text: body.into() },
            action: NamedAction { name: "send_location".to_owned() },
        }
    }

    pub(super) fn check(&self, check: &mut Checker) {
        check.text("interactive.body.text", &self.body.text, 1, INTERACTIVE_BODY_CHARS_MAX);
        if self.action.name != "send_location" {
            check.invalid("interactive.action.name", "must be `send_location`");
        }
    }
}
