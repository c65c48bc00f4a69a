//! The username of a number.

mod delete;
mod get;
mod set;
mod suggestions;

pub use delete::DeleteUsername;
pub use get::{GetUsername, Username, UsernameStatus};
pub use set::{SetUsername, SetUsernameBody, TransferAction};
pub use suggestions::{ListUsernameSuggestions, UsernameSuggestions};
