//! Operations of `account`: exact paths, bodies and answers.

use wharf_model::account::{
    AddNumber, AssignUser, ConnectPaymentProvider, CreatePaymentConfiguration, CreateSchedule,
    CreateSignup, DeletePaymentConfiguration, DeleteWelcomeSequence, GetAccount,
    GetPaymentConfiguration, GetSignup, ListActivities, ListAssignedAccounts, ListAssignedUsers,
    ListNumbers, ListPaymentConfigurations, ListSchedules, ListSignups, ListSubscribedApps,
    ListWelcomeSequences, RemoveUser, SetWelcomeSequence, Subscribe, Unsubscribe, UpdateAccount,
    UpdatePaymentConfiguration, UpdateSignup,
};

use super::{Case, case, from, id, page};

pub(super) fn cases() -> Vec<Case> {
    [part_1(), part_2(), part_3(), part_4(), part_5(), part_6()].into_iter().flatten().collect()
}

fn part_1() -> Vec<Case> {
    vec![
        case(
            &GetAccount::new(id("WABA-ID")).fields(["id", "name"]),
            "WABA-ID?fields=id,name",
            "",
            r#"{"id": "7", "name": "text", "status": "text", "currency": "text", "country": "text", "timezone_id":
                "text", "message_template_namespace": "text", "account_review_status": "APPROVED",
                "business_verification_status": "VERIFIED", "ownership_type": "SELF_OWNED", "owner_business_info":
                {"id": "7", "name": "text", "status": "text", "type": "text"}, "on_behalf_of_business_info": {"id":
                "7", "name": "text", "status": "text", "type": "text"}, "primary_funding_id": "text",
                "primary_business_location": "text", "purchase_order_number": "text", "audiences": ["text"],
                "is_enabled_for_insights": true, "marketing_messages_onboarding_status": "ELIGIBLE",
                "marketing_messages_lite_api_status": "ELIGIBLE", "business_type": "text", "permissions": ["text"],
                "assignment_date": "text", "business_id": "7", "subscribed_apps": [{"k": 1}], "schedules": [{"k":
                1}], "dcc_config": {"k": 1}, "message_templates": {"k": 1}, "phone_numbers": [{"id": "7"}],
                "health_status": {"can_send_message": "AVAILABLE"}, "degrees_of_freedom_spec": {"k": 1},
                "analytics": {"phone_numbers": ["text"], "granularity": "text", "data_points": [{"start": 7, "end":
                7, "sent": 7, "delivered": 7, "groups_sent": 7, "groups_delivered": 7}]}, "conversation_analytics":
                {"data": [{"data_points": [{"start": 7, "end": 7, "conversation": 7, "phone_number": "text",
                "country": "text", "conversation_type": "text", "conversation_direction": "text",
                "conversation_category": "text", "cost": 0.5}]}]}, "pricing_analytics": {"data": [{"data_points":
                [{"start": 7, "end": 7, "country": "text", "phone_number": "text", "tier": "text", "pricing_type":
                "text", "pricing_category": "text", "volume": 7, "cost": 0.5}]}]}, "call_analytics": {"data":
                [{"data_points": [{"start": 7, "end": 7, "direction": "text", "phone_number": "text", "country":
                "text", "tier": "text", "count": 7, "cost": 0.5, "average_duration": 7}]}]}}"#,
        ),
        case(
            &UpdateAccount::new(id("WABA-ID"))
                .name("text")
                .timezone_id("text")
                .enabled_for_insights(true)
                .degrees_of_freedom_spec(from(r#"{"k": 1}"#))
                .disable_marketing_messages_on_cloud_api(true),
            "WABA-ID",
            r#"{"name": "text", "timezone_id": "text", "is_enabled_for_insights": true, "degrees_of_freedom_spec":
                {"k": 1}, "disable_marketing_messages_on_cloud_api": true}"#,
            r#"{"success": true, "id": "7"}"#,
        ),
        case(
            &ListNumbers::new(id("WABA-ID")).filtering("text").sort("text").page(page()),
            "WABA-ID/phone_numbers?filtering=text&sort=text&fields=id,name%7Bid%7D&limit=5&after=A%3D&before=B",
            "",
            r#"{"data": [{"id": "7"}]}"#,
        ),
    ]
}

fn part_2() -> Vec<Case> {
    vec![
        case(
            &AddNumber::new(id("WABA-ID"), "text", "text")
                .cc("text")
                .migrate_phone_number(true)
                .preverified_id(id("7")),
            "WABA-ID/phone_numbers",
            r#"{"phone_number": "text", "verified_name": "text", "cc": "text", "migrate_phone_number": true,
                "preverified_id": "7"}"#,
            r#"{"id": "7"}"#,
        ),
        case(
            &ListSubscribedApps::new(id("WABA-ID")).fields(["id", "name"]),
            "WABA-ID/subscribed_apps?fields=id,name",
            "",
            r#"{"data": [{"whatsapp_business_api_data": {"id": "7", "name": "text", "link": "text"},
                "override_callback_uri": "text", "id": "7", "name": "text"}]}"#,
        ),
        case(
            &Subscribe::new(id("WABA-ID")).override_callback_uri("text").verify_token("text"),
            "WABA-ID/subscribed_apps",
            r#"{"override_callback_uri": "text", "verify_token": "text"}"#,
            r#"{"success": true, "data": [{"whatsapp_business_api_data": {"id": "7", "name": "text", "link":
                "text"}, "override_callback_uri": "text", "id": "7", "name": "text"}]}"#,
        ),
        case(
            &Unsubscribe::new(id("WABA-ID")),
            "WABA-ID/subscribed_apps",
            "",
            r#"{"success": true, "data": [{"whatsapp_business_api_data": {"id": "7", "name": "text", "link":
                "text"}, "override_callback_uri": "text", "id": "7", "name": "text"}]}"#,
        ),
        case(
            &ListAssignedUsers::new(id("WhatsApp-Business-Account-ID"), id("7")).page(page()),
            "WhatsApp-Business-Account-ID/assigned_users?business=7&fields=id,name%7Bid%7D&limit=5&after=A%3D&before=B",
            "",
            r#"{"data": [{"id": "7", "name": "text", "business": {"id": "7", "name": "text", "status": "text",
                "type": "text"}, "user_type": "BUSINESS_USER", "tasks": ["MANAGE"]}]}"#,
        ),
        case(
            &AssignUser::new(id("WhatsApp-Business-Account-ID"), id("7"), [from(r#""MANAGE""#)]),
            "WhatsApp-Business-Account-ID/assigned_users",
            r#"{"user": "7", "tasks": ["MANAGE"]}"#,
            r#"{"success": true}"#,
        ),
        case(
            &RemoveUser::new(id("WhatsApp-Business-Account-ID"), id("7")),
            "WhatsApp-Business-Account-ID/assigned_users",
            r#"{"user": "7"}"#,
            r#"{"success": true}"#,
        ),
    ]
}

fn part_3() -> Vec<Case> {
    vec![
        case(
            &ListAssignedAccounts::new(id("User-ID")).page(page()),
            "User-ID/assigned_whatsapp_business_accounts?fields=id,name%7Bid%7D&limit=5&after=A%3D&before=B",
            "",
            r#"{"data": [{"id": "7"}]}"#,
        ),
        case(
            &ListSchedules::new(id("WABA-ID")).filtering("text").sort("text").page(page()),
            "WABA-ID/schedules?filtering=text&sort=text&fields=id,name%7Bid%7D&limit=5&after=A%3D&before=B",
            "",
            r#"{"data": [{"id": "text", "name": "text", "status": "text", "schedule_type": "BUSINESS_HOURS",
                "description": "text", "start_time": "text", "end_time": "text", "timezone": "text", "days_of_week":
                ["text"], "created_time": "text", "updated_time": "text", "is_active": true, "recurrence_pattern":
                {"frequency": "text", "interval": 7, "end_date": "text"}}]}"#,
        ),
        case(
            &CreateSchedule::new(
                id("WABA-ID"),
                "text",
                from(r#""BUSINESS_HOURS""#),
                "text",
                "text",
            )
            .description("text")
            .timezone("text")
            .days_of_week(["text"])
            .active(true)
            .recurrence_pattern(from(
                r#"{"frequency": "text", "interval": 7, "end_date": "text"}"#,
            )),
            "WABA-ID/schedules",
            r#"{"name": "text", "schedule_type": "BUSINESS_HOURS", "start_time": "text", "end_time": "text",
                "description": "text", "timezone": "text", "days_of_week": ["text"], "is_active": true,
                "recurrence_pattern": {"frequency": "text", "interval": 7, "end_date": "text"}}"#,
            r#"{"id": "text"}"#,
        ),
        case(
            &ListActivities::new(id("WABA-ID"))
                .since("text")
                .until("text")
                .activity_type(["text"])
                .page(page()),
            "WABA-ID/activities?since=text&until=text&activity_type=%5B%22text%22%5D&fields=id,name%7Bid%7D&limit=5&after=A%3D&before=B",
            "",
            r#"{"data": [{"id": "text", "activity_type": "text", "timestamp": "text", "actor_type": "text",
                "actor_id": "text", "actor_name": "text", "description": "text", "details": {"k": 1}, "ip_address":
                "text", "user_agent": "text"}]}"#,
        ),
        case(
            &ListSignups::new(id("WABA-ID")).page(page()),
            "WABA-ID/signups?fields=id,name%7Bid%7D&limit=5&after=A%3D&before=B",
            "",
            r#"{"data": [{"id": "7", "status": "ACTIVE", "signup_message": "text", "confirmation_message": "text",
                "privacy_policy_url": "text", "website_url": "text", "promo_code": "text", "display_name": "text",
                "policy": {"tos": "text", "accepted": true}}]}"#,
        ),
    ]
}

fn part_4() -> Vec<Case> {
    vec![
        case(
            &CreateSignup::new(id("WABA-ID"), "text", "text", "text")
                .website_url("text")
                .promo_code("text")
                .display_name("text")
                .policy(from(r#"{"tos": "text", "accepted": true}"#)),
            "WABA-ID/signups",
            r#"{"signup_message": "text", "confirmation_message": "text", "privacy_policy_url": "text",
                "website_url": "text", "promo_code": "text", "display_name": "text", "policy": {"tos": "text",
                "accepted": true}}"#,
            r#"{"id": "7", "status": "ACTIVE", "signup_message": "text", "confirmation_message": "text",
                "privacy_policy_url": "text", "website_url": "text", "promo_code": "text", "display_name": "text",
                "policy": {"tos": "text", "accepted": true}}"#,
        ),
        case(
            &GetSignup::new(id("X-ID")).fields(["id", "name"]),
            "signups/X-ID?fields=id,name",
            "",
            r#"{"id": "7", "status": "ACTIVE", "signup_message": "text", "confirmation_message": "text",
                "privacy_policy_url": "text", "website_url": "text", "promo_code": "text", "display_name": "text",
                "policy": {"tos": "text", "accepted": true}}"#,
        ),
        case(
            &UpdateSignup::new(id("X-ID"))
                .status(from(r#""ACTIVE""#))
                .signup_message("text")
                .confirmation_message("text")
                .website_url("text")
                .promo_code("text")
                .display_name("text"),
            "signups/X-ID",
            r#"{"status": "ACTIVE", "signup_message": "text", "confirmation_message": "text", "website_url":
                "text", "promo_code": "text", "display_name": "text"}"#,
            r#"{"id": "7", "status": "ACTIVE", "signup_message": "text", "confirmation_message": "text",
                "privacy_policy_url": "text", "website_url": "text", "promo_code": "text", "display_name": "text",
                "policy": {"tos": "text", "accepted": true}}"#,
        ),
        case(
            &ListWelcomeSequences::new(id("WABA-ID"))
                .app_id(id("7"))
                .sequence_id(id("7"))
                .page(page()),
            "WABA-ID/welcome_message_sequences?app_id=7&sequence_id=7&fields=id,name%7Bid%7D&limit=5&after=A%3D&before=B",
            "",
            r#"{"data": [{"sequence_id": "7", "id": "7", "name": "text", "welcome_message_sequence": "text",
                "is_used_in_ad": true}]}"#,
        ),
    ]
}

fn part_5() -> Vec<Case> {
    vec![
        case(
            &SetWelcomeSequence::new(id("WABA-ID"))
                .sequence_id(id("7"))
                .name("text")
                .welcome_message_sequence("text")
                .app_id(id("7")),
            "WABA-ID/welcome_message_sequences",
            r#"{"sequence_id": "7", "name": "text", "welcome_message_sequence": "text", "app_id": "7"}"#,
            r#"{"success": true, "sequence_id": "7"}"#,
        ),
        case(
            &DeleteWelcomeSequence::new(id("WABA-ID"), id("7")),
            "WABA-ID/welcome_message_sequences?sequence_id=7",
            "",
            r#"{"success": true}"#,
        ),
        case(
            &ListPaymentConfigurations::new(id("WABA-ID")),
            "WABA-ID/payment_configurations",
            "",
            r#"{"data": [{"payment_configurations": [{"configuration_name": "text", "merchant_category_code":
                {"code": "text", "description": "text"}, "purpose_code": {"code": "text", "description": "text"},
                "status": "Active", "provider_name": "text", "provider_mid": "text", "merchant_vpa": "text",
                "created_timestamp": 7, "updated_timestamp": 7}]}]}"#,
        ),
        case(
            &GetPaymentConfiguration::new(id("WABA-ID"), "X-ID"),
            "WABA-ID/payment_configuration/X-ID",
            "",
            r#"{"data": [{"configuration_name": "text", "merchant_category_code": {"code": "text", "description":
                "text"}, "purpose_code": {"code": "text", "description": "text"}, "status": "Active",
                "provider_name": "text", "provider_mid": "text", "merchant_vpa": "text", "created_timestamp": 7,
                "updated_timestamp": 7}]}"#,
        ),
        case(
            &CreatePaymentConfiguration::new(id("WABA-ID"), "text")
                .purpose_code("text")
                .merchant_category_code("text")
                .provider_name("text")
                .redirect_url("text")
                .merchant_vpa("text"),
            "WABA-ID/payment_configuration",
            r#"{"configuration_name": "text", "purpose_code": "text", "merchant_category_code": "text",
                "provider_name": "text", "redirect_url": "text", "merchant_vpa": "text"}"#,
            r#"{"success": true, "oauth_url": "text", "expiration": 7}"#,
        ),
        case(
            &UpdatePaymentConfiguration::new(id("WABA-ID"), "X-ID").data_endpoint_url("text"),
            "WABA-ID/payment_configuration/X-ID",
            r#"{"data_endpoint_url": "text"}"#,
            r#"{"success": true}"#,
        ),
    ]
}

fn part_6() -> Vec<Case> {
    vec![
        case(
            &DeletePaymentConfiguration::new(id("WABA-ID"), "text"),
            "WABA-ID/payment_configuration",
            r#"{"configuration_name": "text"}"#,
            r#"{"success": true}"#,
        ),
        case(
            &ConnectPaymentProvider::new(id("WABA-ID"), "text", "text"),
            "WABA-ID/generate_payment_configuration_oauth_link",
            r#"{"configuration_name": "text", "redirect_url": "text"}"#,
            r#"{"success": true, "oauth_url": "text", "expiration": 7}"#,
        ),
    ]
}
