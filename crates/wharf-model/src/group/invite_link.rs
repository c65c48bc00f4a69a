//! The link into a group.

mod delete;
mod get;
mod reset;

pub use delete::{DeleteInviteLink, DeleteInviteLinkBody, LinkDeleted};
pub use get::{GetInviteLink, InviteLink};
pub use reset::{ResetInviteLink, ResetInviteLinkBody};
