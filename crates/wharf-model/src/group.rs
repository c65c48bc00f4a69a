//! Group conversations (Cloud API, "Groups").

mod create;
mod delete;
mod get;
mod invite_link;
mod join_requests;
mod list;
mod participants;
mod update;

pub use create::{CreateGroup, CreateGroupBody, GroupRequest, JoinApproval};
pub use delete::DeleteGroup;
pub use get::{GetGroup, Group, GroupMember};
pub use invite_link::{
    DeleteInviteLink, DeleteInviteLinkBody, GetInviteLink, InviteLink, LinkDeleted,
    ResetInviteLink, ResetInviteLinkBody,
};
pub use join_requests::{
    ApproveJoinRequests, ApproveJoinRequestsBody, JoinAnswer, JoinFailure, JoinRequest,
    ListJoinRequests, RejectJoinRequests, RejectJoinRequestsBody,
};
pub use list::{GroupList, GroupRow, GroupRows, ListGroups};
pub use participants::{
    AddParticipants, AddParticipantsBody, Participant, RemoveParticipants, RemoveParticipantsBody,
};
pub use update::{UpdateGroup, UpdateGroupBody};
