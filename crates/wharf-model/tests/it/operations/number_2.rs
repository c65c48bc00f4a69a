//! Operations of `number`, continued: exact paths, bodies and answers.

use wharf_model::number::{
    BlockUsers, CreateQrCode, DeleteQrCode, GetPayment, GetQrCode, GetSettings, ListBlocked,
    ListQrCodes, RefundPayment, SetSettings, UnblockUsers, UpdateQrCode,
};

use super::{Case, case, from, id, page, variant};

pub(super) fn cases() -> Vec<Case> {
    [part_1(), part_2(), part_3()].into_iter().flatten().collect()
}

fn part_1() -> Vec<Case> {
    vec![
        case(
            &ListBlocked::new(id("Phone-Number-ID")).page(page()),
            "Phone-Number-ID/block_users?fields=id,name%7Bid%7D&limit=5&after=A%3D&before=B",
            "",
            r#"{"data": [{"messaging_product": "whatsapp", "input": "text", "wa_id": "text", "user_id": "7"}]}"#,
        ),
        case(
            &BlockUsers::new(id("Phone-Number-ID"), [from(r#"{"user": "text", "user_id": "7"}"#)]),
            "Phone-Number-ID/block_users",
            r#"{"messaging_product": "whatsapp", "block_users": [{"user": "text", "user_id": "7"}]}"#,
            r#"{"messaging_product": "whatsapp", "block_users": {"added_users": [{"messaging_product": "whatsapp",
                "input": "text", "wa_id": "text", "user_id": "7"}], "removed_users": [{"messaging_product":
                "whatsapp", "input": "text", "wa_id": "text", "user_id": "7"}], "failed_users": [{"input": "text",
                "wa_id": "text", "user_id": "7", "errors": [{"message": "text", "code": 100}]}]}, "error":
                {"message": "text", "code": 100}}"#,
        ),
        case(
            &UnblockUsers::new(
                id("Phone-Number-ID"),
                [from(r#"{"user": "text", "user_id": "7"}"#)],
            ),
            "Phone-Number-ID/block_users",
            r#"{"messaging_product": "whatsapp", "block_users": [{"user": "text", "user_id": "7"}]}"#,
            r#"{"messaging_product": "whatsapp", "block_users": {"added_users": [{"messaging_product": "whatsapp",
                "input": "text", "wa_id": "text", "user_id": "7"}], "removed_users": [{"messaging_product":
                "whatsapp", "input": "text", "wa_id": "text", "user_id": "7"}], "failed_users": [{"input": "text",
                "wa_id": "text", "user_id": "7", "errors": [{"message": "text", "code": 100}]}]}, "error":
                {"message": "text", "code": 100}}"#,
        ),
        case(
            &ListQrCodes::new(id("Phone-Number-ID")).code("text").page(page()),
            "Phone-Number-ID/message_qrdls?code=text&fields=id,name%7Bid%7D&limit=5&after=A%3D&before=B",
            "",
            r#"{"data": [{"code": "text", "prefilled_message": "text", "deep_link_url": "text", "creation_time": 7,
                "qr_image_url": "text"}]}"#,
        ),
        case(
            &CreateQrCode::new(id("Phone-Number-ID"), "text")
                .generate_qr_image(from(r#""PNG""#))
                .code("text"),
            "Phone-Number-ID/message_qrdls",
            r#"{"prefilled_message": "text", "generate_qr_image": "PNG", "code": "text"}"#,
            r#"{"code": "text", "prefilled_message": "text", "deep_link_url": "text", "creation_time": 7,
                "qr_image_url": "text"}"#,
        ),
        variant(
            &UpdateQrCode::new(id("Phone-Number-ID"), "text", "text"),
            "Phone-Number-ID/message_qrdls",
            r#"{"code": "text", "prefilled_message": "text"}"#,
            r#"{"code": "text", "prefilled_message": "text", "deep_link_url": "text", "creation_time": 7,
                "qr_image_url": "text"}"#,
        ),
    ]
}

fn part_2() -> Vec<Case> {
    vec![
        case(
            &GetQrCode::new(id("Phone-Number-ID"), "QR-Code-ID").fields(["id", "name"]),
            "Phone-Number-ID/message_qrdls/QR-Code-ID?fields=id,name",
            "",
            r#"{"data": [{"code": "text", "prefilled_message": "text", "deep_link_url": "text", "creation_time": 7,
                "qr_image_url": "text"}], "code": "text", "prefilled_message": "text", "deep_link_url": "text",
                "creation_time": 7, "qr_image_url": "text"}"#,
        ),
        case(
            &DeleteQrCode::new(id("Phone-Number-ID"), "QR-Code-ID"),
            "Phone-Number-ID/message_qrdls/QR-Code-ID",
            "",
            r#"{"success": true}"#,
        ),
        case(
            &GetPayment::new(id("Phone-Number-ID"), "X-ID", "X-ID"),
            "Phone-Number-ID/payments/X-ID/X-ID",
            "",
            r#"{"payments": [{"reference_id": "text", "status": "new", "currency": "text", "amount": {"value": 7,
                "offset": 7, "currency": "text"}, "transactions": [{"k": 1}]}]}"#,
        ),
        case(
            &RefundPayment::new(
                id("Phone-Number-ID"),
                "text",
                "text",
                from(r#"{"value": 7, "offset": 7, "currency": "text"}"#),
            )
            .speed(from(r#""instant""#)),
            "Phone-Number-ID/payments_refund",
            r#"{"reference_id": "text", "payment_config_id": "text", "amount": {"value": 7, "offset": 7,
                "currency": "text"}, "speed": "instant"}"#,
            r#"{"id": "text", "status": "completed", "speed_processed": "instant"}"#,
        ),
        case(
            &GetSettings::new(id("Phone-Number-ID")).include_sip_credentials(true),
            "Phone-Number-ID/settings?include_sip_credentials=true",
            "",
            r#"{"calling": {"status": "ENABLED", "call_icon_visibility": "DEFAULT", "call_icons":
                {"restrict_to_user_countries": ["text"]}, "call_hours": {"status": "ENABLED", "timezone_id": "text",
                "weekly_operating_hours": [{"day_of_week": "text", "open_time": "text", "close_time": "text"}],
                "holiday_schedule": [{"date": "text", "start_time": "text", "end_time": "text"}]},
                "callback_permission_status": "ENABLED", "srtp_key_exchange_protocol": "DTLS", "ip_addresses":
                {"default": ["text"]}, "audio": {"additional_codecs": ["text"]}, "video": {"status": "ENABLED"},
                "voicemail": {"status": "ENABLED", "triggers": ["text"], "audio": {"k": 1}}, "sip": {"status":
                "ENABLED", "servers": [{"app_id": "7", "hostname": "text", "port": 7, "request_uri_user_params":
                {"k": "text"}, "sip_user_password": "text"}], "webhook_delivery": "ENABLED"}, "restrictions":
                {"restrictions_list": [{"type": "RESTRICTED_BUSINESS_INITIATED_CALLING", "reason": "text",
                "expiration": 7}]}}, "user_identity_change": {"enable_identity_key_check": true},
                "storage_configuration": {"status": "DEFAULT", "data_localization_region": "text",
                "retention_minutes": 7}, "payload_encryption": {"status": "ENABLED", "client_encryption_key":
                "text", "client_encryption_key_fingerprint": "text", "cloud_encryption_key": "text"}}"#,
        ),
    ]
}

fn part_3() -> Vec<Case> {
    vec![case(
        &SetSettings::new(
            id("Phone-Number-ID"),
            from(
                r#"{"calling": {"status": "ENABLED", "call_icon_visibility": "DEFAULT", "call_icons": {"restrict_to_user_countries": ["text"]}, "call_hours": {"status": "ENABLED", "timezone_id": "text", "weekly_operating_hours": [{"day_of_week": "text", "open_time": "text", "close_time": "text"}], "holiday_schedule": [{"date": "text", "start_time": "text", "end_time": "text"}]}, "callback_permission_status": "ENABLED", "srtp_key_exchange_protocol": "DTLS", "ip_addresses": {"default": ["text"]}, "audio": {"additional_codecs": ["text"]}, "video": {"status": "ENABLED"}, "voicemail": {"status": "ENABLED", "triggers": ["text"], "audio": {"k": 1}}, "sip": {"status": "ENABLED", "servers": [{"app_id": "7", "hostname": "text", "port": 7, "request_uri_user_params": {"k": "text"}, "sip_user_password": "text"}], "webhook_delivery": "ENABLED"}, "restrictions": {"restrictions_list": [{"type": "RESTRICTED_BUSINESS_INITIATED_CALLING", "reason": "text", "expiration": 7}]}}, "user_identity_change": {"enable_identity_key_check": true}, "storage_configuration": {"status": "DEFAULT", "data_localization_region": "text", "retention_minutes": 7}, "payload_encryption": {"status": "ENABLED", "client_encryption_key": "text", "client_encryption_key_fingerprint": "text", "cloud_encryption_key": "text"}}"#,
            ),
        ),
        "Phone-Number-ID/settings",
        r#"{"calling": {"status": "ENABLED", "call_icon_visibility": "DEFAULT", "call_icons":
                {"restrict_to_user_countries": ["text"]}, "call_hours": {"status": "ENABLED", "timezone_id": "text",
                "weekly_operating_hours": [{"day_of_week": "text", "open_time": "text", "close_time": "text"}],
                "holiday_schedule": [{"date": "text", "start_time": "text", "end_time": "text"}]},
                "callback_permission_status": "ENABLED", "srtp_key_exchange_protocol": "DTLS", "ip_addresses":
                {"default": ["text"]}, "audio": {"additional_codecs": ["text"]}, "video": {"status": "ENABLED"},
                "voicemail": {"status": "ENABLED", "triggers": ["text"], "audio": {"k": 1}}, "sip": {"status":
                "ENABLED", "servers": [{"app_id": "7", "hostname": "text", "port": 7, "request_uri_user_params":
                {"k": "text"}, "sip_user_password": "text"}], "webhook_delivery": "ENABLED"}, "restrictions":
                {"restrictions_list": [{"type": "RESTRICTED_BUSINESS_INITIATED_CALLING", "reason": "text",
                "expiration": 7}]}}, "user_identity_change": {"enable_identity_key_check": true},
                "storage_configuration": {"status": "DEFAULT", "data_localization_region": "text",
                "retention_minutes": 7}, "payload_encryption": {"status": "ENABLED", "client_encryption_key":
                "text", "client_encryption_key_fingerprint": "text", "cloud_encryption_key": "text"}}"#,
        r#"{"success": true}"#,
    )]
}
