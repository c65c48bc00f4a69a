//! What a flow is answered.

use std::fmt;

use serde_json::{Map, Value, json};

/// The screen that ends a flow.
const SUCCESS: &str = "SUCCESS";

/// What a flow is answered. Its `Debug` shows the status only.
#[derive(Clone, PartialEq)]
pub struct FlowAnswer {
    status: u16,
    body: Value,
}

impl FlowAnswer {
    /// Shows a screen, the next one or the same, with this data: an object with what the screen declares.
    pub fn screen(name: impl Into<String>, data: impl Into<Value>) -> Self {
        let data = match data.into() {
            Value::Object(members) => members,
            _ => Map::new(),
        };
        Self { status: 200, body: json!({ "screen": name.into(), "data": data }) }
    }

    /// The same with a text that the phone shows for a moment, such as why an input is wrong. Only for a screen.
    #[must_use]
    pub fn message(mut self, text: impl Into<String>) -> Self {
        if let Some(data) = self.body.get_mut("data").and_then(Value::as_object_mut) {
            data.insert("error_message".to_owned(), Value::String(text.into()));
        }
        self
    }

    /// Ends the flow. `params`, an object, come back with `flow_token` as a message (`nfm_reply`).
    pub fn finish(flow_token: impl Into<String>, params: impl Into<Value>) -> Self {
        let mut members = match params.into() {
            Value::Object(members) => members,
            _ => Map::new(),
        };
        members.insert("flow_token".to_owned(), Value::String(flow_token.into()));
        let data = json!({ "extension_message_response": { "params": members } });
        Self { status: 200, body: json!({ "screen": SUCCESS, "data": data }) }
    }

    /// The flow's token is no longer good: the phone shows `message`, and the button of this flow is dead.
    pub fn token_expired(message: impl Into<String>) -> Self {
        Self { status: 427, body: json!({ "error_msg": message.into() }) }
    }

    /// The answer to a ping.
    pub(super) fn alive() -> Self {
        Self { status: 200, body: json!({ "data": { "status": "active" } }) }
    }

    /// The answer to a notice of an error.
    pub(super) fn noted() -> Self {
        Self { status: 200, body: json!({ "data": { "acknowledged": true } }) }
    }

    /// The HTTP status to send it with: 200, or 427 when the token is no longer good.
    pub fn status(&self) -> u16 {
        self.status
    }

    /// The answer itself, before it is sealed.
    pub fn body(&self) -> &Value {
        &self.body
    }
}

impl fmt::Debug for FlowAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FlowAnswer").field("status", &self.status).finish_non_exhaustive()
    }
}
