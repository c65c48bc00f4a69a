//! The pure machine of a send (`state`, what happened) → `state`. Every engine asks it.
//!
//! Rules: evidence from the platform always wins over our own belief; ranks never fall;
//! an attempt that was under way when a process died is UNKNOWN, never queued again.
//! [`Standing::step`] is the machine.

use std::{fmt, time::Duration};

use wharf_model::{time::Timestamp, webhook::status::Progress};

mod standing;

wharf_model::quiet_debug! {
    Evidence { wamid, progress, at, reason }
}

#[cfg(test)]
mod tests;

pub use standing::{Ending, Input, Standing};

/// How long an UNKNOWN send holds back the others of its conversation.
pub const UNKNOWN_BLOCKS: Duration = Duration::from_mins(1);

/// How long a send may be UNKNOWN before it is given up as UNRESOLVED.
pub const UNKNOWN_MOST: Duration = Duration::from_mins(10);

/// Where a send stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Durable, waiting to go out.
    Queued,
    /// An attempt was committed; its bytes may be on their way.
    Sending,
    /// An attempt ended without anyone knowing whether it was sent.
    Unknown,
    /// Gave up without knowing. Late evidence still lifts it.
    Unresolved,
    /// The platform has it: its id is known.
    Accepted,
    /// One tick.
    Sent,
    /// Refused by the platform, at once or later. Late evidence still lifts it.
    Failed,
    /// On the device.
    Delivered,
    /// Shown in an open chat.
    Read,
    /// A voice message that was played.
    Played,
}

/// What an event says about a send.
#[derive(Clone, PartialEq, Eq)]
pub struct Evidence {
    /// The platform's id of the message.
    pub wamid: String,
    /// The token of the attempt, when the platform echoed it.
    pub token: Option<String>,
    /// How far the message came.
    pub progress: Progress,
    /// When, as the platform says.
    pub at: Option<Timestamp>,
    /// Why it failed, for a person.
    pub reason: Option<String>,
}

impl State {
    /// Every state.
    pub const ALL: [Self; 10] = [
        Self::Queued,
        Self::Sending,
        Self::Unknown,
        Self::Unresolved,
        Self::Accepted,
        Self::Sent,
        Self::Failed,
        Self::Delivered,
        Self::Read,
        Self::Played,
    ];

    /// The word it is kept and shown as.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Sending => "sending",
            Self::Unknown => "unknown",
            Self::Unresolved => "unresolved",
            Self::Accepted => "accepted",
            Self::Sent => "sent",
            Self::Failed => "failed",
            Self::Delivered => "delivered",
            Self::Read => "read",
            Self::Played => "played",
        }
    }

    /// The state of that word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == word)
    }

    /// Whether nothing of ours is left to do: only the platform's word can move it now.
    pub const fn is_settled(self) -> bool {
        !matches!(self, Self::Queued | Self::Sending | Self::Unknown)
    }
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
