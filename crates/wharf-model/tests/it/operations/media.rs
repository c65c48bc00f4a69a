//! Operations of `media`: exact paths, bodies and answers.

use wharf_model::media::{GetUpload, SendUpload, StartUpload, UploadMedia};

use super::{Case, case, id};

pub(super) fn cases() -> Vec<Case> {
    vec![
        case(
            &UploadMedia::new(id("Phone-Number-ID"), "text").ttl_minutes(7),
            "Phone-Number-ID/media",
            r#"{"messaging_product": "whatsapp", "type": "text", "ttl_minutes": 7}"#,
            r#"{"id": "7"}"#,
        ),
        case(
            &StartUpload::new(id("Application-ID"), 7, "text").file_name("text"),
            "Application-ID/uploads?file_length=7&file_type=text&file_name=text",
            "",
            r#"{"id": "7"}"#,
        ),
        case(&SendUpload::new(id("upload:7?sig=A"), 7), "upload:7?sig=A", "", r#"{"h": "text"}"#),
        case(
            &GetUpload::new(id("upload:7?sig=A")),
            "upload:7?sig=A",
            "",
            r#"{"id": "7", "file_offset": 7}"#,
        ),
    ]
}
