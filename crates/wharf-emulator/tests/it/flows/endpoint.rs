//! The data exchange: the emulator asks a business's endpoint as the platform does.

use serde_json::{Value, json};
use wharf_emulator::Emulator;

use super::business::{Business, FLOWS, create, message, publish, table};
use crate::http::{ask, control, frozen, get, post, send};

const FLOW: &str = "users/15550001111/flow";

/// A published flow with an endpoint, and how Ada's message opens it.
async fn restaurant(emulator: &Emulator, business: &Business, token: &str) {
    let flow = create(emulator, "table", &table(), Some(&business.url)).await;
    business.give_key(emulator).await;
    publish(emulator, &flow).await;
    let opening = json!({"flow_action": "data_exchange", "flow_token": token});
    assert_eq!(send(emulator, &message(&flow, &opening)).await.status, 200);
}

#[tokio::test]
async fn an_endpoint_names_the_screens_and_ends_the_flow() {
    let (emulator, business) = (frozen().await, Business::start().await);
    restaurant(&emulator, &business, "t-2").await;
    let opened = control(&emulator, "POST", FLOW, &json!({})).await;
    assert_eq!(opened["screen"], "TABLE");
    let nothing = control(&emulator, "PUT", FLOW, &json!({})).await;
    assert!(nothing["parts"][1]["error"].is_string(), "{nothing}");
    let full = control(&emulator, "PUT", FLOW, &json!({"values": {"day": "fri"}})).await;
    assert_eq!((&full["screen"], &full["problem"]), (&json!("TABLE"), &json!("Friday is full")));
    let guest = control(&emulator, "PUT", FLOW, &json!({"values": {"day": "mon"}})).await;
    assert_eq!((&guest["screen"], &guest["title"]), (&json!("GUEST"), &json!("You, on mon")));
    let back = control(&emulator, "POST", &format!("{FLOW}/back"), &Value::Null).await;
    assert_eq!(
        (&back["screen"], &back["parts"][1]["data-source"][0]["id"]),
        (&json!("TABLE"), &json!("sun"))
    );
    control(&emulator, "PUT", FLOW, &json!({"values": {"day": "sun"}})).await;
    let done = control(&emulator, "PUT", FLOW, &json!({"values": {"guests": "9"}})).await;
    let said = get(&emulator, "/_control/users/15550001111/messages").await.json();
    let last = said["data"].as_array().unwrap().last().unwrap();
    assert_eq!(last["id"], done["id"]);
    let reply = &last["interactive"]["nfm_reply"]["response_json"];
    let reply: Value = serde_json::from_str(reply.as_str().unwrap()).unwrap();
    assert_eq!(reply, json!({"flow_token": "t-2", "booked": true}));
    let asked: Vec<_> = business
        .asked()
        .into_iter()
        .map(|(action, screen, data, _)| json!([action, screen, data]))
        .collect();
    assert_eq!(
        asked,
        [
            json!(["INIT", null, {}]),
            json!(["data_exchange", "TABLE", {"day": "fri"}]),
            json!(["data_exchange", "TABLE", {"day": "mon"}]),
            json!(["BACK", "TABLE", {}]),
            json!(["data_exchange", "TABLE", {"day": "sun"}]),
            json!(["data_exchange", "GUEST", {"guests": "9", "day": "sun"}]),
        ]
    );
    emulator.stop().await;
    business.stop().await;
}

#[tokio::test]
async fn an_endpoint_that_fails_is_told_and_the_phone_says_so() {
    let (emulator, business) = (frozen().await, Business::start().await);
    restaurant(&emulator, &business, "t-3").await;
    let more = |day: &str| json!([{"id": day, "title": day}]);
    let open = async || control(&emulator, "POST", FLOW, &json!({})).await;
    open().await;
    // Days that the endpoint never offered: the phone would not let them be chosen.
    let strange = control(&emulator, "PUT", FLOW, &json!({"values": {"day": "nowhere"}})).await;
    assert!(strange["parts"][1]["error"].is_string(), "{strange}");
    let mut world: Value =
        serde_json::from_slice(&get(&emulator, "/_control/snapshot").await.body).unwrap();
    for day in ["nowhere", "broken"] {
        world["world"]["flows"]["open"]["15550001111"]["stack"][0]["data"]["days"] = more(day);
        control(&emulator, "PUT", "snapshot", &world).await;
        let shown = control(&emulator, "PUT", FLOW, &json!({"values": {"day": day}})).await;
        let problem = shown["problem"].as_str().unwrap();
        let why = if day == "broken" { "HTTP 500" } else { "no such screen" };
        assert!(problem.contains(why) && shown["screen"] == "TABLE", "{shown}");
    }
    assert_eq!(business.notices(), ["invalid-screen-transition"]);
    // A key that the business does not have.
    let other = Business::start().await;
    other.give_key(&emulator).await;
    let shown = open().await;
    assert!(shown["problem"].as_str().unwrap().contains("421"), "{shown}");
    let gone = other.url.clone();
    other.stop().await;
    business.give_key(&emulator).await;
    let flow = get(&emulator, &format!("{FLOWS}?fields=id")).await.json()["data"][0]["id"].clone();
    let path = format!("/v25.0/{}", flow.as_str().unwrap());
    assert_eq!(post(&emulator, &path, &json!({"endpoint_uri": gone})).await.status, 200);
    let shown = open().await;
    assert!(shown["problem"].as_str().unwrap().contains("no connection"), "{shown}");
    assert_eq!(post(&emulator, &path, &json!({"endpoint_uri": "ftp://x"})).await.status, 400);
    emulator.stop().await;
    business.stop().await;
}

#[tokio::test]
async fn a_token_that_is_over_kills_the_button() {
    let (emulator, business) = (frozen().await, Business::start().await);
    restaurant(&emulator, &business, "old").await;
    let opened = control(&emulator, "POST", FLOW, &json!({})).await;
    assert_eq!(opened["problem"], "This offer is over");
    let again = ask(&emulator, "POST", &format!("/_control/{FLOW}"), &json!({})).await;
    assert_eq!(again.status, 400);
    assert!(again.json()["error"]["message"].as_str().unwrap().contains("token"));
    emulator.stop().await;
    business.stop().await;
}

#[tokio::test]
async fn an_endpoint_that_is_not_there_cannot_be_published() {
    let (emulator, business) = (frozen().await, Business::start().await);
    let flow = create(&emulator, "table", &table(), None).await;
    let path = format!("/v25.0/{flow}");
    let publish = async || {
        let answer = post(&emulator, &format!("{path}/publish"), &json!({})).await.json();
        answer["error"]["error_user_msg"].as_str().unwrap_or("published").to_owned()
    };
    assert!(publish().await.contains("endpoint_uri"));
    post(&emulator, &path, &json!({"endpoint_uri": "https://example.com/flow"})).await;
    assert!(publish().await.contains("http:// only"));
    post(&emulator, &path, &json!({"endpoint_uri": business.url})).await;
    assert!(publish().await.contains("public key"));
    let stranger = Business::start().await;
    stranger.give_key(&emulator).await;
    assert!(publish().await.contains("421"));
    business.give_key(&emulator).await;
    assert_eq!(publish().await, "published");
    let node =
        get(&emulator, &format!("{path}?fields=metric.name(ENDPOINT_REQUEST_COUNT)")).await.json();
    assert_eq!(node["metric"]["data_points"][0]["data"][0]["value"], 2);
    emulator.stop().await;
    business.stop().await;
    stranger.stop().await;
}
