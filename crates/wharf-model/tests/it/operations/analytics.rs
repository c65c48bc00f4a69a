//! Operations of `analytics`: exact paths, bodies and answers.

use wharf_model::analytics::{GetGroupAnalytics, GetTemplateAnalytics, GetTemplateGroupAnalytics};

use super::{Case, case, id, page};

pub(super) fn cases() -> Vec<Case> {
    vec![
        case(
            &GetTemplateAnalytics::new(id("WABA-ID"), "text", "text", [id("7")], "text")
                .metric_types(["text"])
                .product_type("text")
                .use_waba_timezone(true)
                .page(page()),
            "WABA-ID/template_analytics?start=text&end=text&template_ids=%5B7%5D&granularity=text&metric_types=%5B%22text%22%5D&product_type=text&use_waba_timezone=true&fields=id,name%7Bid%7D&limit=5&after=A%3D&before=B",
            "",
            r#"{"data": [{"granularity": "text", "product_type": "text", "data_points": [{"template_id": "7",
                "template_group_id": "7", "start": "text", "end": "text", "sent": 7, "delivered": 7, "read": 7,
                "replied": 7, "clicked": [{"type": "url_button", "button_content": "text", "count": 7}], "cost":
                [{"type": "amount_spent", "value": 0.5}]}]}]}"#,
        ),
        case(
            &GetTemplateGroupAnalytics::new(id("WABA-ID"), "text", "text", [id("7")], "text")
                .metric_types(["text"])
                .use_waba_timezone(true)
                .page(page()),
            "WABA-ID/template_group_analytics?start=text&end=text&template_group_ids=%5B7%5D&granularity=text&metric_types=%5B%22text%22%5D&use_waba_timezone=true&fields=id,name%7Bid%7D&limit=5&after=A%3D&before=B",
            "",
            r#"{"data": [{"granularity": "text", "product_type": "text", "data_points": [{"template_id": "7",
                "template_group_id": "7", "start": "text", "end": "text", "sent": 7, "delivered": 7, "read": 7,
                "replied": 7, "clicked": [{"type": "url_button", "button_content": "text", "count": 7}], "cost":
                [{"type": "amount_spent", "value": 0.5}]}]}]}"#,
        ),
        case(
            &GetGroupAnalytics::new(id("WABA-ID"), 7, 7, [id("7")], "text")
                .metric_types(["text"])
                .page(page()),
            "WABA-ID/group_analytics?start=7&end=7&group_ids=%5B7%5D&granularity=text&metric_types=%5B%22text%22%5D&fields=id,name%7Bid%7D&limit=5&after=A%3D&before=B",
            "",
            r#"{"data": [{"granularity": "text", "data_points": [{"group_id": "7", "start": 7, "end": 7, "sent": 7,
                "delivered": 7, "read": 7, "participants_joined": 7, "participants_left": 7}]}]}"#,
        ),
    ]
}
