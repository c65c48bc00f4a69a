//! An emoji on a message.

use serde::{Deserialize, Serialize};

use super::{Rule, check::Checker};
use crate::id::MessageId;

/// A reaction to a message. Only a `sent` status follows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Reaction {
    /// The message reacted to; at most 30 days old.
    pub message_id: MessageId,
    /// Exactly one emoji; empty takes the reaction back.
    pub emoji: String,
}

impl Reaction {
    /// Reacts with an emoji.
    pub fn new(message_id: MessageId, emoji: impl Into<String>) -> Self {
        Self { message_id, emoji: emoji.into() }
    }

    /// Takes a reaction back.
    pub fn remove(message_id: MessageId) -> Self {
        Self { message_id, emoji: String::new() }
    }

    pub(super) fn check(&self, check: &mut Checker) {
        // What counts as one emoji changes with Unicode; plain letters, digits and signs never do.
        let plain = |char: char| char.is_ascii_graphic() || char.is_whitespace();
        if !self.emoji.is_empty() && self.emoji.chars().all(plain) {
            check.invalid("reaction.emoji", Rule::Format, "must be exactly one emoji");
        }
    }
}
