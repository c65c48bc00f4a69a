//! The Marketing Messages API, and what became of messages.

use serde_json::{Value, json};
use wharf_emulator::Emulator;
use wharf_model::{
    number::{HistoryEntry, HistoryRow},
    page::Page,
};

use crate::{
    http::{ADA, GRACE, NUMBER, code, control, frozen, get, post, send, text},
    receiver::Receiver,
};

const WABA: &str = "/v25.0/200000000000001";

fn offer() -> Value {
    json!({"messaging_product": "whatsapp", "to": ADA, "type": "template",
        "template": {"name": "sale", "language": {"code": "en_US"}}})
}

async fn market(emulator: &Emulator, message: &Value) -> crate::http::Answer {
    post(emulator, &format!("/v25.0/{NUMBER}/marketing_messages"), message).await
}

async fn make(emulator: &Emulator) {
    let body = json!({"name": "sale", "language": "en_US", "category": "MARKETING",
        "components": [{"type": "BODY", "text": "Everything must go"}]});
    post(emulator, &format!("{WABA}/message_templates"), &body).await;
    control(emulator, "PUT", "templates/sale", &json!({"event": "APPROVED"})).await;
}

#[tokio::test]
async fn only_marketing_templates_go_there() {
    let emulator = frozen().await;
    make(&emulator).await;
    let utility = json!({"messaging_product": "whatsapp", "to": ADA, "type": "template",
        "template": {"name": "hello_world", "language": {"code": "en_US"}}});
    assert_eq!(code(&market(&emulator, &utility).await), 134_100);
    let answer = market(&emulator, &text("x")).await;
    assert!(answer.json()["error"]["message"].as_str().unwrap().contains("template message"));
    let mut wrong = offer();
    wrong["product_policy"] = "MAYBE".into();
    assert_eq!(code(&market(&emulator, &wrong).await), 100);
    let mut nobody = offer();
    nobody.as_object_mut().unwrap().remove("messaging_product");
    assert_eq!(code(&market(&emulator, &nobody).await), 100);
    let mut strict = offer();
    strict["product_policy"] = "STRICT".into();
    assert_eq!(code(&market(&emulator, &strict).await), 134_102);
    assert_eq!(market(&emulator, &offer()).await.status, 200);
    emulator.stop().await;
}

#[tokio::test]
async fn an_account_that_joined_is_charged_otherwise_once_the_template_is_known() {
    let emulator = frozen().await;
    make(&emulator).await;
    let mut app = Receiver::start(&[]).await;
    emulator.set_webhook(&app.url, "wharf-dev-verify").await.unwrap();
    app.value().await;
    app.next().await;
    assert_eq!(market(&emulator, &offer()).await.status, 200);
    assert_eq!(app.status().await["pricing"]["category"], "marketing");
    app.status().await;
    app.status().await;
    let news = json!({"event": "MM_LITE_TERMS_SIGNED", "with": {"waba_info": {"waba_id": "200000000000001"}}});
    control(&emulator, "PUT", "account", &news).await;
    app.next().await;
    let fields = format!("{WABA}?fields=marketing_messages_onboarding_status");
    assert_eq!(
        get(&emulator, &fields).await.json()["marketing_messages_onboarding_status"],
        "ONBOARDED"
    );
    assert_eq!(code(&market(&emulator, &offer()).await), 134_101);
    control(&emulator, "POST", "clock/advance", &json!({"minutes": 10})).await;
    assert_eq!(market(&emulator, &offer()).await.status, 200);
    assert_eq!(app.status().await["pricing"]["category"], "marketing_lite");
    // After a week without it, it has to be made known again.
    control(&emulator, "POST", "clock/advance", &json!({"hours": 6 * 24})).await;
    // What is refused is no use of it.
    control(&emulator, "PUT", "rules", &json!({"throughput": 1})).await;
    assert_eq!(send(&emulator, &text("x")).await.status, 200);
    assert_eq!(code(&market(&emulator, &offer()).await), 130_429);
    control(&emulator, "PUT", "rules", &json!({"throughput": null})).await;
    control(&emulator, "POST", "clock/advance", &json!({"hours": 24})).await;
    assert_eq!(code(&market(&emulator, &offer()).await), 134_101);
    control(&emulator, "POST", "clock/advance", &json!({"minutes": 10})).await;
    assert_eq!(market(&emulator, &offer()).await.status, 200);
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn the_account_can_keep_marketing_away_from_the_other_edge() {
    let emulator = frozen().await;
    make(&emulator).await;
    assert_eq!(send(&emulator, &offer()).await.status, 200);
    let off = json!({"disable_marketing_messages_on_cloud_api": true});
    assert_eq!(post(&emulator, WABA, &off).await.status, 200);
    assert_eq!(code(&send(&emulator, &offer()).await), 131_063);
    assert_eq!(send(&emulator, &text("x")).await.status, 200);
    assert_eq!(market(&emulator, &offer()).await.status, 200);
    emulator.stop().await;
}

#[tokio::test]
async fn a_messages_history_says_what_became_of_it_and_of_its_webhooks() {
    let emulator = frozen().await;
    let app = Receiver::start(&[]).await;
    emulator.set_webhook(&app.url, "wharf-dev-verify").await.unwrap();
    let sent = send(&emulator, &text("one")).await.json()["messages"][0]["id"].clone();
    let outside = json!({"messaging_product": "whatsapp", "to": GRACE, "text": {"body": "x"}});
    let failed = send(&emulator, &outside).await.json()["messages"][0]["id"].clone();
    control(&emulator, "POST", "clock/advance", &json!({"seconds": 10})).await;
    let path = format!("/v25.0/{NUMBER}/message_history");
    let all = get(&emulator, &path).await.json();
    assert_eq!(all["data"].as_array().unwrap().len(), 2);
    assert!(all["data"][0].get("events").is_none());
    let one = format!(
        "{path}?message_id={}&fields=message_id,events{{delivery_status,webhook_update_state}}",
        sent.as_str().unwrap().replace('+', "%2B").replace('=', "%3D")
    );
    let entry = get(&emulator, &one).await.json();
    let page: Page<HistoryEntry> = serde_json::from_value(entry.clone()).unwrap();
    let events = page.data[0].events.clone().unwrap().data;
    let words: Vec<_> =
        events.iter().map(|event| event.delivery_status.clone().unwrap().to_string()).collect();
    assert_eq!(words, ["ACCEPTED", "SENT", "DELIVERED", "READ"], "{entry}");
    assert_eq!(events[1].webhook_update_state.clone().unwrap().to_string(), "DELIVERED");
    assert!(events[1].timestamp.is_none());

    let history =
        all["data"].as_array().unwrap().iter().find(|entry| entry["message_id"] == failed);
    let history = history.unwrap()["id"].as_str().unwrap();
    let path = format!("/v25.0/{history}/events?status_filter=FAILED");
    let rows = get(&emulator, &path).await.json();
    let page: Page<HistoryRow> = serde_json::from_value(rows.clone()).unwrap();
    let event = page.data[0].node.clone().unwrap();
    assert!(event.error_description.unwrap().contains("Re-engagement"), "{rows}");
    assert_eq!((page.data.len(), event.webhook_uri), (1, Some(app.url.clone())));
    assert_eq!(code(&get(&emulator, "/v25.0/7/events").await), 100);
    emulator.stop().await;
    app.stop().await;
}
