//! Groups (fields `group_*_update`).

use super::parts::parts;
use crate::{
    error::GraphError,
    id::{GroupId, UserId},
    time::Timestamp,
};

parts! {
    /// Something about a group.
    GroupUpdate {
        /// `group_create`, `group_participants_add`, `group_settings_update`, `group_suspend`, …
        kind: Option<String> = "type",
        /// The group.
        group_id: Option<GroupId>,
        /// The request it answers.
        request_id: Option<String>,
        /// When.
        timestamp: Option<Timestamp>,
        /// Its subject.
        subject: Option<String>,
        /// Its description.
        description: Option<String>,
        /// The link that lets people in.
        invite_link: Option<String>,
        /// `auto_approve` or `approval_required`.
        join_approval_mode: Option<String>,
        /// Why: `invite_link`, …
        reason: Option<String>,
        /// `business` or `participant`.
        initiated_by: Option<String>,
        /// Who came.
        added_participants: Vec<Participant>,
        /// Who went.
        removed_participants: Vec<Participant>,
        /// Whom it failed for.
        failed_participants: Vec<FailedParticipant>,
        /// A request to join.
        join_request_id: Option<String>,
        /// Who asks to join, by phone.
        wa_id: Option<String>,
        /// Who asks to join, by user id.
        user_id: Option<UserId>,
        /// Who asks to join, by username.
        username: Option<String>,
        /// What became of a new picture.
        profile_picture: Option<Setting>,
        /// What became of a new subject.
        group_subject: Option<Setting>,
        /// What became of a new description.
        group_description: Option<Setting>,
        /// What failed.
        errors: Vec<GraphError>,
    }
    /// What became of a new setting.
    Setting {
        /// The new text.
        text: Option<String>,
        /// The type of the new picture.
        mime_type: Option<String>,
        /// SHA-256 of the new picture.
        sha256: Option<String>,
        /// Whether it was set.
        update_successful: Option<bool>,
        /// Why not.
        errors: Vec<GraphError>,
    }
    /// Somebody it failed for.
    FailedParticipant {
        /// What the request named.
        input: Option<String>,
        /// Why.
        errors: Vec<GraphError>,
    }
    /// Somebody in a group.
    Participant {
        /// By phone.
        wa_id: Option<String>,
        /// What the request named.
        input: Option<String>,
        /// By user id.
        user_id: Option<UserId>,
        /// By user id across linked portfolios.
        parent_user_id: Option<UserId>,
        /// Their username.
        username: Option<String>,
    }
}
