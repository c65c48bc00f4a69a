//! Who is in a group.

mod add;
mod remove;

pub use add::{AddParticipants, AddParticipantsBody, Participant};
pub use remove::{RemoveParticipants, RemoveParticipantsBody};
