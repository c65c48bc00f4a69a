//! Operations of `call`: exact paths, bodies and answers.

use wharf_model::call::{Call, GetCallPermission};

use super::{Case, case, from, id};

pub(super) fn cases() -> Vec<Case> {
    vec![
        case(
            &GetCallPermission::new(id("Phone-Number-ID")).user_wa_id("text").recipient(id("7")),
            "Phone-Number-ID/call_permissions?user_wa_id=text&recipient=7",
            "",
            r#"{"messaging_product": "whatsapp", "permission": {"status": "no_permission", "expiration_time": 7},
                "actions": [{"action_name": "send_call_permission_request", "can_perform_action": true, "limits":
                [{"time_period": "text", "max_allowed": 7, "current_usage": 7, "limit_expiration_time": 7}]}]}"#,
        ),
        case(
            &Call::new(id("Phone-Number-ID"), from(r#""connect""#))
                .call_id(id("7"))
                .to("text")
                .recipient(id("7"))
                .session(from(r#"{"sdp_type": "offer", "sdp": "text"}"#))
                .biz_opaque_callback_data("text")
                .recording(from(
                    r#"{"status": "ENABLED", "purpose": "text", "announcement_language": "text"}"#,
                ))
                .transcription(from(
                    r#"{"status": "ENABLED", "purpose": "text", "announcement_language": "text"}"#,
                )),
            "Phone-Number-ID/calls",
            r#"{"messaging_product": "whatsapp", "action": "connect", "call_id": "7", "to": "text", "recipient":
                "7", "session": {"sdp_type": "offer", "sdp": "text"}, "biz_opaque_callback_data": "text",
                "recording": {"status": "ENABLED", "purpose": "text", "announcement_language": "text"},
                "transcription": {"status": "ENABLED", "purpose": "text", "announcement_language": "text"}}"#,
            r#"{"messaging_product": "whatsapp", "calls": [{"id": "7"}], "success": true}"#,
        ),
    ]
}
