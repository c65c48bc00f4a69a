//! Operations of `business`: exact paths, bodies and answers.

use wharf_model::business::{
    AddPreverifiedNumber, AttachCredit, CreateBusinessToken, CreateUserToken, DeletePreverified,
    GetAllocation, GetBusiness, GetMobilityIntent, GetPreverified, ListAllocations,
    ListClientAccounts, ListCredits, ListOnBehalfRequests, ListOwnedAccounts,
    ListPreverifiedNumbers, ListPreverifiedPartners, ListSubmissions, ListSystemUsers, MoveAccount,
    OnboardToMarketing, RequestPreverifiedCode, RevokeAllocation, SelfCertify, SetMobilityIntent,
    ShareAndAttachCredit, ShareCredit, SharePreverifiedNumber, UnsharePreverifiedNumber,
    VerifyPreverifiedCode,
};

use super::{Case, case, from, id, page};

pub(super) fn cases() -> Vec<Case> {
    [part_1(), part_2(), part_3(), part_4(), part_5()].into_iter().flatten().collect()
}

fn part_1() -> Vec<Case> {
    vec![
        case(
            &GetBusiness::new(id("Business-ID")).fields(["id", "name"]),
            "Business-ID?fields=id,name",
            "",
            r#"{"id": "7", "name": "text", "verification_status": "VERIFIED", "business_status": "text",
                "timezone_id": 7, "created_time": "text", "updated_time": "text", "primary_page": "text",
                "two_factor_type": "text"}"#,
        ),
        case(
            &ListOwnedAccounts::new(id("Business-ID"))
                .business_type(["text"])
                .find(id("7"))
                .first(7)
                .last(7)
                .filtering("text")
                .page(page()),
            "Business-ID/owned_whatsapp_business_accounts?business_type=%5B%22text%22%5D&find=7&first=7&last=7&filtering=text&fields=id,name%7Bid%7D&limit=5&after=A%3D&before=B",
            "",
            r#"{"data": [{"id": "7"}]}"#,
        ),
        case(
            &ListClientAccounts::new(id("Business-ID"))
                .business_type(["text"])
                .find(id("7"))
                .filtering("text")
                .page(page()),
            "Business-ID/client_whatsapp_business_accounts?business_type=%5B%22text%22%5D&find=7&filtering=text&fields=id,name%7Bid%7D&limit=5&after=A%3D&before=B",
            "",
            r#"{"data": [{"id": "7"}]}"#,
        ),
        case(
            &AddPreverifiedNumber::new(id("Business-ID"), "text"),
            "Business-ID/add_phone_numbers",
            r#"{"phone_number": "text"}"#,
            r#"{"id": "7"}"#,
        ),
        case(
            &ListPreverifiedNumbers::new(id("Business-ID"))
                .verification_status(from(r#""VERIFIED""#))
                .availability_status(from(r#""AVAILABLE""#))
                .country_code("text")
                .page(page()),
            "Business-ID/preverified_numbers?verification_status=VERIFIED&availability_status=AVAILABLE&country_code=text&fields=id,name%7Bid%7D&limit=5&after=A%3D&before=B",
            "",
            r#"{"data": [{"id": "7"}]}"#,
        ),
    ]
}

fn part_2() -> Vec<Case> {
    vec![
        case(
            &GetPreverified::new(id("Pre-Verified-Phone-Number-ID")).fields(["id", "name"]),
            "Pre-Verified-Phone-Number-ID?fields=id,name",
            "",
            r#"{"id": "7", "display_phone_number": "text", "phone_number": "text", "country_prefix": 7,
                "verification_status": "VERIFIED", "code_verification_status": "VERIFIED",
                "verification_expiry_time": "text", "availability_status": "AVAILABLE", "created_time": "text",
                "last_updated": "text", "supported_features": ["text"], "country_code": "text", "region": "text",
                "is_input_id_valid": true, "error_msg": "text"}"#,
        ),
        case(
            &DeletePreverified::new(id("Pre-Verified-Phone-Number-ID")),
            "Pre-Verified-Phone-Number-ID",
            "",
            r#"{"success": true}"#,
        ),
        case(
            &ListPreverifiedPartners::new(id("Pre-Verified-Phone-Number-ID")).page(page()),
            "Pre-Verified-Phone-Number-ID/partners?fields=id,name%7Bid%7D&limit=5&after=A%3D&before=B",
            "",
            r#"{"data": [{"id": "7"}]}"#,
        ),
        case(
            &RequestPreverifiedCode::new(
                id("Pre-Verified-Phone-Number-ID"),
                from(r#""SMS""#),
                "text",
            ),
            "Pre-Verified-Phone-Number-ID/request_code",
            r#"{"code_method": "SMS", "language": "text"}"#,
            r#"{"success": true}"#,
        ),
        case(
            &VerifyPreverifiedCode::new(id("Pre-Verified-Phone-Number-ID"), "text"),
            "Pre-Verified-Phone-Number-ID/verify_code",
            r#"{"code": "text"}"#,
            r#"{"success": true}"#,
        ),
        case(
            &SharePreverifiedNumber::new(id("Business-ID"), id("7"), id("7")),
            "Business-ID/share_preverified_numbers",
            r#"{"preverified_id": "7", "partner_business_id": "7"}"#,
            r#"{"success": true}"#,
        ),
        case(
            &UnsharePreverifiedNumber::new(id("Business-ID"), id("7"), id("7")),
            "Business-ID/share_preverified_numbers",
            r#"{"preverified_id": "7", "partner_business_id": "7"}"#,
            r#"{"success": true}"#,
        ),
    ]
}

fn part_3() -> Vec<Case> {
    vec![
        case(
            &ListCredits::new(id("Business-ID")).page(page()),
            "Business-ID/extendedcredits?fields=id,name%7Bid%7D&limit=5&after=A%3D&before=B",
            "",
            r#"{"data": [{"id": "7", "legal_entity_name": "text"}]}"#,
        ),
        case(
            &ShareAndAttachCredit::new(id("X-ID"), id("7"), "text"),
            "X-ID/whatsapp_credit_sharing_and_attach?waba_id=7&waba_currency=text",
            "",
            r#"{"allocation_config_id": "7", "waba_id": "7", "success": true}"#,
        ),
        case(
            &ShareCredit::new(id("X-ID"), id("7")),
            "X-ID/whatsapp_credit_sharing?receiving_business_id=7",
            "",
            r#"{"allocation_config_id": "7", "waba_id": "7", "success": true}"#,
        ),
        case(
            &AttachCredit::new(id("X-ID"), id("7"), "text"),
            "X-ID/whatsapp_credit_attach?waba_id=7&waba_currency=text",
            "",
            r#"{"allocation_config_id": "7", "waba_id": "7", "success": true}"#,
        ),
        case(
            &ListAllocations::new(id("X-ID")).receiving_business_id(id("7")).page(page()),
            "X-ID/owning_credit_allocation_configs?receiving_business_id=7&fields=id,name%7Bid%7D&limit=5&after=A%3D&before=B",
            "",
            r#"{"data": [{"id": "7", "receiving_business": {"id": "7"}, "receiving_credential": {"id": "text"},
                "request_status": "text"}]}"#,
        ),
        case(
            &GetAllocation::new(id("X-ID")).fields(["id", "name"]),
            "X-ID?fields=id,name",
            "",
            r#"{"id": "7", "receiving_business": {"id": "7"}, "receiving_credential": {"id": "text"},
                "request_status": "text"}"#,
        ),
        case(&RevokeAllocation::new(id("X-ID")), "X-ID", "", r#"{"success": true}"#),
    ]
}

fn part_4() -> Vec<Case> {
    vec![
        case(
            &OnboardToMarketing::new(id("Business-ID")).solution_id(id("7")),
            "Business-ID/onboard_partners_to_mm_lite?solution_id=7",
            "",
            r#"{"request_id": "text"}"#,
        ),
        case(
            &SelfCertify::new(id("Business-ID"), id("7"))
                .end_business_legal_name("text")
                .end_business_tax_id("text")
                .end_business_address(from(r#"{"k": 1}"#))
                .end_business_website("text")
                .end_business_trade_names(["text"])
                .contact_email("text")
                .business_documents(["text"]),
            "Business-ID/self_certify_whatsapp_business",
            r#"{"end_business_id": "7", "end_business_legal_name": "text", "end_business_tax_id": "text",
                "end_business_address": {"k": 1}, "end_business_website": "text", "end_business_trade_names":
                ["text"], "contact_email": "text", "business_documents": ["text"]}"#,
            r#"{"success": true, "verification_attempt": "text", "id": "text"}"#,
        ),
        case(
            &ListSubmissions::new(id("Business-ID")).end_business_id(id("7")).page(page()),
            "Business-ID/self_certified_whatsapp_business_submissions?end_business_id=7&fields=id,name%7Bid%7D&limit=5&after=A%3D&before=B",
            "",
            r#"{"data": [{"id": "text", "end_business_id": "7", "submission_status": "text", "verification_status":
                "VERIFIED", "submitted_time": "text", "updated_time": "text", "rejection_reasons": ["text"]}]}"#,
        ),
        case(
            &ListSystemUsers::new(id("Business-ID")).page(page()),
            "Business-ID/system_users?fields=id,name%7Bid%7D&limit=5&after=A%3D&before=B",
            "",
            r#"{"data": [{"id": "7", "name": "text", "role": "text"}]}"#,
        ),
        case(
            &CreateBusinessToken::new(id("Business-ID"))
                .appsecret_proof("text")
                .asset(["text"])
                .scope(["text"])
                .set_token_expires_in_60_days(true)
                .fetch_only(true),
            "Business-ID/system_user_access_tokens",
            r#"{"appsecret_proof": "text", "asset": ["text"], "scope": ["text"], "set_token_expires_in_60_days":
                true, "fetch_only": true}"#,
            r#"{"access_token": "text", "token_type": "text", "expires_in": 7, "expires_at": 7}"#,
        ),
    ]
}

fn part_5() -> Vec<Case> {
    vec![
        case(
            &CreateUserToken::new(id("User-ID"), id("7"), "text", ["text"])
                .set_token_expires_in_60_days(true),
            "User-ID/access_tokens",
            r#"{"business_app": "7", "appsecret_proof": "text", "scope": ["text"], "set_token_expires_in_60_days":
                true}"#,
            r#"{"access_token": "text", "token_type": "text", "expires_in": 7, "expires_at": 7}"#,
        ),
        case(
            &ListOnBehalfRequests::new(id("WABA-ID")).page(page()),
            "WABA-ID/in_progress_onbehalf_request?fields=id,name%7Bid%7D&limit=5&after=A%3D&before=B",
            "",
            r#"{"data": [{"id": "text", "status": "APPROVE", "business_owned_object": "text", "receiving_business":
                {"id": "7"}, "requesting_business": {"id": "7"}}]}"#,
        ),
        case(
            &GetMobilityIntent::new(id("OBO-Mobility-Intent-ID")).fields(["id", "name"]),
            "OBO-Mobility-Intent-ID?fields=id,name",
            "",
            r#"{"id": "7", "waba": {"id": "7"}, "solution": {"id": "7"}, "status": "INITIATED", "created_time":
                "text", "updated_time": "text"}"#,
        ),
        case(
            &MoveAccount::new(id("WABA-ID"), id("7"), "text")
                .target_solution_id(id("7"))
                .mobility_reason("text")
                .scheduled_execution_time("text")
                .metadata(from(r#"{"k": 1}"#)),
            "WABA-ID/obo_mobility_intent",
            r#"{"solution_id": "7", "intent_type": "text", "target_solution_id": "7", "mobility_reason": "text",
                "scheduled_execution_time": "text", "metadata": {"k": 1}}"#,
            r#"{"success": true, "mobility_intent_id": "7", "migration_intent_id": "7", "status": "INITIATED",
                "estimated_completion_time": "text", "approval_required": true, "next_steps": ["text"]}"#,
        ),
        case(
            &SetMobilityIntent::new(id("WABA-ID"), id("7"))
                .solution_id(id("7"))
                .app_id(id("7"))
                .actor_id("text")
                .client_mutation_id("text"),
            "WABA-ID/set_obo_mobility_intent",
            r#"{"waba_id": "7", "solution_id": "7", "app_id": "7", "actor_id": "text", "client_mutation_id":
                "text"}"#,
            r#"{"success": true, "intent_id": "7", "client_mutation_id": "text", "error_msg": "text"}"#,
        ),
    ]
}
