//! Operations of `group`: exact paths, bodies and answers.

use wharf_model::group::{
    AddParticipants, ApproveJoinRequests, CreateGroup, DeleteGroup, DeleteInviteLink, GetGroup,
    GetInviteLink, ListGroups, ListJoinRequests, RejectJoinRequests, RemoveParticipants,
    ResetInviteLink, UpdateGroup,
};

use super::{Case, case, from, id, page};

pub(super) fn cases() -> Vec<Case> {
    [part_1(), part_2()].into_iter().flatten().collect()
}

fn part_1() -> Vec<Case> {
    vec![
        case(
            &CreateGroup::new(id("Phone-Number-ID"), "text")
                .description("text")
                .join_approval_mode(from(r#""auto_approve""#)),
            "Phone-Number-ID/groups",
            r#"{"messaging_product": "whatsapp", "subject": "text", "description": "text", "join_approval_mode":
                "auto_approve"}"#,
            r#"{"messaging_product": "whatsapp", "request_id": "text", "success": true}"#,
        ),
        case(
            &ListGroups::new(id("Phone-Number-ID")).page(page()),
            "Phone-Number-ID/groups?fields=id,name%7Bid%7D&limit=5&after=A%3D&before=B",
            "",
            r#"{"data": {"groups": [{"id": "7", "subject": "text", "created_at": "text"}]}, "paging": {"cursors":
                {"before": "A", "after": "B"}, "next": "https://example.com/next"}}"#,
        ),
        case(
            &GetGroup::new(id("group_id")).fields(["id", "name"]),
            "group_id?fields=id,name",
            "",
            r#"{"messaging_product": "whatsapp", "id": "7", "subject": "text", "description": "text",
                "creation_timestamp": 7, "suspended": true, "join_approval_mode": "auto_approve",
                "total_participant_count": 7, "participants": [{"wa_id": "text", "user_id": "7", "username":
                "text"}]}"#,
        ),
        case(
            &UpdateGroup::new(id("group_id"))
                .subject("text")
                .description("text")
                .profile_picture_file("text"),
            "group_id",
            r#"{"messaging_product": "whatsapp", "subject": "text", "description": "text", "profile_picture_file":
                "text"}"#,
            r#"{"messaging_product": "whatsapp", "request_id": "text", "success": true}"#,
        ),
        case(
            &DeleteGroup::new(id("group_id")),
            "group_id",
            "",
            r#"{"messaging_product": "whatsapp", "request_id": "text", "success": true}"#,
        ),
        case(
            &GetInviteLink::new(id("group_id")),
            "group_id/invite_link",
            "",
            r#"{"messaging_product": "whatsapp", "invite_link": "text"}"#,
        ),
    ]
}

fn part_2() -> Vec<Case> {
    vec![
        case(
            &ResetInviteLink::new(id("group_id")),
            "group_id/invite_link",
            r#"{"messaging_product": "whatsapp"}"#,
            r#"{"messaging_product": "whatsapp", "invite_link": "text"}"#,
        ),
        case(
            &DeleteInviteLink::new(id("group_id")),
            "group_id/invite_link",
            r#"{"messaging_product": "whatsapp"}"#,
            r#"{"messaging_product": "whatsapp", "success": "text"}"#,
        ),
        case(
            &ListJoinRequests::new(id("group_id")).page(page()),
            "group_id/join_requests?fields=id,name%7Bid%7D&limit=5&after=A%3D&before=B",
            "",
            r#"{"data": [{"join_request_id": "text", "wa_id": "text", "user_id": "7", "username": "text",
                "creation_timestamp": 7}]}"#,
        ),
        case(
            &ApproveJoinRequests::new(id("group_id"), ["text"]),
            "group_id/join_requests",
            r#"{"messaging_product": "whatsapp", "join_requests": ["text"]}"#,
            r#"{"messaging_product": "whatsapp", "approved_join_requests": ["text"], "rejected_join_requests":
                ["text"], "failed_join_requests": [{"join_request_id": "text", "errors": [{"message": "text",
                "code": 100}]}], "errors": [{"message": "text", "code": 100}]}"#,
        ),
        case(
            &RejectJoinRequests::new(id("group_id"), ["text"]),
            "group_id/join_requests",
            r#"{"messaging_product": "whatsapp", "join_requests": ["text"]}"#,
            r#"{"messaging_product": "whatsapp", "approved_join_requests": ["text"], "rejected_join_requests":
                ["text"], "failed_join_requests": [{"join_request_id": "text", "errors": [{"message": "text",
                "code": 100}]}], "errors": [{"message": "text", "code": 100}]}"#,
        ),
        case(
            &AddParticipants::new(id("group_id"), [from(r#"{"user": "text"}"#)]),
            "group_id/participants",
            r#"{"messaging_product": "whatsapp", "participants": [{"user": "text"}]}"#,
            r#"{"messaging_product": "whatsapp", "request_id": "text", "success": true}"#,
        ),
        case(
            &RemoveParticipants::new(id("group_id"), [from(r#"{"user": "text"}"#)]),
            "group_id/participants",
            r#"{"messaging_product": "whatsapp", "participants": [{"user": "text"}]}"#,
            r#"{"messaging_product": "whatsapp", "request_id": "text", "success": true}"#,
        ),
    ]
}
