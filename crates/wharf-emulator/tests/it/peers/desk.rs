//! What a business has set up before a peer speaks for it.

use serde_json::json;
use wharf_emulator::Emulator;

use crate::http::{NUMBER, post};

/// Switches calls on.
pub(super) async fn calls(emulator: &Emulator) {
    let settings = json!({"calling": {"status": "ENABLED"}});
    let set = post(emulator, &format!("/v25.0/{NUMBER}/settings"), &settings).await;
    assert_eq!(set.status, 200, "{set:?}");
}

/// Makes a flow, which is a draft; gives its id.
pub(super) async fn flow(emulator: &Emulator) -> String {
    let screen = json!({"id": "FIRST", "title": "Sign up", "terminal": true, "layout": {
        "type": "SingleColumnLayout", "children": [
            {"type": "TextInput", "name": "size", "label": "Size"},
            {"type": "Footer", "label": "Send", "on-click-action":
                {"name": "complete", "payload": {"size": "${form.size}"}}}]}});
    let flow = json!({"name": "sign_up", "categories": ["SIGN_UP"],
        "flow_json": json!({"version": "7.3", "screens": [screen]}).to_string()});
    let made = post(emulator, "/v25.0/200000000000001/flows", &flow).await;
    assert_eq!(made.status, 200, "{made:?}");
    made.json()["id"].as_str().unwrap().to_owned()
}
