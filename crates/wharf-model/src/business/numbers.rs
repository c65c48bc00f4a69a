//! Numbers that are verified ahead.

mod add;
mod delete;
mod get;
mod list;
mod partners;
mod request_code;
mod share;
mod unshare;
mod verify_code;

pub use add::{AddPreverifiedNumber, AddPreverifiedNumberBody, PreverifiedAdded};
pub use delete::DeletePreverified;
pub use get::GetPreverified;
pub use list::{Availability, ListPreverifiedNumbers, Preverified};
pub use partners::ListPreverifiedPartners;
pub use request_code::{RequestPreverifiedCode, RequestPreverifiedCodeBody};
pub use share::{SharePreverifiedNumber, SharePreverifiedNumberBody};
pub use unshare::{UnsharePreverifiedNumber, UnsharePreverifiedNumberBody};
pub use verify_code::{VerifyPreverifiedCode, VerifyPreverifiedCodeBody};
