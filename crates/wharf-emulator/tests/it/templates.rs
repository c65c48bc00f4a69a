//! Templates: made, looked at, sent, paused, deleted.

use serde_json::{Value, json};
use wharf_emulator::Emulator;

use crate::{
    http::{GRACE, ask, code, control, frozen, get, post, send},
    receiver::Receiver,
};

const PATH: &str = "/v25.0/200000000000001/message_templates";

fn definition(name: &str) -> Value {
    json!({"name": name, "language": "en_US", "category": "utility", "components": [
        {"type": "HEADER", "format": "IMAGE", "example": {"header_handle": ["4::x"]}},
        {"type": "BODY", "text": "Hi {{1}}, {{2}} is your table.", "example": {"body_text": [["Ada", "7"]]}},
        {"type": "FOOTER", "text": "Bring friends"},
        {"type": "BUTTONS", "buttons": [
            {"type": "URL", "text": "See", "url": "https://example.com/{{1}}", "example": ["https://example.com/7"]}
        ]},
    ]})
}

fn sent(name: &str) -> Value {
    json!({"messaging_product": "whatsapp", "to": GRACE, "type": "template",
    "template": {"name": name, "language": {"code": "en_US"}, "components": [
        {"type": "header", "parameters": [{"type": "image", "image": {"link": "https://example.com/a.png"}}]},
        {"type": "body", "parameters": [{"type": "text", "text": "Grace"}, {"type": "text", "text": "9"}]},
        {"type": "button", "sub_type": "url", "index": "0", "parameters": [{"type": "text", "text": "9"}]},
    ]}})
}

async fn decide(emulator: &Emulator, name: &str, event: &str) {
    control(emulator, "PUT", &format!("templates/{name}"), &json!({"event": event})).await;
}

#[tokio::test]
async fn a_template_is_looked_at_approved_sent_paused_and_disabled() {
    let emulator = frozen().await;
    let mut app = Receiver::start(&[]).await;
    emulator.set_webhook(&app.url, "wharf-dev-verify").await.unwrap();
    app.value().await;
    let made = post(&emulator, PATH, &definition("table")).await.json();
    assert_eq!((&made["status"], &made["category"]), (&json!("PENDING"), &json!("UTILITY")));
    let pending = send(&emulator, &sent("table")).await;
    assert_eq!((pending.status, code(&pending)), (404, 132_001));

    control(&emulator, "POST", "clock/advance", &json!({"seconds": 5})).await;
    let body = app.next().await;
    let change = &body["entry"][0]["changes"][0];
    assert_eq!(change["field"], "message_template_status_update");
    assert_eq!(
        (&change["value"]["event"], change["value"]["message_template_id"].to_string()),
        (&json!("APPROVED"), made["id"].as_str().unwrap().to_owned())
    );
    assert_eq!(send(&emulator, &sent("table")).await.status, 200);
    let on_phone = get(&emulator, "/_control/users/15550002222/messages").await.json();
    assert_eq!(on_phone["data"][0]["type"], "template");

    for (event, expected) in [("PAUSED", 132_015), ("DISABLED", 132_016), ("REJECTED", 132_001)] {
        decide(&emulator, "table", event).await;
        assert_eq!(code(&send(&emulator, &sent("table")).await), expected, "{event}");
    }
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn values_that_do_not_fit_the_template_are_refused() {
    let emulator = frozen().await;
    post(&emulator, PATH, &definition("table")).await;
    decide(&emulator, "table", "approved").await;
    for (path, value, expected) in [
        ("/template/components/1/parameters", json!([{"type": "text", "text": "x"}]), 132_000),
        ("/template/components/0/parameters", json!([{"type": "text", "text": "x"}]), 132_012),
        ("/template/components/2/index", json!("1"), 132_000),
        (
            "/template/components/2/parameters",
            json!([{"type": "payload", "payload": "x"}]),
            132_012,
        ),
        ("/template/components/2/type", json!("footer"), 131_008),
        ("/template/language/code", json!("de"), 132_001),
    ] {
        let mut message = sent("table");
        *message.pointer_mut(path).unwrap() = value;
        assert_eq!(code(&send(&emulator, &message).await), expected, "{path}");
    }
    emulator.stop().await;
}

#[tokio::test]
async fn what_cannot_be_a_template_is_not_made() {
    let emulator = frozen().await;
    for (path, value) in [
        ("/name", json!("Not This")),
        ("/name", json!("hello_world")),
        ("/category", json!("SPAM")),
        ("/components", json!([])),
        ("/components/1/text", json!("{{1}} first")),
        ("/components/1/text", json!("x".repeat(1025))),
        ("/components/1/example", json!(null)),
        ("/components/2/text", json!("x".repeat(61))),
        ("/components/0/example", json!(null)),
        ("/components/3/buttons/0/text", json!("x".repeat(26))),
    ] {
        let mut body = definition("table");
        *body.pointer_mut(path).unwrap() = value;
        let answer = post(&emulator, PATH, &body).await;
        assert_eq!((answer.status, code(&answer)), (400, 100), "{path}: {answer:?}");
    }
    emulator.stop().await;
}

#[tokio::test]
async fn templates_are_listed_in_pages_edited_and_deleted() {
    let emulator = frozen().await;
    for name in ["one", "two", "three"] {
        assert_eq!(post(&emulator, PATH, &definition(name)).await.status, 200);
    }
    let (mut seen, mut path) = (Vec::new(), format!("{PATH}?limit=2&fields=name,status"));
    loop {
        let page = get(&emulator, &path).await.json();
        for item in page["data"].as_array().unwrap() {
            assert_eq!(item.as_object().unwrap().len(), 3, "{item}");
            seen.push(item["name"].as_str().unwrap().to_owned());
        }
        let Some(next) = page["paging"]["next"].as_str() else { break };
        assert!(!next.contains("wharf-dev"));
        path = next.trim_start_matches(emulator.url()).to_owned();
    }
    seen.sort();
    assert_eq!(seen, ["hello_world", "one", "order_update", "three", "two"]);
    assert_eq!(code(&get(&emulator, &format!("{PATH}?after=nonsense")).await), 131_059);
    let one = get(&emulator, &format!("{PATH}?name=one")).await.json()["data"][0].clone();
    let node = format!("/v25.0/{}", one["id"].as_str().unwrap());
    assert_eq!(get(&emulator, &node).await.json()["components"], definition("one")["components"]);

    // Pending ones cannot be edited; approved ones once a day.
    let edit = json!({"components": [{"type": "BODY", "text": "Hello"}]});
    assert_eq!(code(&post(&emulator, &node, &edit).await), 100);
    decide(&emulator, "one", "APPROVED").await;
    let edited = json!({"success": true, "id": one["id"], "name": "one", "category": "UTILITY"});
    assert_eq!(post(&emulator, &node, &edit).await.json(), edited);
    decide(&emulator, "one", "APPROVED").await;
    assert_eq!(code(&post(&emulator, &node, &edit).await), 100);

    assert_eq!(
        ask(&emulator, "DELETE", &format!("{PATH}?name=one"), &Value::Null).await.status,
        200
    );
    assert_eq!(code(&get(&emulator, &node).await), 100);
    // The name of an approved one rests for 30 days.
    assert_eq!(
        post(&emulator, PATH, &definition("one")).await.json()["error"]["error_subcode"],
        2_388_023
    );
    emulator.stop().await;
}
