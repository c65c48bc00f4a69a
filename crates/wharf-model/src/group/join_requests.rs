//! Who asks to come in.

mod approve;
mod list;
mod reject;

pub use approve::{ApproveJoinRequests, ApproveJoinRequestsBody, JoinAnswer, JoinFailure};
pub use list::{JoinRequest, ListJoinRequests};
pub use reject::{RejectJoinRequests, RejectJoinRequestsBody};
