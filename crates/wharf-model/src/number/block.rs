//! Blocking people.

mod add;
mod list;
mod remove;

pub use add::{BlockAnswer, BlockFailure, BlockOutcome, BlockUsers, BlockUsersBody, UserToBlock};
pub use list::{BlockedUser, ListBlocked};
pub use remove::{UnblockUsers, UnblockUsersBody};
