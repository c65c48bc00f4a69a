//! Operations of `templates`: exact paths, bodies and answers.

use wharf_model::templates::{
    ArchiveTemplates, CompareTemplates, CreateTemplate, CreateTemplateGroup, DeleteTemplate,
    DeleteTemplateGroup, GetTemplate, GetTemplateGroup, ListTemplateGroups, ListTemplates,
    MigrateTemplates, PreviewTemplates, SearchLibrary, SubmitSample, UnarchiveTemplates,
    UnpauseTemplate, UpdateTemplate, UpdateTemplateGroup, UpsertTemplates,
};

use super::{Case, case, from, id, page};

pub(super) fn cases() -> Vec<Case> {
    [part_1(), part_2(), part_3(), part_4()].into_iter().flatten().collect()
}

fn part_1() -> Vec<Case> {
    vec![
        case(
            &ListTemplates::new(id("WABA-ID"))
                .name("text")
                .name_or_content("text")
                .content("text")
                .language("text")
                .category(from(r#""AUTHENTICATION""#))
                .status(from(r#""PENDING""#))
                .quality_score(from(r#""GREEN""#))
                .source("text")
                .correct_category(from(r#""AUTHENTICATION""#))
                .since(7)
                .until(7)
                .summary("text")
                .page(page()),
            "WABA-ID/message_templates?name=text&name_or_content=text&content=text&language=text&category=AUTHENTICATION&status=PENDING&quality_score=GREEN&source=text&correct_category=AUTHENTICATION&since=7&until=7&summary=text&fields=id,name%7Bid%7D&limit=5&after=A%3D&before=B",
            "",
            r#"{"data": [{"id": "7"}]}"#,
        ),
        case(
            &CreateTemplate::new(id("WABA-ID"), "text", "text", from(r#""AUTHENTICATION""#))
                .components([from(r#"{"k": 1}"#)])
                .parameter_format(from(r#""POSITIONAL""#))
                .message_send_ttl_seconds(7)
                .cta_url_link_tracking_opted_out(true)
                .allow_category_change(true)
                .sub_category("text")
                .display_format("text")
                .library_template_name("text")
                .library_template_body_inputs(from(r#"{"k": 1}"#))
                .library_template_button_inputs([from(r#"{"k": 1}"#)])
                .degrees_of_freedom_spec(from(r#"{"k": 1}"#))
                .primary_device_delivery_only(true),
            "WABA-ID/message_templates",
            r#"{"name": "text", "language": "text", "category": "AUTHENTICATION", "components": [{"k": 1}],
                "parameter_format": "POSITIONAL", "message_send_ttl_seconds": 7, "cta_url_link_tracking_opted_out":
                true, "allow_category_change": true, "sub_category": "text", "display_format": "text",
                "library_template_name": "text", "library_template_body_inputs": {"k": 1},
                "library_template_button_inputs": [{"k": 1}], "degrees_of_freedom_spec": {"k": 1},
                "is_primary_device_delivery_only": true}"#,
            r#"{"id": "7", "status": "PENDING", "category": "AUTHENTICATION"}"#,
        ),
        case(
            &DeleteTemplate::new(id("WABA-ID")).name("text").hsm_id(id("7")).hsm_ids([id("7")]),
            "WABA-ID/message_templates?name=text&hsm_id=7&hsm_ids=%5B7%5D",
            "",
            r#"{"success": true}"#,
        ),
    ]
}

fn part_2() -> Vec<Case> {
    vec![
        case(
            &GetTemplate::new(id("TEMPLATE_ID")).fields(["id", "name"]),
            "TEMPLATE_ID?fields=id,name",
            "",
            r#"{"id": "7", "name": "text", "language": "text", "status": "PENDING", "category": "AUTHENTICATION",
                "previous_category": "AUTHENTICATION", "correct_category": "AUTHENTICATION", "sub_category": "text",
                "parameter_format": "POSITIONAL", "components": [{"k": 1}], "rejected_reason": "ABUSIVE_CONTENT",
                "quality_score": {"score": "GREEN", "date": 7, "reasons": ["text"]}, "message_send_ttl_seconds": 7,
                "cta_url_link_tracking_opted_out": true, "library_template_name": "text", "degrees_of_freedom_spec":
                {"k": 1}, "health_status": {"can_send_message": "AVAILABLE"}, "is_primary_device_delivery_only":
                true, "last_updated_time": "text"}"#,
        ),
        case(
            &UpdateTemplate::new(id("TEMPLATE_ID"))
                .category(from(r#""AUTHENTICATION""#))
                .components([from(r#"{"k": 1}"#)])
                .message_send_ttl_seconds(7)
                .cta_url_link_tracking_opted_out(true)
                .degrees_of_freedom_spec(from(r#"{"k": 1}"#))
                .parameter_format(from(r#""POSITIONAL""#))
                .name("text")
                .language("text"),
            "TEMPLATE_ID",
            r#"{"category": "AUTHENTICATION", "components": [{"k": 1}], "message_send_ttl_seconds": 7,
                "cta_url_link_tracking_opted_out": true, "degrees_of_freedom_spec": {"k": 1}, "parameter_format":
                "POSITIONAL", "name": "text", "language": "text"}"#,
            r#"{"success": true}"#,
        ),
        case(
            &UnpauseTemplate::new(id("TEMPLATE_ID")),
            "TEMPLATE_ID/unpause",
            "",
            r#"{"success": true, "reason": "text"}"#,
        ),
        case(
            &CompareTemplates::new(id("TEMPLATE_ID"), [id("7")], 7, 7),
            "TEMPLATE_ID/compare?template_ids=%5B7%5D&start=7&end=7",
            "",
            r#"{"data": [{"metric": "BLOCK_RATE", "type": "text", "order_by_relative_metric": ["7"],
                "number_values": [{"k": 1}], "string_values": [{"k": 1}]}]}"#,
        ),
        case(
            &UpsertTemplates::new(
                id("WABA-ID"),
                "text",
                ["text"],
                from(r#""AUTHENTICATION""#),
                [from(r#"{"k": 1}"#)],
            )
            .message_send_ttl_seconds(7),
            "WABA-ID/upsert_message_templates",
            r#"{"name": "text", "languages": ["text"], "category": "AUTHENTICATION", "components": [{"k": 1}],
                "message_send_ttl_seconds": 7}"#,
            r#"{"data": [{"id": "7", "status": "PENDING", "language": "text"}]}"#,
        ),
    ]
}

fn part_3() -> Vec<Case> {
    vec![
        case(
            &MigrateTemplates::new(id("WABA-ID"), id("7"))
                .page_number(7)
                .count(7)
                .template_ids([id("7")]),
            "WABA-ID/migrate_message_templates",
            r#"{"source_waba_id": "7", "page_number": 7, "count": 7, "template_ids": ["7"]}"#,
            r#"{"migrated_templates": {"k": {"k": 1}}, "failed_templates": {"k": {"k": 1}}}"#,
        ),
        case(
            &PreviewTemplates::new(id("WABA-ID"), from(r#""AUTHENTICATION""#))
                .languages(["text"])
                .add_security_recommendation(true)
                .code_expiration_minutes(7)
                .button_types(["text"]),
            "WABA-ID/message_template_previews?category=AUTHENTICATION&languages=%5B%22text%22%5D&add_security_recommendation=true&code_expiration_minutes=7&button_types=%5B%22text%22%5D",
            "",
            r#"{"data": [{"language": "text", "body": "text", "footer": "text", "buttons": [{"k": 1}]}]}"#,
        ),
        case(
            &SearchLibrary::new()
                .search("text")
                .topic("text")
                .usecase("text")
                .industry("text")
                .language("text")
                .category(from(r#""AUTHENTICATION""#))
                .page(page()),
            "message_template_library?search=text&topic=text&usecase=text&industry=text&language=text&category=AUTHENTICATION&fields=id,name%7Bid%7D&limit=5&after=A%3D&before=B",
            "",
            r#"{"data": [{"id": "text", "name": "text", "language": "text", "category": "AUTHENTICATION", "topic":
                "text", "usecase": "text", "industry": ["text"], "header": "text", "body": "text", "body_params":
                ["text"], "body_param_types": ["text"], "buttons": [{"k": 1}]}]}"#,
        ),
        case(
            &ArchiveTemplates::new(id("WABA-ID"), "text"),
            "WABA-ID/message_templates/archive",
            r#"{"hsm_ids": "text"}"#,
            r#"{"archived_templates": [{"k": 1}], "failed_templates": {"k": {"k": 1}}}"#,
        ),
        case(
            &UnarchiveTemplates::new(id("WABA-ID"), "text"),
            "WABA-ID/message_templates/unarchive",
            r#"{"hsm_ids": "text"}"#,
            r#"{"unarchived_templates": [{"k": 1}], "failed_templates": {"k": {"k": 1}}}"#,
        ),
        case(
            &ListTemplateGroups::new(id("WABA-ID")).page(page()),
            "WABA-ID/template_groups?fields=id,name%7Bid%7D&limit=5&after=A%3D&before=B",
            "",
            r#"{"data": [{"id": "7", "name": "text", "description": "text", "whatsapp_business_templates": {"k":
                1}}]}"#,
        ),
    ]
}

fn part_4() -> Vec<Case> {
    vec![
        case(
            &CreateTemplateGroup::new(id("WABA-ID"), "text")
                .description("text")
                .whatsapp_business_templates([id("7")]),
            "WABA-ID/template_groups",
            r#"{"name": "text", "description": "text", "whatsapp_business_templates": ["7"]}"#,
            r#"{"id": "7", "name": "text", "description": "text", "whatsapp_business_templates": {"k": 1}}"#,
        ),
        case(
            &GetTemplateGroup::new(id("X-ID")).fields(["id", "name"]),
            "X-ID?fields=id,name",
            "",
            r#"{"id": "7", "name": "text", "description": "text", "whatsapp_business_templates": {"k": 1}}"#,
        ),
        case(
            &UpdateTemplateGroup::new(id("X-ID"))
                .name("text")
                .description("text")
                .add_templates([id("7")])
                .remove_templates([id("7")]),
            "X-ID",
            r#"{"name": "text", "description": "text", "add_templates": ["7"], "remove_templates": ["7"]}"#,
            r#"{"success": true}"#,
        ),
        case(&DeleteTemplateGroup::new(id("X-ID")), "X-ID", "", r#"{"success": true}"#),
        case(
            &SubmitSample::new(
                id("WABA-ID"),
                from(
                    r#"{"messaging_product": "whatsapp", "to": "+15550001111", "type": "text", "text": {"body": "text"}}"#,
                ),
            ),
            "WABA-ID/message_samples",
            r#"{"messaging_product": "whatsapp", "to": "+15550001111", "type": "text", "text": {"body": "text"}}"#,
            r#"{"success": true, "category": "AUTHENTICATION"}"#,
        ),
    ]
}
