//! Sign-ups by link.

mod create;
mod get;
mod list;
mod update;

pub use create::{CreateSignup, CreateSignupBody};
pub use get::GetSignup;
pub use list::{ListSignups, Signup, SignupPolicy, SignupStatus};
pub use update::{UpdateSignup, UpdateSignupBody};
