//! Flows: made, checked, published, sent, opened, asked about, answered.

pub(crate) mod business;
mod endpoint;
mod files;
mod validation;

use serde_json::{Value, json};
use wharf_emulator::Emulator;
use wharf_model::webhook::read;

use self::business::{FLOWS, create, message, publish, survey, upload};
use crate::{
    http::{ADA, ask, call, code, control, frozen, get, post, send},
    receiver::Receiver,
};

const FLOW: &str = "users/15550001111/flow";

async fn status(emulator: &Emulator, flow: &str) -> String {
    let node = get(emulator, &format!("/v25.0/{flow}?fields=status")).await.json();
    node["status"].as_str().unwrap().to_owned()
}

/// What a webhook says, once the model has read it.
fn change(body: &Value) -> Value {
    let events = read(body.to_string().as_bytes());
    assert!(events.iter().all(|event| event.unread().is_none()), "{body}");
    body["entry"][0]["changes"][0].clone()
}

#[tokio::test]
async fn a_flow_is_made_published_and_withdrawn_and_the_app_is_told() {
    let emulator = frozen().await;
    let mut app = Receiver::start(&[]).await;
    emulator.set_webhook(&app.url, "wharf-dev-verify").await.unwrap();
    app.value().await;
    let flow = create(&emulator, "survey", &survey(), None).await;
    let path = format!("/v25.0/{flow}");
    let again = post(&emulator, FLOWS, &json!({"name": "survey", "categories": ["OTHER"]})).await;
    assert_eq!((again.status, code(&again)), (400, 100));
    let change_name = json!({"name": "poll", "categories": ["OTHER"]});
    assert_eq!(post(&emulator, &path, &change_name).await.json(), json!({"success": true}));
    publish(&emulator, &flow).await;
    let told = app.next().await;
    assert!(told["entry"][0]["time"].is_i64(), "{told}");
    let told = change(&told);
    assert_eq!(told["field"], "flows");
    let value = &told["value"];
    assert_eq!(
        (&value["event"], &value["old_status"], &value["new_status"], &value["flow_id"]),
        (&json!("FLOW_STATUS_CHANGE"), &json!("DRAFT"), &json!("PUBLISHED"), &json!(flow))
    );
    let fields = "fields=name,status,categories,json_version,endpoint_uri,health_status,\
                  preview.invalidate(false),metric.name(ENDPOINT_REQUEST_COUNT)";
    let node = get(&emulator, &format!("{path}?{fields}")).await.json();
    assert_eq!((&node["name"], &node["json_version"]), (&json!("poll"), &json!("7.3")));
    assert_eq!(node["health_status"]["can_send_message"], "AVAILABLE");
    let same = get(&emulator, &format!("{path}?{fields}")).await.json();
    assert_eq!(same["preview"], node["preview"]);
    let other = get(&emulator, &format!("{path}?fields=preview.invalidate(true)")).await.json();
    assert_ne!(other["preview"]["preview_url"], node["preview"]["preview_url"]);
    let page = call("GET", other["preview"]["preview_url"].as_str().unwrap(), &[], "").await;
    let page = String::from_utf8(page.body.to_vec()).unwrap();
    assert!(page.contains("Your name") && page.contains("Thanks, Ada!"), "{page}");
    let old = call("GET", node["preview"]["preview_url"].as_str().unwrap(), &[], "").await;
    assert_eq!(old.status, 404);

    // What is published cannot be changed, published again or deleted; what is withdrawn stays.
    for (method, path, expected) in [
        ("POST", format!("{path}/publish"), 139_002),
        ("DELETE", path.clone(), 139_004),
        ("POST", format!("{path}/deprecate"), 0),
        ("POST", format!("{path}/deprecate"), 139_003),
        ("POST", path.clone(), 139_001),
    ] {
        let answer = ask(&emulator, method, &path, &json!({"name": "x"})).await;
        let code = answer.json()["error"]["code"].as_u64().unwrap_or_default();
        assert_eq!(code, expected, "{method} {path}: {answer:?}");
    }
    assert_eq!(change(&app.next().await)["value"]["new_status"], "DEPRECATED");
    let list = get(&emulator, FLOWS).await.json();
    assert_eq!(list["data"][0]["status"], "DEPRECATED");
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn a_flows_json_is_uploaded_looked_at_and_downloaded() {
    let emulator = frozen().await;
    let made = post(&emulator, FLOWS, &json!({"name": "a", "categories": ["OTHER"]})).await.json();
    let flow = made["id"].as_str().unwrap().to_owned();
    let path = format!("/v25.0/{flow}");
    assert_eq!(post(&emulator, &format!("{path}/publish"), &json!({})).await.status, 400);
    let broken = upload(
        &emulator,
        &flow,
        "{\n  \"version\": \"7.3\",\n  \"screens\": [\n    {\"id\": \"ONE 1\"}\n  ]\n}",
    )
    .await;
    assert_eq!(broken["success"], true);
    let errors = broken["validation_errors"].as_array().unwrap();
    let wrong = errors.iter().find(|error| error["error"] == "INVALID_PROPERTY_VALUE").unwrap();
    assert_eq!(
        (&wrong["line_start"], &wrong["column_start"], &wrong["column_end"], &wrong["error_type"]),
        (&json!(4), &json!(12), &json!(18), &json!("FLOW_JSON_ERROR"))
    );
    assert_eq!(wrong["pointers"][0]["path"], "screens[0].id");
    let refused = post(&emulator, &format!("{path}/publish"), &json!({})).await;
    assert_eq!(code(&refused), 139_002);
    assert_eq!(
        upload(&emulator, &flow, "{,").await["validation_errors"][0]["error"],
        "INVALID_JSON"
    );

    let good = serde_json::to_string_pretty(&survey()).unwrap();
    assert_eq!(
        upload(&emulator, &flow, &good).await,
        json!({"success": true, "validation_errors": []})
    );
    let assets = get(&emulator, &format!("{path}/assets")).await.json();
    assert_eq!(assets["data"][0]["asset_type"], "FLOW_JSON");
    let url = assets["data"][0]["download_url"].as_str().unwrap();
    assert_eq!(call("GET", url, &[], "").await.body, good);
    assert_eq!(call("GET", &format!("{url}0"), &[], "").await.status, 404);
    assert_eq!(ask(&emulator, "DELETE", &path, &Value::Null).await.status, 200);
    assert_eq!(code(&get(&emulator, &path).await), 100);
    emulator.stop().await;
}

#[tokio::test]
async fn a_flow_that_cannot_be_sent_is_refused_by_code() {
    let emulator = frozen().await;
    let flow = create(&emulator, "survey", &survey(), None).await;
    let sent = async |parameters: Value| send(&emulator, &message(&flow, &parameters)).await;
    assert_eq!(code(&sent(json!({})).await), 131_009);
    assert_eq!(sent(json!({"mode": "draft"})).await.status, 200);
    publish(&emulator, &flow).await;
    assert_eq!(sent(json!({})).await.status, 200);
    for parameters in [
        json!({"flow_id": "1"}),
        json!({"flow_name": "survey"}),
        json!({"flow_id": null, "flow_name": "none"}),
        json!({"flow_action": "data_exchange"}),
        json!({"flow_action_payload": {"screen": "NONE"}}),
        json!({"flow_action_payload": {"screen": "LAST", "data": {}}}),
        json!({"flow_message_version": "2"}),
    ] {
        let answer = sent(parameters.clone()).await;
        assert_eq!(code(&answer), 131_009, "{parameters}: {answer:?}");
    }
    assert_eq!(sent(json!({"flow_id": null, "flow_name": "survey"})).await.status, 200);
    let decide = async |status: &str| {
        control(&emulator, "PUT", &format!("flows/{flow}"), &json!({"status": status})).await
    };
    decide("BLOCKED").await;
    assert_eq!(code(&sent(json!({})).await), 132_068);
    decide("THROTTLED").await;
    for _ in 0..10 {
        assert_eq!(sent(json!({})).await.status, 200);
    }
    assert_eq!(code(&sent(json!({})).await), 132_069);
    control(&emulator, "POST", "clock/advance", &json!({"seconds": 3_601})).await;
    assert_eq!(sent(json!({})).await.status, 200);
    assert_eq!(status(&emulator, &flow).await, "THROTTLED");
    emulator.stop().await;
}

#[tokio::test]
async fn a_person_fills_in_two_screens_and_the_app_gets_the_answer() {
    let emulator = frozen().await;
    let flow = create(&emulator, "survey", &survey(), None).await;
    publish(&emulator, &flow).await;
    let payload =
        json!({"flow_action_payload": {"screen": "ABOUT", "data": {"hello": "Hello, Ada"}}});
    let sent = send(&emulator, &message(&flow, &payload)).await.json();
    let opened = control(&emulator, "POST", FLOW, &json!({})).await;
    assert_eq!(
        (&opened["screen"], &opened["parts"][0]["text"]),
        (&json!("ABOUT"), &json!("Hello, Ada"))
    );
    let wrong = json!({"values": {"name": "A", "mail": "nobody", "mood": "sad"}});
    let wrong = control(&emulator, "PUT", FLOW, &wrong).await;
    let errors: Vec<_> = wrong["parts"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|part| part["error"].is_string())
        .collect();
    assert_eq!(errors.len(), 3, "{wrong}");
    let values = json!({"values": {"name": "Ada", "likes": ["tea"], "mood": "bad"}});
    let last = control(&emulator, "PUT", FLOW, &values).await;
    assert_eq!(
        (&last["screen"], &last["parts"][0]["text"]),
        (&json!("LAST"), &json!("Thanks, Ada!"))
    );
    let back = control(&emulator, "POST", &format!("{FLOW}/back"), &Value::Null).await;
    assert_eq!((&back["screen"], &back["parts"][2]["value"]), (&json!("ABOUT"), &json!("Ada")));
    assert!(back["parts"].to_string().contains("Oh no"));
    control(&emulator, "PUT", FLOW, &values).await;

    let mut app = Receiver::start(&[]).await;
    emulator.set_webhook(&app.url, "wharf-dev-verify").await.unwrap();
    let done =
        control(&emulator, "PUT", FLOW, &json!({"values": {"news": true, "day": "2026-10-01"}}))
            .await;
    assert!(done["id"].is_string(), "{done}");
    let answer = loop {
        let value = change(&app.next().await)["value"].clone();
        if value["messages"][0]["type"] == "interactive" {
            break value["messages"][0].clone();
        }
    };
    assert_eq!(
        (&answer["id"], &answer["context"]["id"]),
        (&done["id"], &sent["messages"][0]["id"])
    );
    let reply = &answer["interactive"]["nfm_reply"];
    assert_eq!((&reply["name"], &reply["body"]), (&json!("flow"), &json!("Sent")));
    let values: Value = serde_json::from_str(reply["response_json"].as_str().unwrap()).unwrap();
    let expected = json!({"flow_token": "t-1", "name": "Ada", "likes": ["tea"], "mood": "bad",
        "day": "2026-10-01", "news": true});
    assert_eq!(values, expected);
    assert_eq!(control(&emulator, "GET", FLOW, &Value::Null).await, Value::Null);
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn a_script_and_the_control_api_answer_without_screens() {
    let emulator = frozen().await;
    let flow = create(&emulator, "survey", &survey(), None).await;
    publish(&emulator, &flow).await;
    let script = json!({"steps": ["await", {"flow": {"mood": "good"}}]});
    control(&emulator, "PUT", "users/15550001111/script", &script).await;
    send(&emulator, &message(&flow, &json!({}))).await;
    control(
        &emulator,
        "POST",
        &format!("{FLOW}/reply"),
        &json!({"values": {"flow_token": "mine"}}),
    )
    .await;
    let said = get(&emulator, "/_control/users/15550001111/messages").await.json();
    let replies: Vec<_> = said["data"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|said| said["interactive"]["nfm_reply"]["response_json"].as_str())
        .collect();
    assert_eq!(replies, [r#"{"flow_token":"t-1","mood":"good"}"#, r#"{"flow_token":"mine"}"#]);
    emulator.stop().await;
}

#[tokio::test]
async fn a_templates_button_opens_its_flow() {
    let emulator = frozen().await;
    let templates = "/v25.0/200000000000001/message_templates";
    let template = |flow: &str| {
        json!({"name": "ask", "language": "en_US", "category": "UTILITY", "components": [
            {"type": "BODY", "text": "How are you?"},
            {"type": "BUTTONS", "buttons": [{"type": "FLOW", "text": "Tell", "flow_id": flow,
             "flow_action": "navigate", "navigate_screen": "ABOUT"}]}]})
    };
    assert_eq!(code(&post(&emulator, templates, &template("1")).await), 100);
    let flow = create(&emulator, "survey", &survey(), None).await;
    assert_eq!(post(&emulator, templates, &template(&flow)).await.status, 200);
    control(&emulator, "PUT", "templates/ask", &json!({"event": "APPROVED"})).await;
    let action = json!({"type": "action", "action": {"flow_token": "t-9", "flow_action_data": {"hello": "Hey"}}});
    let sent = json!({"messaging_product": "whatsapp", "to": ADA, "type": "template", "template": {
        "name": "ask", "language": {"code": "en_US"}, "components": [
            {"type": "button", "sub_type": "flow", "index": "0", "parameters": [action]}]}});
    assert_eq!(code(&send(&emulator, &sent).await), 131_009);
    publish(&emulator, &flow).await;
    assert_eq!(send(&emulator, &sent).await.status, 200);
    let opened = control(&emulator, "POST", FLOW, &json!({})).await;
    assert_eq!(opened["parts"][0]["text"], "Hey");
    let answer = control(&emulator, "POST", &format!("{FLOW}/reply"), &json!({"values": {}})).await;
    assert!(answer["id"].is_string());
    control(&emulator, "PUT", &format!("flows/{flow}"), &json!({"status": "BLOCKED"})).await;
    assert_eq!(code(&send(&emulator, &sent).await), 132_068);
    emulator.stop().await;
}

#[tokio::test]
async fn alerts_about_a_flow_are_told_so_that_the_model_reads_them() {
    let emulator = frozen().await;
    let mut app = Receiver::start(&[]).await;
    emulator.set_webhook(&app.url, "wharf-dev-verify").await.unwrap();
    app.value().await;
    let flow = create(&emulator, "survey", &survey(), None).await;
    for alert in [
        "CLIENT_ERROR_RATE",
        "ENDPOINT_ERROR_RATE",
        "ENDPOINT_LATENCY",
        "ENDPOINT_AVAILABILITY",
        "FLOW_VERSION_EXPIRY_WARNING",
    ] {
        let body = json!({"alert": alert, "value": 42.5, "over": true});
        control(&emulator, "PUT", "flows/survey", &body).await;
        let told = change(&app.next().await);
        assert_eq!(
            (&told["value"]["event"], &told["value"]["flow_id"]),
            (&json!(alert), &json!(flow))
        );
    }
    let wrong = ask(&emulator, "PUT", "/_control/flows/survey", &json!({"alert": "NONE"})).await;
    assert_eq!(wrong.status, 400);
    let copied =
        json!({"name": "copy", "categories": ["OTHER"], "clone_flow_id": flow, "publish": true});
    let copy = post(&emulator, FLOWS, &copied).await.json();
    assert_eq!(status(&emulator, copy["id"].as_str().unwrap()).await, "PUBLISHED");
    let moved = json!({"source_waba_id": "9", "source_flow_names": ["a"]});
    let moved = post(&emulator, "/v25.0/200000000000001/migrate_flows", &moved).await.json();
    assert_eq!(moved["failed_flows"][0]["error_code"], "4233041");
    emulator.stop().await;
    app.stop().await;
}
