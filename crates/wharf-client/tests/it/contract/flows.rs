use serde_json::json;
use wharf_client::Upload;
use wharf_model::{
    flow::{
        AssetType, CreateFlow, DeleteFlow, DeprecateFlow, FlowCategory, FlowStatus, GetFlow,
        ListFlowAssets, ListFlows, MigrateFlows, PublishFlow, UpdateFlow, UploadFlowJson,
    },
    id::AccountId,
};

use super::{Contract, account};

#[tokio::test]
async fn a_flow_from_a_draft_to_its_end() {
    let contract = Contract::start().await;
    let create = CreateFlow::new(account(), "poll", [FlowCategory::Survey]);
    let made = contract.call("POST /{waba}/flows", &create).await;
    let id = made.id.unwrap();
    let update = UpdateFlow::new(id.clone()).name("survey");
    assert!(contract.call("POST /{flow}", &update).await.success);

    let upload = UploadFlowJson::of(id.clone());
    let broken =
        Upload::bytes("application/json", "flow.json", &br#"{"version":"7.3","screens":[]}"#[..]);
    let answer = contract.call_with_file("POST /{flow}/assets", &upload, broken).await;
    assert!(!answer.validation_errors.unwrap().is_empty());
    let json = json!({"version": "7.3", "screens": [{"id": "FIRST", "title": "Poll", "terminal": true,
        "layout": {"type": "SingleColumnLayout", "children": [
            {"type": "TextInput", "name": "word", "label": "One word"},
            {"type": "Footer", "label": "Send", "on-click-action":
                {"name": "complete", "payload": {"word": "${form.word}"}}}]}}]});
    let file = Upload::bytes("application/json", "flow.json", json.to_string());
    let answer = contract.call_with_file("POST /{flow}/assets", &upload, file).await;
    assert!(answer.success && answer.validation_errors.unwrap_or_default().is_empty());
    let list = ListFlowAssets::new(id.clone());
    let assets = contract.call("GET /{flow}/assets", &list).await.data;
    assert_eq!(assets[0].asset_type, Some(AssetType::FlowJson));

    assert!(contract.call("POST /{flow}/publish", &PublishFlow::new(id.clone())).await.success);
    let node = contract.call("GET /{flow}", &GetFlow::new(id.clone())).await;
    assert_eq!((node.name.as_deref(), node.status), (Some("survey"), Some(FlowStatus::Published)));
    let flows = contract.call("GET /{waba}/flows", &ListFlows::new(account())).await.data;
    assert_eq!(flows[0].id.as_ref(), Some(&id));
    assert!(contract.call("POST /{flow}/deprecate", &DeprecateFlow::new(id)).await.success);

    let draft = CreateFlow::new(account(), "draft", [FlowCategory::Other]);
    let draft = contract.client.call(&draft).await.unwrap().id.unwrap();
    assert!(contract.call("DELETE /{flow}", &DeleteFlow::new(draft)).await.success);
    let elsewhere = MigrateFlows::new(account(), AccountId::new("200000000000009").unwrap())
        .source_flow_names(["poll"]);
    let moved = contract.call("POST /{waba}/migrate_flows", &elsewhere).await;
    assert_eq!(moved.failed_flows.unwrap()[0].source_name.as_deref(), Some("poll"));
    contract.end("flows").await;
}
