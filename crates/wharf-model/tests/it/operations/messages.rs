//! Messages, receipts and files: the operations of every day.

use wharf_model::{
    media::{DeleteMedia, GetMedia},
    message::{MarkRead, Message, SendMarketing, SendMessage},
};

use super::{Case, case, from, id, variant};

const SENT: &str = r#"{"messaging_product": "whatsapp",
    "contacts": [{"input": "+15550001111", "wa_id": "15550001111"}],
    "messages": [{"id": "wamid.A", "message_status": "accepted"}]}"#;

pub(super) fn cases() -> Vec<Case> {
    vec![
        case(
            &SendMessage::new(id("Phone-Number-ID"), Message::new("+15550001111", "hi")),
            "Phone-Number-ID/messages",
            r#"{"messaging_product": "whatsapp", "recipient_type": "individual", "to": "+15550001111",
                "type": "text", "text": {"body": "hi"}}"#,
            SENT,
        ),
        variant(
            &MarkRead::new(id("Phone-Number-ID"), id("wamid.A")).typing(),
            "Phone-Number-ID/messages",
            r#"{"messaging_product": "whatsapp", "status": "read", "message_id": "wamid.A",
                "typing_indicator": {"type": "text"}}"#,
            r#"{"success": true}"#,
        ),
        case(
            &SendMarketing::new(
                id("Phone-Number-ID"),
                from(
                    r#"{"messaging_product": "whatsapp", "to": "+15550001111", "type": "text", "text": {"body": "text"}}"#,
                ),
            ),
            "Phone-Number-ID/marketing_messages",
            r#"{"messaging_product": "whatsapp", "to": "+15550001111", "type": "text", "text": {"body": "text"}}"#,
            r#"{"messaging_product": "whatsapp", "contacts": [{"input": "1", "wa_id": "1"}], "messages": [{"id":
                "wamid.A"}]}"#,
        ),
        case(
            &GetMedia { media: id("Media-ID"), number: Some(id("7")) },
            "Media-ID?phone_number_id=7",
            "",
            r#"{"messaging_product": "whatsapp", "url": "https://example.com/7", "id": "7",
                "mime_type": "image/png", "sha256": "00", "file_size": 12}"#,
        ),
        case(
            &DeleteMedia { media: id("Media-ID"), number: None },
            "Media-ID",
            "",
            r#"{"success": true}"#,
        ),
    ]
}
