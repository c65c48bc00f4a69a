//! Who works on an account.

mod accounts;
mod assign;
mod list;
mod remove;

pub use accounts::ListAssignedAccounts;
pub use assign::{AssignUser, AssignUserBody};
pub use list::{AssignedUser, ListAssignedUsers, UserTask, UserType};
pub use remove::{RemoveUser, RemoveUserBody};
