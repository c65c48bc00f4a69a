//! What people find who come from an advertisement.

mod delete;
mod list;
mod set;

pub use delete::DeleteWelcomeSequence;
pub use list::{ListWelcomeSequences, WelcomeSequence};
pub use set::{SetWelcomeSequence, SetWelcomeSequenceBody, WelcomeSet};
