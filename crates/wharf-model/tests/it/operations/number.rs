//! Operations of `number`: exact paths, bodies and answers.

use wharf_model::number::{
    DeleteUsername, Deregister, GetAccountNumber, GetBot, GetCommerce, GetCompliance,
    GetEncryption, GetNumber, GetOfficialStatus, GetProfile, GetProfileNode, GetUsername,
    ListHistory, ListHistoryEvents, ListUsernameSuggestions, Register, RequestCode,
    RequestOfficial, SendEncrypted, SetAutomation, SetCommerce, SetCompliance, SetEncryption,
    SetPin, SetProfile, SetProfileNode, SetUsername, SyncAppData, UpdateNumber, VerifyCode,
};

use super::{Case, case, from, id, page, variant};

pub(super) fn cases() -> Vec<Case> {
    [part_1(), part_2(), part_3(), part_4(), part_5(), part_6(), part_7()]
        .into_iter()
        .flatten()
        .collect()
}

fn part_1() -> Vec<Case> {
    vec![
    case(
        &GetNumber::new(id("Phone-Number-ID")).fields(["id", "name"]),
        "Phone-Number-ID?fields=id,name",
        "",
        r#"{"id": "7", "display_phone_number": "text", "verified_name": "text", "quality_rating": "GREEN",
                "quality_score": {"score": "GREEN", "date": 7}, "code_verification_status": "VERIFIED",
                "name_status": "APPROVED", "new_name_status": "APPROVED", "certificate": "text", "new_certificate":
                "text", "status": "CONNECTED", "unified_cert_status": "text", "throughput": {"level": "STANDARD"},
                "platform_type": "CLOUD_API", "host_platform": "CLOUD_API", "account_mode": "LIVE",
                "is_official_business_account": true, "is_pin_enabled": true, "is_on_biz_app": true,
                "search_visibility": "VISIBLE", "webhook_configuration": {"phone_number": "text",
                "whatsapp_business_account": "text", "application": "text"}, "health_status": {"can_send_message":
                "AVAILABLE"}, "last_onboarded_time": "text", "whatsapp_business_manager_messaging_limit": "TIER_50",
                "messaging_limit_tier": "TIER_50", "conversational_automation": {"id": "7",
                "enable_welcome_message": true, "prompts": ["text"], "commands": [{"command_name": "text",
                "command_description": "text"}]}, "username": "text", "country_code": "text", "country_dial_code":
                "text", "eligibility_for_api_business_global_search": "text"}"#,
    ),
    variant(
        &SetPin::new(id("Phone-Number-ID"), from(r#""123456""#)),
        "Phone-Number-ID",
        r#"{"pin": "123456"}"#,
        r#"{"success": true}"#,
    ),
    case(
        &UpdateNumber::new(id("Phone-Number-ID")).webhook_configuration(from(r#"{"override_callback_uri": "text", "verify_token": "text"}"#)).search_visibility(from(r#""VISIBLE""#)).new_display_name("text").username("text").connection_status(from(r#""CONNECTED""#)).webhook_url("text").whatsapp_business_api_data(from(r#"{"pin": "123456", "show_security_notifications": true, "notify_user_change_number": true}"#)).pin(from(r#""123456""#)),
        "Phone-Number-ID",
        r#"{"webhook_configuration": {"override_callback_uri": "text", "verify_token": "text"},
                "search_visibility": "VISIBLE", "new_display_name": "text", "username": "text", "connection_status":
                "CONNECTED", "webhook_url": "text", "whatsapp_business_api_data": {"pin": "123456",
                "show_security_notifications": true, "notify_user_change_number": true}, "pin": "123456"}"#,
        r#"{"success": true}"#,
    ),
    case(
        &Register::new(id("Phone-Number-ID"), from(r#""123456""#)).data_localization_region("text").meta_store_retention_minutes(7).backup(from(r#"{"data": "text", "password": "text"}"#)).tier("text"),
        "Phone-Number-ID/register",
        r#"{"messaging_product": "whatsapp", "pin": "123456", "data_localization_region": "text",
                "meta_store_retention_minutes": 7, "backup": {"data": "text", "password": "text"}, "tier": "text"}"#,
        r#"{"success": true}"#,
    ),
    ]
}

fn part_2() -> Vec<Case> {
    vec![
    case(
        &Deregister::new(id("Phone-Number-ID")),
        "Phone-Number-ID/deregister",
        "",
        r#"{"success": true}"#,
    ),
    case(
        &RequestCode::new(id("Phone-Number-ID"), from(r#""SMS""#), "text"),
        "Phone-Number-ID/request_code",
        r#"{"code_method": "SMS", "language": "text"}"#,
        r#"{"success": true}"#,
    ),
    case(
        &VerifyCode::new(id("Phone-Number-ID"), "text"),
        "Phone-Number-ID/verify_code",
        r#"{"code": "text"}"#,
        r#"{"success": true, "id": "7"}"#,
    ),
    case(
        &GetOfficialStatus::new(id("Phone-Number-ID")).fields(["id", "name"]),
        "Phone-Number-ID/official_business_account?fields=id,name",
        "",
        r#"{"id": "7", "oba_status": "PENDING", "status_message": "text"}"#,
    ),
    case(
        &RequestOfficial::new(id("Phone-Number-ID")).action(from(r#""SUBMIT_APPLICATION""#)).application_data(from(r#"{"business_name": "text", "business_description": "text", "website_url": "text", "contact_email": "text"}"#)).business_website_url("text").primary_country_of_operation("text").primary_language("text").supporting_links(["text"]).additional_supporting_information("text").parent_business_or_brand("text"),
        "Phone-Number-ID/official_business_account",
        r#"{"action": "SUBMIT_APPLICATION", "application_data": {"business_name": "text",
                "business_description": "text", "website_url": "text", "contact_email": "text"},
                "business_website_url": "text", "primary_country_of_operation": "text", "primary_language": "text",
                "supporting_links": ["text"], "additional_supporting_information": "text",
                "parent_business_or_brand": "text"}"#,
        r#"{"success": true, "message": "text", "updated_status": {"id": "7", "oba_status": "PENDING",
                "status_message": "text"}, "tracking_id": "text"}"#,
    ),
    case(
        &SetAutomation::new(id("Phone-Number-ID")).enable_welcome_message(true).prompts(["text"]).commands([from(r#"{"command_name": "text", "command_description": "text"}"#)]),
        "Phone-Number-ID/conversational_automation",
        r#"{"enable_welcome_message": true, "prompts": ["text"], "commands": [{"command_name": "text",
                "command_description": "text"}]}"#,
        r#"{"success": true}"#,
    ),
    ]
}

fn part_3() -> Vec<Case> {
    vec![
        case(
            &GetBot::new(id("WABA-Bot-ID")).fields(["id", "name"]),
            "WABA-Bot-ID?fields=id,name",
            "",
            r#"{"id": "7", "enable_welcome_message": true, "prompts": ["text"], "commands": [{"command_name":
                "text", "command_description": "text"}]}"#,
        ),
        case(
            &GetEncryption::new(id("Phone-Number-ID")).fields(["id", "name"]),
            "Phone-Number-ID/whatsapp_business_encryption?fields=id,name",
            "",
            r#"{"data": [{"business_public_key": "text", "business_public_key_signature_status": "VALID"}]}"#,
        ),
        case(
            &SetEncryption::new(id("Phone-Number-ID"), "text"),
            "Phone-Number-ID/whatsapp_business_encryption",
            r#"{"business_public_key": "text"}"#,
            r#"{"success": true}"#,
        ),
        case(
            &GetCommerce::new(id("Phone-Number-ID")),
            "Phone-Number-ID/whatsapp_commerce_settings",
            "",
            r#"{"data": [{"id": "text", "is_cart_enabled": true, "is_catalog_visible": true}]}"#,
        ),
        case(
            &SetCommerce::new(id("Phone-Number-ID")).cart_enabled(true).catalog_visible(true),
            "Phone-Number-ID/whatsapp_commerce_settings?is_cart_enabled=true&is_catalog_visible=true",
            "",
            r#"{"success": true}"#,
        ),
        case(
            &GetCompliance::new(id("Phone-Number-ID")).fields(["id", "name"]),
            "Phone-Number-ID/business_compliance_info?fields=id,name",
            "",
            r#"{"data": [{"whatsapp_business_account_id": "7", "messaging_product": "whatsapp", "entity_name":
                "text", "entity_type": "LIMITED_LIABILITY_PARTNERSHIP", "entity_type_custom": "text",
                "is_registered": true, "grievance_officer_details": {"name": "text", "email": "text",
                "landline_number": "text", "mobile_number": "text"}, "customer_care_details": {"email": "text",
                "landline_number": "text", "mobile_number": "text"}}]}"#,
        ),
    ]
}

fn part_4() -> Vec<Case> {
    vec![
    case(
        &SetCompliance::new(id("Phone-Number-ID"), "text", from(r#""LIMITED_LIABILITY_PARTNERSHIP""#)).entity_type_custom("text").registered(true).grievance_officer_details(from(r#"{"name": "text", "email": "text", "landline_number": "text", "mobile_number": "text"}"#)).customer_care_details(from(r#"{"email": "text", "landline_number": "text", "mobile_number": "text"}"#)),
        "Phone-Number-ID/business_compliance_info",
        r#"{"messaging_product": "whatsapp", "entity_name": "text", "entity_type":
                "LIMITED_LIABILITY_PARTNERSHIP", "entity_type_custom": "text", "is_registered": true,
                "grievance_officer_details": {"name": "text", "email": "text", "landline_number": "text",
                "mobile_number": "text"}, "customer_care_details": {"email": "text", "landline_number": "text",
                "mobile_number": "text"}}"#,
        r#"{"success": true}"#,
    ),
    case(
        &GetProfile::new(id("Phone-Number-ID")).fields(["id", "name"]),
        "Phone-Number-ID/whatsapp_business_profile?fields=id,name",
        "",
        r#"{"data": [{"id": "7", "account_name": "text", "messaging_product": "whatsapp", "about": "text",
                "address": "text", "description": "text", "email": "text", "profile_picture_url": "text",
                "profile_picture_handle": "text", "websites": ["text"], "vertical": "ALCOHOL"}]}"#,
    ),
    case(
        &SetProfile::new(id("Phone-Number-ID")).about("text").address("text").description("text").email("text").profile_picture_handle("text").websites(["text"]).vertical(from(r#""ALCOHOL""#)),
        "Phone-Number-ID/whatsapp_business_profile",
        r#"{"messaging_product": "whatsapp", "about": "text", "address": "text", "description": "text",
                "email": "text", "profile_picture_handle": "text", "websites": ["text"], "vertical": "ALCOHOL"}"#,
        r#"{"success": true}"#,
    ),
    case(
        &GetProfileNode::new(id("WhatsApp-Business-Profile-ID")).fields(["id", "name"]),
        "WhatsApp-Business-Profile-ID?fields=id,name",
        "",
        r#"{"id": "7", "account_name": "text", "messaging_product": "whatsapp", "about": "text", "address":
                "text", "description": "text", "email": "text", "profile_picture_url": "text",
                "profile_picture_handle": "text", "websites": ["text"], "vertical": "ALCOHOL"}"#,
    ),
    ]
}

fn part_5() -> Vec<Case> {
    vec![
        case(
            &SetProfileNode::new(id("WhatsApp-Business-Profile-ID"))
                .account_name("text")
                .about("text")
                .address("text")
                .description("text")
                .email("text")
                .profile_picture_handle("text")
                .websites(["text"])
                .vertical(from(r#""ALCOHOL""#)),
            "WhatsApp-Business-Profile-ID",
            r#"{"messaging_product": "whatsapp", "account_name": "text", "about": "text", "address": "text",
                "description": "text", "email": "text", "profile_picture_handle": "text", "websites": ["text"],
                "vertical": "ALCOHOL"}"#,
            r#"{"success": true, "id": "7"}"#,
        ),
        case(
            &ListHistory::new(id("Phone-Number-ID")).message_id(id("7")).page(page()),
            "Phone-Number-ID/message_history?message_id=7&fields=id,name%7Bid%7D&limit=5&after=A%3D&before=B",
            "",
            r#"{"data": [{"id": "7", "message_id": "7", "events": {"data": [{"id": "text", "delivery_status":
                "SENT", "webhook_update_state": "PENDING", "timestamp": 7, "occurrence_timestamp": 7,
                "status_timestamp": 7, "application": {"id": "7", "name": "text"}, "webhook_uri": "text",
                "error_description": "text"}]}}]}"#,
        ),
        case(
            &ListHistoryEvents::new(id("Message-History-ID"))
                .status_filter(from(r#""SENT""#))
                .page(page()),
            "Message-History-ID/events?status_filter=SENT&fields=id,name%7Bid%7D&limit=5&after=A%3D&before=B",
            "",
            r#"{"data": [{"cursor": "text", "node": {"id": "text", "delivery_status": "SENT",
                "webhook_update_state": "PENDING", "timestamp": 7, "occurrence_timestamp": 7, "status_timestamp": 7,
                "application": {"id": "7", "name": "text"}, "webhook_uri": "text", "error_description": "text"}}]}"#,
        ),
    ]
}

fn part_6() -> Vec<Case> {
    vec![
        case(
            &GetAccountNumber::new(id("WhatsApp-Account-Number-ID")).fields(["id", "name"]),
            "WhatsApp-Account-Number-ID?fields=id,name",
            "",
            r#"{"id": "7", "display_phone_number": "text", "verified_name": "text", "quality_rating": "GREEN",
                "quality_score": {"score": "GREEN", "date": 7}, "code_verification_status": "VERIFIED",
                "name_status": "APPROVED", "new_name_status": "APPROVED", "certificate": "text", "new_certificate":
                "text", "status": "CONNECTED", "unified_cert_status": "text", "throughput": {"level": "STANDARD"},
                "platform_type": "CLOUD_API", "host_platform": "CLOUD_API", "account_mode": "LIVE",
                "is_official_business_account": true, "is_pin_enabled": true, "is_on_biz_app": true,
                "search_visibility": "VISIBLE", "webhook_configuration": {"phone_number": "text",
                "whatsapp_business_account": "text", "application": "text"}, "health_status": {"can_send_message":
                "AVAILABLE"}, "last_onboarded_time": "text", "whatsapp_business_manager_messaging_limit": "TIER_50",
                "messaging_limit_tier": "TIER_50", "conversational_automation": {"id": "7",
                "enable_welcome_message": true, "prompts": ["text"], "commands": [{"command_name": "text",
                "command_description": "text"}]}, "username": "text", "country_code": "text", "country_dial_code":
                "text", "eligibility_for_api_business_global_search": "text"}"#,
        ),
        case(
            &GetUsername::new(id("Phone-Number-ID")),
            "Phone-Number-ID/username",
            "",
            r#"{"id": "7", "username": "text", "status": "reserved"}"#,
        ),
        case(
            &SetUsername::new(id("Phone-Number-ID"), "text").transfer_action(from(r#""none""#)),
            "Phone-Number-ID/username",
            r#"{"username": "text", "transfer_action": "none"}"#,
            r#"{"id": "7", "username": "text", "status": "reserved"}"#,
        ),
        case(
            &DeleteUsername::new(id("Phone-Number-ID")),
            "Phone-Number-ID/username",
            "",
            r#"{"id": "7", "username": "text", "status": "reserved"}"#,
        ),
        case(
            &ListUsernameSuggestions::new(id("Phone-Number-ID")),
            "Phone-Number-ID/username_suggestions",
            "",
            r#"{"data": [{"username_suggestions": ["text"]}]}"#,
        ),
        case(
            &SyncAppData::new(id("Phone-Number-ID"), from(r#""smb_app_state_sync""#)),
            "Phone-Number-ID/smb_app_data",
            r#"{"messaging_product": "whatsapp", "sync_type": "smb_app_state_sync"}"#,
            r#"{"messaging_product": "whatsapp", "request_id": "text"}"#,
        ),
    ]
}

fn part_7() -> Vec<Case> {
    vec![case(
        &SendEncrypted::new(id("Phone-Number-ID"), "text"),
        "Phone-Number-ID/messages_encrypted",
        r#"{"messaging_product": "whatsapp", "encrypted_contents": "text"}"#,
        r#"{"encrypted_contents": "text"}"#,
    )]
}
