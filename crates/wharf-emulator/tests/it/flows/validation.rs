//! What is wrong with the JSON of a flow.

use serde_json::{Value, json};
use wharf_emulator::Emulator;

use super::business::{FLOWS, table};
use crate::http::{frozen, post};

/// What is put where, the error that is told, and its place.
type Case = (String, Value, &'static str, String);

fn case(path: &str, value: Value, error: &'static str, place: &str) -> Case {
    (path.to_owned(), value, error, place.to_owned())
}

/// Puts each into a good flow, and looks for the error.
async fn check(emulator: &Emulator, cases: Vec<Case>) {
    for (path, value, error, place) in cases {
        let mut json = table();
        *json.pointer_mut(&path).unwrap() = value.clone();
        let name = format!("{path} {value}").chars().take(90).collect::<String>();
        let body = json!({"name": name, "categories": ["OTHER"], "flow_json": json.to_string()});
        let made = post(emulator, FLOWS, &body).await.json();
        let errors = made["validation_errors"].as_array().unwrap();
        let fits = |found: &Value| found["error"] == error && found["pointers"][0]["path"] == place;
        assert!(errors.iter().any(fits), "{path}: {errors:#?}");
    }
}

#[tokio::test]
async fn what_is_wrong_with_screens_and_routes_is_said_with_its_place() {
    let emulator = frozen().await;
    let value = "INVALID_PROPERTY_VALUE";
    let text = json!({"type": "TextBody", "text": "x"});
    let footer = "/screens/1/layout/children/2";
    let routes = "INVALID_ROUTING_MODEL";
    let cases = vec![
        case("/version", json!("1.0"), value, "version"),
        case("/version", json!(7.3), "INVALID_PROPERTY_TYPE", "version"),
        case("/data_api_version", json!("9"), value, "data_api_version"),
        case("/screens", json!([]), value, "screens"),
        case("/screens", json!({}), "INVALID_PROPERTY_TYPE", "screens"),
        case("/screens/1", json!(1), "INVALID_PROPERTY_TYPE", "screens[1]"),
        case("/screens/1/id", json!("TABLE"), "DUPLICATE_SCREEN_ID", "screens[1].id"),
        case("/screens/1/id", json!("SUCCESS"), value, "screens[1].id"),
        case("/screens/1/terminal", json!(false), "MISSING_TERMINAL_SCREEN", "screens"),
        case(footer, text, "MISSING_FOOTER", "screens[1]"),
        case("/screens/0/layout", json!(null), "MISSING_REQUIRED_PROPERTY", "screens[0]"),
        case("/screens/0/layout/type", json!("Grid"), value, "screens[0].layout.type"),
        case(
            "/screens/0/data/days",
            json!({"type": "array"}),
            "MISSING_REQUIRED_PROPERTY",
            "screens[0].data.days",
        ),
        case("/routing_model/GUEST", json!(["TABLE"]), routes, "routing_model.GUEST[0]"),
        case("/routing_model/GUEST", json!(["GUEST"]), routes, "routing_model.GUEST[0]"),
        case("/routing_model/TABLE", json!(["X"]), routes, "routing_model.TABLE[0]"),
        case("/routing_model", json!({"TABLE": ["GUEST"]}), routes, "screens[1].id"),
    ];
    check(&emulator, cases).await;
    emulator.stop().await;
}

#[tokio::test]
async fn what_is_wrong_with_components_is_said_with_its_place() {
    let emulator = frozen().await;
    let (heading, at) = ("/screens/0/layout/children/0", "screens[0].layout.children[0]");
    let (action, action_at) = (
        "/screens/0/layout/children/1/children/1/on-click-action",
        "screens[0].layout.children[1].children[1].on-click-action",
    );
    let next = json!({"name": "navigate", "next": {"type": "screen", "name": "X"}});
    let twin = json!({"type": "TextInput", "name": "day", "label": "Day"});
    let cases = vec![
        case(heading, json!("x"), "INVALID_PROPERTY_TYPE", at),
        case(
            &format!("{heading}/type"),
            json!("Marquee"),
            "INVALID_PROPERTY_VALUE",
            &format!("{at}.type"),
        ),
        case(
            &format!("{heading}/text"),
            json!("${data.none}"),
            "INVALID_DYNAMIC_DATA",
            &format!("{at}.text"),
        ),
        case(
            &format!("{heading}/text"),
            json!("${screen.GUEST.form.day}"),
            "INVALID_DYNAMIC_DATA",
            &format!("{at}.text"),
        ),
        case(&format!("{heading}/text"), Value::Null, "MISSING_REQUIRED_PROPERTY", at),
        case(
            heading,
            twin,
            "DUPLICATE_COMPONENT_NAME",
            "screens[0].layout.children[1].children[0].name",
        ),
        case(
            &format!("{action}/name"),
            json!("complete"),
            "INVALID_COMPLETE_ACTION",
            &format!("{action_at}.name"),
        ),
        case(
            &format!("{action}/name"),
            json!("explode"),
            "INVALID_PROPERTY_VALUE",
            &format!("{action_at}.name"),
        ),
        case(action, next, "INVALID_NAVIGATE_ACTION", &format!("{action_at}.next.name")),
    ];
    check(&emulator, cases).await;
    emulator.stop().await;
}
