//! What is wrong with the JSON of a flow.

use serde_json::{Value, json};
use wharf_emulator::Emulator;

use super::business::{FLOWS, create, message, survey, table, upload};
use crate::http::{ask, call, frozen, post, send};

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

/// The way to every value in this one, and to itself.
fn pointers(value: &Value, way: &str, all: &mut Vec<String>) {
    all.push(way.to_owned());
    let members: Vec<_> = match value {
        Value::Object(members) => {
            members.iter().map(|(name, value)| (name.clone(), value)).collect()
        }
        Value::Array(items) => {
            items.iter().enumerate().map(|(at, value)| (at.to_string(), value)).collect()
        }
        _ => Vec::new(),
    };
    for (name, value) in members {
        pointers(value, &format!("{way}/{name}"), all);
    }
}

#[tokio::test]
async fn whatever_stands_anywhere_in_a_flow_nothing_breaks() {
    let emulator = frozen().await;
    let good = survey();
    let flow = create(&emulator, "survey", &good, None).await;
    let sent = send(&emulator, &message(&flow, &json!({"mode": "draft"}))).await;
    assert_eq!(sent.status, 200);
    let mut all = Vec::new();
    pointers(&good, "", &mut all);
    assert!(all.len() > 100);
    let form = "/_control/users/15550001111/flow";
    for pointer in all {
        for strange in
            [json!(null), json!(-1), json!("${form."), json!("`('`"), json!([[]]), json!({"": {}})]
        {
            let mut json = good.clone();
            *json.pointer_mut(&pointer).unwrap() = strange;
            let text = serde_json::to_string_pretty(&json).unwrap();
            let errors = upload(&emulator, &flow, &text).await;
            let lines = i64::try_from(text.lines().count()).unwrap();
            for error in errors["validation_errors"].as_array().unwrap() {
                let line = error["line_end"].as_i64().unwrap();
                assert!((1..=lines).contains(&line) && error["message"].is_string(), "{error}");
            }
            // A draft that is wrong can be opened all the same.
            for (method, body) in [("POST", json!({})), ("PUT", json!({"values": {"name": "Ada"}}))]
            {
                let status = ask(&emulator, method, form, &body).await.status;
                assert!(status == 200 || status == 400, "{method} {pointer}: {status}");
            }
            let page = format!("{}/phone/15550001111/flow", emulator.url());
            assert!(call("GET", &page, &[], "").await.status < 400, "{pointer}");
        }
    }
    emulator.stop().await;
}
