//! What a peer sends and asks for.

use serde_json::{Map, Value, json};

use super::{Runner, desk};
use crate::http::{emulator, get};

/// What became of everything that a peer's program did.
pub(super) struct Outcome {
    /// What stands on the phone of each send, in the order of the sends.
    pub(super) kinds: Vec<String>,
    /// The messages themselves.
    pub(super) messages: Vec<Value>,
    /// What the peer made of the answers to its other calls.
    pub(super) answers: Value,
}

impl Outcome {
    /// The first text arrived as it was written, and one message quotes.
    pub(super) fn has_text_and_a_quote(&self) {
        let quoted =
            self.messages.iter().filter(|message| message["context"]["message_id"].is_string());
        assert_eq!(quoted.count(), 1);
        let body = "Grüße 😀 / \"quoted\"";
        assert_eq!(self.messages[0]["text"]["body"], body);
    }
}

/// Runs a peer's sending program to its end. What it says of each send must be what arrived.
pub(super) async fn outcome(runner: &Runner, program: &str) -> Outcome {
    let emulator = emulator().await;
    desk::calls(&emulator).await;
    let flow = desk::flow(&emulator).await;
    let written = emulator.write("15550001111", "Anybody there?").unwrap();
    let ada = get(&emulator, "/_control/users/15550001111").await.json();
    let more = [
        ("WRITTEN_MESSAGE_ID", written.as_str()),
        ("RECIPIENT_USER_ID", ada["user_id"].as_str().unwrap()),
        ("PIN", "482913"),
        ("FLOW_ID", flow.as_str()),
    ];
    let lines = runner.start(program, &emulator, &more).all().await;
    let (mut kinds, mut messages, mut answers) = (Vec::new(), Vec::new(), Map::new());
    let phone = get(&emulator, "/_control/messages").await.json();
    for line in lines {
        if let Some(call) = line["asks"].as_str() {
            let known = answers.insert(call.to_owned(), line["answer"].clone());
            assert_eq!(known, None, "{call} was asked twice");
            continue;
        }
        let message = arrived(&phone, &line);
        let kind = match message["type"].as_str().unwrap() {
            "interactive" => message["interactive"]["type"].as_str().unwrap(),
            other => other,
        };
        assert_eq!(line["sends"], kind, "{message}");
        kinds.push(kind.to_owned());
        messages.push(message);
    }
    emulator.stop().await;
    Outcome { kinds, messages, answers: answers.into() }
}

fn arrived(phone: &Value, line: &Value) -> Value {
    let all = phone["data"].as_array().unwrap();
    let found = all.iter().find(|message| message["id"] == line["id"] && line["id"].is_string());
    assert!(found.is_some(), "{line} is on no phone");
    let found = found.unwrap().clone();
    // Nobody reads a reaction.
    let status = if found["type"] == "reaction" { "sent" } else { "read" };
    assert_eq!((&found["from"], &found["status"]), (&json!("business"), &json!(status)), "{found}");
    found
}
