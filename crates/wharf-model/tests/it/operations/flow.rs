//! Operations of `flow`: exact paths, bodies and answers.

use wharf_model::flow::{
    CreateFlow, DeleteFlow, DeprecateFlow, GetFlow, ListFlowAssets, ListFlows, MigrateFlows,
    PublishFlow, UpdateFlow, UploadFlowJson,
};

use super::{Case, case, from, id, page};

pub(super) fn cases() -> Vec<Case> {
    [part_1(), part_2()].into_iter().flatten().collect()
}

fn part_1() -> Vec<Case> {
    vec![
        case(
            &ListFlows::new(id("WABA-ID")).page(page()),
            "WABA-ID/flows?fields=id,name%7Bid%7D&limit=5&after=A%3D&before=B",
            "",
            r#"{"data": [{"id": "7"}]}"#,
        ),
        case(
            &CreateFlow::new(id("WABA-ID"), "text", [from(r#""SIGN_UP""#)])
                .clone_flow_id(id("7"))
                .endpoint_uri("text")
                .flow_json("text")
                .publish(true),
            "WABA-ID/flows",
            r#"{"name": "text", "categories": ["SIGN_UP"], "clone_flow_id": "7", "endpoint_uri": "text",
                "flow_json": "text", "publish": true}"#,
            r#"{"id": "7", "success": true, "validation_errors": [{"error": "text", "error_type": "text",
                "message": "text", "line_start": 7, "line_end": 7, "column_start": 7, "column_end": 7, "pointers":
                [{"path": "text", "line_start": 7, "line_end": 7, "column_start": 7, "column_end": 7}]}]}"#,
        ),
        case(
            &GetFlow::new(id("Flow-ID")).fields(["id", "name"]).date_format("text"),
            "Flow-ID?fields=id,name&date_format=text",
            "",
            r#"{"id": "7", "name": "text", "status": "DRAFT", "categories": ["SIGN_UP"], "validation_errors":
                [{"error": "text", "error_type": "text", "message": "text", "line_start": 7, "line_end": 7,
                "column_start": 7, "column_end": 7, "pointers": [{"path": "text", "line_start": 7, "line_end": 7,
                "column_start": 7, "column_end": 7}]}], "json_version": "text", "data_api_version": "text",
                "endpoint_uri": "text", "data_channel_uri": "text", "preview": {"preview_url": "text", "expires_at":
                "text"}, "whatsapp_business_account": {"id": "7"}, "application": {"id": "7", "name": "text",
                "link": "text"}, "health_status": {"can_send_message": "AVAILABLE"}, "metric": {"id": "text",
                "name": "ENDPOINT_REQUEST_COUNT", "granularity": "text", "data_points": [{"timestamp": "text",
                "data": [{"key": "text", "value": 0.5}]}]}}"#,
        ),
        case(
            &UpdateFlow::new(id("Flow-ID"))
                .name("text")
                .categories([from(r#""SIGN_UP""#)])
                .endpoint_uri("text")
                .application_id(id("7")),
            "Flow-ID",
            r#"{"name": "text", "categories": ["SIGN_UP"], "endpoint_uri": "text", "application_id": "7"}"#,
            r#"{"success": true}"#,
        ),
        case(&DeleteFlow::new(id("Flow-ID")), "Flow-ID", "", r#"{"success": true}"#),
    ]
}

fn part_2() -> Vec<Case> {
    vec![
        case(
            &ListFlowAssets::new(id("Flow-ID")).page(page()),
            "Flow-ID/assets?fields=id,name%7Bid%7D&limit=5&after=A%3D&before=B",
            "",
            r#"{"data": [{"name": "text", "asset_type": "FLOW_JSON", "download_url": "text"}]}"#,
        ),
        case(
            &UploadFlowJson::new(id("Flow-ID"), "text", from(r#""FLOW_JSON""#)),
            "Flow-ID/assets",
            r#"{"name": "text", "asset_type": "FLOW_JSON"}"#,
            r#"{"success": true, "validation_errors": [{"error": "text", "error_type": "text", "message": "text",
                "line_start": 7, "line_end": 7, "column_start": 7, "column_end": 7, "pointers": [{"path": "text",
                "line_start": 7, "line_end": 7, "column_start": 7, "column_end": 7}]}]}"#,
        ),
        case(&PublishFlow::new(id("Flow-ID")), "Flow-ID/publish", "", r#"{"success": true}"#),
        case(&DeprecateFlow::new(id("Flow-ID")), "Flow-ID/deprecate", "", r#"{"success": true}"#),
        case(
            &MigrateFlows::new(id("WABA-ID"), id("7")).source_flow_names(["text"]),
            "WABA-ID/migrate_flows",
            r#"{"source_waba_id": "7", "source_flow_names": ["text"]}"#,
            r#"{"migrated_flows": [{"source_name": "text", "source_id": "7", "migrated_id": "7"}], "failed_flows":
                [{"source_name": "text", "error_code": "text", "error_message": "text"}]}"#,
        ),
    ]
}
