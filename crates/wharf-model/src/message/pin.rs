//! Pinning a message in a group.

use serde::{Deserialize, Serialize};

use super::{Rule, check::Checker};
use crate::{
    id::MessageId,
    limits::{PIN_DAYS_MAX, PIN_DAYS_MIN},
    message::check::VALUE,
    open::open_enum,
};

/// Pins a message to the top of a group, or takes it down (Cloud API, "Groups").
///
/// A group has at most three pinned messages: a fourth takes the oldest down. It answers with an id of its own.
///
/// ```
/// use wharf_model::{id::MessageId, message::{Message, Pin}};
///
/// let pin = Pin::new(MessageId::new("wamid.A")?, 7);
/// assert_eq!(Message::to_group("Y2FwaV9ncm91cA", pin).check(), []);
/// # Ok::<(), wharf_model::id::EmptyId>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Pin {
    /// Whether it is put up or taken down.
    #[serde(rename = "type")]
    pub kind: PinKind,
    /// The message.
    pub message_id: MessageId,
    /// For how many days, 1 to 30; required to put it up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expiration_days: Option<u64>,
}

open_enum! {
    /// Whether a message is pinned or no longer.
    pub enum PinKind {
        /// It is put up.
        Pin = "pin",
        /// It is taken down.
        Unpin = "unpin",
    }
}

impl Pin {
    /// Pins a message for 1 to 30 days.
    pub fn new(message_id: MessageId, days: u64) -> Self {
        Self { kind: PinKind::Pin, message_id, expiration_days: Some(days) }
    }

    /// Takes a message down.
    pub fn remove(message_id: MessageId) -> Self {
        Self { kind: PinKind::Unpin, message_id, expiration_days: None }
    }

    pub(super) fn check(&self, check: &mut Checker) {
        check.listed("pin.type", self.kind.is_listed(), PinKind::WORDS, VALUE);
        let path = "pin.expiration_days";
        match self.expiration_days {
            Some(_) if self.kind == PinKind::Unpin => {
                check.warn(path, Rule::NotAllowed, "says nothing when a message is taken down");
            }
            Some(days) => check.within(path, days, PIN_DAYS_MIN, PIN_DAYS_MAX, VALUE),
            None if self.kind == PinKind::Pin => {
                check.missing(path, "a pin needs the days it stays, 1 to 30");
            }
            None => {}
        }
    }
}
