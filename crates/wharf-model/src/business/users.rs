//! System users and their access tokens.

mod business_token;
mod list;
mod token;

pub use business_token::{AccessToken, CreateBusinessToken, CreateBusinessTokenBody};
pub use list::{ListSystemUsers, SystemUser};
pub use token::{CreateUserToken, CreateUserTokenBody};
