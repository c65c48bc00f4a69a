//! Webhook bodies as large as the platform's, made here so that they are the same everywhere.

use serde_json::{Value, json};

/// A body and what to call it.
pub(crate) struct Body {
    pub(crate) name: &'static str,
    pub(crate) bytes: Vec<u8>,
    /// How many events must be found in it.
    pub(crate) events: usize,
}

/// All of them.
pub(crate) fn all() -> [Body; 3] {
    [
        Body { name: "one text, 800 B", bytes: text(800), events: 1 },
        Body { name: "100 statuses in one change, 53 KB", bytes: together(), events: 100 },
        Body { name: "100 changes of one status", bytes: apart(), events: 100 },
    ]
}

fn body(changes: &Value) -> Vec<u8> {
    json!({"object": "whatsapp_business_account", "entry": [{"id": "102290129340398", "changes": changes}]})
        .to_string()
        .into_bytes()
}

fn metadata() -> Value {
    json!({"display_phone_number": "15550783881", "phone_number_id": "106540352242922"})
}

/// A text message of a person with a user id, its text as long as the body's size needs.
fn text(size: usize) -> Vec<u8> {
    let of = |text: &str| {
        let contact = json!({"profile": {"name": "Ada Example", "username": "ada.example"},
            "wa_id": "15550001111", "user_id": "US.13491208655302741918"});
        let message = json!({"from": "15550001111", "from_user_id": "US.13491208655302741918",
            "id": "wamid.HBgLMTU1NTAwMDExMTEVAgASGBQzQTRBNjU5OUFFRTAzODEwMTQ0RgA=",
            "timestamp": "1749416383", "type": "text", "text": {"body": text}});
        body(&json!([{"field": "messages", "value": {"messaging_product": "whatsapp",
            "metadata": metadata(), "contacts": [contact], "messages": [message]}}]))
    };
    let words = "Does it come in another colour? ";
    let missing = size.saturating_sub(of("").len());
    of(&words.chars().cycle().take(missing).collect::<String>())
}

fn status(n: usize) -> Value {
    json!({"id": format!("wamid.HBgLMTU1NTAwMDExMTEVAgASGBQzQTRBNjU5OUFFRTAzODEwMTQ0{n:03}RgA="),
        "status": "delivered", "timestamp": (1_749_416_383 + n).to_string(),
        "recipient_id": format!("1555000{n:04}"),
        "recipient_user_id": format!("US.13491208655302741{n:03}"),
        "recipient_parent_user_id": format!("US.ENT.20491208655302741{n:03}"),
        "biz_opaque_callback_data": format!("order-{n:06}-confirmation-{}", "x".repeat(30)),
        "conversation": {"id": format!("9f1b7c2a4d5e6f708192a3b4c5d6e{n:03}"),
            "expiration_timestamp": "1749502783", "origin": {"type": "utility"}},
        "pricing": {"billable": true, "pricing_model": "PMP", "category": "utility", "type": "regular"}})
}

fn together() -> Vec<u8> {
    let statuses: Vec<_> = (0..100).map(status).collect();
    body(&json!([{"field": "messages", "value": {"messaging_product": "whatsapp",
        "metadata": metadata(), "statuses": statuses}}]))
}

fn apart() -> Vec<u8> {
    let change = |n| {
        json!({"field": "messages", "value": {"messaging_product": "whatsapp",
        "metadata": metadata(), "statuses": [status(n)]}})
    };
    body(&(0..100).map(change).collect())
}
