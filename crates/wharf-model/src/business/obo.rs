//! Acting on behalf of others, which is deprecated.

mod get;
mod list;
mod set;
mod start;

pub use get::{GetMobilityIntent, IntentStatus, MobilityIntent};
pub use list::{ListOnBehalfRequests, OnBehalfRequest, OnBehalfStatus};
pub use set::{MobilityIntentSet, SetMobilityIntent, SetMobilityIntentBody};
pub use start::{MoveAccount, MoveAccountBody, MoveAnswer};
