//! Operations of `solution`: exact paths, bodies and answers.

use wharf_model::solution::{
    AcceptDeactivation, AcceptSolution, CreateSolution, GetMigrationIntent, GetSolution,
    GetSolutionToken, ListAccountSolutions, ListAppSolutions, ListConnectedClients,
    ListSolutionPartners, MoveToSolution, RejectDeactivation, RejectSolution, RequestDeactivation,
    SubscribeApp,
};

use super::{Case, case, from, id, page};

pub(super) fn cases() -> Vec<Case> {
    [part_1(), part_2(), part_3()].into_iter().flatten().collect()
}

fn part_1() -> Vec<Case> {
    vec![
        case(
            &GetSolution::new(id("Solution-ID")).fields(["id", "name"]),
            "Solution-ID?fields=id,name",
            "",
            r#"{"id": "7", "name": "text", "status": "DRAFT", "status_for_pending_request": "PENDING_ACTIVATION",
                "owner_app": {"id": "7", "name": "text"}, "owner_permissions": ["MANAGE"], "partner_id": "text"}"#,
        ),
        case(
            &CreateSolution::new(
                id("Application-ID"),
                "text",
                id("7"),
                [from(r#""MANAGE""#)],
                [from(r#""MANAGE""#)],
            ),
            "Application-ID/whatsapp_business_solution",
            r#"{"solution_name": "text", "partner_app_id": "7", "owner_permissions": ["MANAGE"],
                "partner_permissions": ["MANAGE"]}"#,
            r#"{"solution_id": "7"}"#,
        ),
        case(
            &ListAppSolutions::new(id("Application-ID")).role("text").page(page()),
            "Application-ID/whatsapp_business_solutions?role=text&fields=id,name%7Bid%7D&limit=5&after=A%3D&before=B",
            "",
            r#"{"data": [{"id": "7"}]}"#,
        ),
        case(
            &ListAccountSolutions::new(id("WABA-ID")).page(page()),
            "WABA-ID/solutions?fields=id,name%7Bid%7D&limit=5&after=A%3D&before=B",
            "",
            r#"{"data": [{"id": "7"}]}"#,
        ),
        case(
            &ListConnectedClients::new(id("Application-ID")).page(page()),
            "Application-ID/connected_client_businesses?fields=id,name%7Bid%7D&limit=5&after=A%3D&before=B",
            "",
            r#"{"data": [{"id": "7"}]}"#,
        ),
        case(
            &ListSolutionPartners::new(id("Solution-ID")).page(page()),
            "Solution-ID/partners?fields=id,name%7Bid%7D&limit=5&after=A%3D&before=B",
            "",
            r#"{"data": [{"id": "7"}]}"#,
        ),
        case(
            &GetSolutionToken::new(id("Solution-ID"), id("7")),
            "Solution-ID/access_token?business_id=7",
            "",
            r#"{"access_token": "text", "token_type": "text", "expires_in": 7, "expires_at": 7}"#,
        ),
    ]
}

fn part_2() -> Vec<Case> {
    vec![
        case(
            &AcceptSolution::new(id("Solution-ID"), id("7")).log_session_id("text"),
            "Solution-ID/accept",
            r#"{"partner_app_id": "7", "log_session_id": "text"}"#,
            r#"{"success": true, "solution_id": "7", "partner_status": "text", "partner_app_id": "7", "message":
                "text", "request_id": "text", "rejected_request_type": "text", "rejection_timestamp": "text",
                "update_time": "text"}"#,
        ),
        case(
            &RejectSolution::new(id("Solution-ID"))
                .request_type("text")
                .partner_app_id(id("7"))
                .rejection_reason("text"),
            "Solution-ID/reject",
            r#"{"request_type": "text", "partner_app_id": "7", "rejection_reason": "text"}"#,
            r#"{"success": true, "solution_id": "7", "partner_status": "text", "partner_app_id": "7", "message":
                "text", "request_id": "text", "rejected_request_type": "text", "rejection_timestamp": "text",
                "update_time": "text"}"#,
        ),
        case(
            &RequestDeactivation::new(id("Solution-ID")).reason("text"),
            "Solution-ID/send_deactivation_request",
            r#"{"reason": "text"}"#,
            r#"{"success": true, "solution_id": "7", "partner_status": "text", "partner_app_id": "7", "message":
                "text", "request_id": "text", "rejected_request_type": "text", "rejection_timestamp": "text",
                "update_time": "text"}"#,
        ),
        case(
            &AcceptDeactivation::new(id("Solution-ID")).fields(["id", "name"]),
            "Solution-ID/accept_deactivation_request?fields=id,name",
            "",
            r#"{"id": "7", "name": "text", "status": "DRAFT", "status_for_pending_request": "PENDING_ACTIVATION",
                "owner_app": {"id": "7", "name": "text"}, "owner_permissions": ["MANAGE"], "partner_id": "text"}"#,
        ),
        case(
            &RejectDeactivation::new(id("Solution-ID"), true).fields(["id", "name"]),
            "Solution-ID/reject_deactivation_request?fields=id,name",
            r#"{"reject_deactivation_request": true}"#,
            r#"{"id": "7", "name": "text", "status": "DRAFT", "status_for_pending_request": "PENDING_ACTIVATION",
                "owner_app": {"id": "7", "name": "text"}, "owner_permissions": ["MANAGE"], "partner_id": "text"}"#,
        ),
    ]
}

fn part_3() -> Vec<Case> {
    vec![
        case(
            &MoveToSolution::new(id("WABA-ID"), id("7"))
                .migration_intent("text")
                .target_solution_id(id("7"))
                .migration_reason("text")
                .scheduled_migration_time("text"),
            "WABA-ID/set_solution_migration_intent",
            r#"{"solution_id": "7", "migration_intent": "text", "target_solution_id": "7", "migration_reason":
                "text", "scheduled_migration_time": "text"}"#,
            r#"{"success": true, "mobility_intent_id": "7", "migration_intent_id": "7", "status": "INITIATED",
                "estimated_completion_time": "text", "approval_required": true, "next_steps": ["text"]}"#,
        ),
        case(
            &GetMigrationIntent::new(id("Migration-Intent-ID")).fields(["id", "name"]),
            "Migration-Intent-ID?fields=id,name",
            "",
            r#"{"id": "7", "status": "INITIATED"}"#,
        ),
        case(
            &SubscribeApp::new(id("Application-ID"), "text", "text", "text", ["text"])
                .include_values(true),
            "Application-ID/subscriptions",
            r#"{"object": "text", "callback_url": "text", "verify_token": "text", "fields": ["text"],
                "include_values": true}"#,
            r#"{"success": true}"#,
        ),
    ]
}
