//! The same seed, the same requests and the same clock give the same bytes; and what always holds.

use std::collections::HashMap;

use bytes::Bytes;
use proptest::prelude::*;
use serde_json::{Value, json};
use wharf_emulator::Emulator;

use crate::{
    flows::business::{message, survey},
    http::{ADA, GRACE, NUMBER, ask, frozen, get},
};

/// A request: method, path, body.
type Asked = (&'static str, String, Value);

/// A flow to Ada, by its name.
fn form() -> Value {
    message("", &json!({"flow_id": null, "flow_name": "form"}))
}

/// What is done with flows.
fn flows() -> impl Strategy<Value = Asked> {
    let post = |path: &str, body: Value| -> Asked { ("POST", path.to_owned(), body) };
    prop_oneof![
        Just(post(
            "/v25.0/200000000000001/flows",
            json!({"name": "form", "categories": ["OTHER"], "publish": true, "flow_json": survey().to_string()})
        )),
        Just(post(&format!("/v25.0/{NUMBER}/messages"), form())),
        Just(post("/_control/users/15550001111/flow", json!({}))),
        Just((
            "PUT",
            "/_control/users/15550001111/flow".to_owned(),
            json!({"values": {"name": "Ada", "mood": "bad"}})
        )),
        Just((
            "PUT",
            "/_control/users/15550001111/flow".to_owned(),
            json!({"values": {"news": true}})
        )),
        Just(("PUT", "/_control/flows/form".to_owned(), json!({"status": "THROTTLED"}))),
    ]
}

fn requests() -> impl Strategy<Value = Asked> {
    let whom = prop_oneof![Just(ADA), Just(GRACE), Just("+15550009999"), Just("nobody")];
    let messages = format!("/v25.0/{NUMBER}/messages");
    let waba = "/v25.0/200000000000001/message_templates";
    let post = |path: &str, body: Value| -> Asked { ("POST", path.to_owned(), body) };
    let send = (whom, "[a-zé😀/]{0,20}").prop_map({
        let messages = messages.clone();
        move |(to, body)| {
            post(&messages, json!({"messaging_product": "whatsapp", "to": to, "type": "text", "text": {"body": body}}))
        }
    });
    let template = "(hello_world|order_update|made|none)".prop_map(move |name| {
        post(
            &messages,
            json!({"messaging_product": "whatsapp", "to": GRACE, "type": "template",
            "template": {"name": name, "language": {"code": "en_US"}}}),
        )
    });
    let write = "[a-z]{1,9}".prop_map(move |body| {
        post(
            "/_control/users/15550002222/messages",
            json!({"type": "text", "text": {"body": body}}),
        )
    });
    let advance = (1_u64..200_000)
        .prop_map(move |seconds| post("/_control/clock/advance", json!({"seconds": seconds})));
    let fault = prop_oneof![
        Just(json!({"fault": "error", "code": 130_429, "rate": 0.3})),
        Just(json!({"fault": "doubled", "rate": 0.3})),
        Just(json!({"fault": "late", "seconds": 60, "rate": 0.3})),
        Just(json!({"fault": "shuffled", "seconds": 60})),
        Just(json!({"fault": "batched", "most": 3})),
        Just(json!({"fault": "read_without_delivered", "rate": 0.5})),
        Just(json!({"fault": "fail", "code": 131_049, "rate": 0.3})),
        Just(json!({"fault": "old_pricing", "rate": 0.5})),
    ]
    .prop_map(|rule| -> Asked {
        ("PUT", "/_control/faults".to_owned(), json!({"faults": [rule]}))
    });
    let others = prop_oneof![
        4 => management(),
        1 => Just(post(
            waba,
            json!({"name": "made", "language": "en_US", "category": "MARKETING",
            "components": [{"type": "BODY", "text": "Hello"}]})
        )),
        1 => Just(("GET", format!("{waba}?limit=1"), Value::Null)),
        1 => Just(("GET", format!("/v25.0/{NUMBER}?fields=id,status,quality_rating"), Value::Null)),
        1 => Just(post(&format!("/v25.0/{NUMBER}/message_qrdls"), json!({"prefilled_message": "Hi"}))),
        1 => Just(post(
            &format!("/v25.0/{NUMBER}/register"),
            json!({"messaging_product": "whatsapp", "pin": "123456"})
        )),
        1 => Just(post(&format!("/v25.0/{NUMBER}/deregister"), json!({}))),
        1 => Just((
            "PUT",
            "/_control/users/15550002222".to_owned(),
            json!({"opted_out": true, "phone_hidden": true})
        )),
        1 => Just((
            "PUT",
            "/_control/users/15550001111/script".to_owned(),
            json!({"steps": ["await", "read", {"type": "ok"}, {"react": "👍"}], "repeat": true})
        )),
    ];
    prop_oneof![4 => send, 2 => template, 2 => write, 2 => advance, 1 => fault, 2 => others, 2 => flows()]
}

/// What a business and the platform do besides sending.
fn management() -> impl Strategy<Value = Asked> {
    let waba = "/v25.0/200000000000001";
    let post = |path: String, body: Value| -> Asked { ("POST", path, body) };
    let put = |path: &str, body: Value| -> Asked { ("PUT", format!("/_control/{path}"), body) };
    let get = |path: String| -> Asked { ("GET", path, Value::Null) };
    let code = json!({"name": "code", "languages": ["en_US", "de"], "category": "AUTHENTICATION", "components": [
        {"type": "BODY"}, {"type": "BUTTONS", "buttons": [{"type": "OTP", "otp_type": "COPY_CODE"}]}]});
    let library = json!({"name": "asked", "language": "en_US", "category": "UTILITY",
        "library_template_name": "feedback_asked_1"});
    let made = json!({"messaging_product": "whatsapp", "to": GRACE, "type": "template",
        "template": {"name": "made", "language": {"code": "en_US"}}});
    let asked = "analytics.start(1789000000).end(1795000000).granularity(DAY),\
                 pricing_analytics.start(1789000000).end(1795000000).granularity(MONTHLY)";
    prop_oneof![
        Just(put("templates/made", json!({"event": "APPROVED"}))),
        Just(put("templates/made", json!({"quality": "RED"}))),
        Just(put("templates/made", json!({"pacing": 1}))),
        Just(put("templates/made", json!({"held": "drop"}))),
        Just(put("templates/hello_world", json!({"correct_category": "MARKETING"}))),
        Just(put("account", json!({"event": "MM_LITE_TERMS_SIGNED"}))),
        Just(put(
            &format!("numbers/{NUMBER}"),
            json!({"throughput": "HIGH", "messaging_limit": "TIER_10K", "quality_rating": "YELLOW"})
        )),
        Just(post(format!("{waba}/upsert_message_templates"), code)),
        Just(post(format!("{waba}/message_templates"), library)),
        Just(post(format!("{waba}/template_groups"), json!({"name": "All"}))),
        Just(post(
            format!("{waba}/message_templates/archive"),
            json!({"hsm_ids": "300000000000002"})
        )),
        Just(post(format!("{waba}/assigned_users"), json!({"user": "1", "tasks": ["MANAGE"]}))),
        Just(post(
            format!("{waba}/phone_numbers"),
            json!({"phone_number": "+15550000002", "verified_name": "Tea"})
        )),
        Just(post(format!("/v25.0/{NUMBER}/marketing_messages"), made)),
        Just(post(format!("/v25.0/{NUMBER}"), json!({"new_display_name": "Tea"}))),
        Just(post(format!("/v25.0/{NUMBER}"), json!({"pin": "654321"}))),
        Just(get(format!("{waba}?fields={asked}"))),
        Just(get(format!("{waba}/activities"))),
        Just(get(format!("/v25.0/{NUMBER}/message_history?fields=events"))),
    ]
}

/// An answer without what says where the emulator is.
async fn answer(emulator: &Emulator, (method, path, body): &Asked) -> (u16, String) {
    let answer = ask(emulator, method, path, body).await;
    let text = String::from_utf8(answer.body.to_vec()).unwrap();
    (answer.status, text.replace(emulator.url(), ""))
}

async fn snapshot(emulator: &Emulator) -> Bytes {
    get(emulator, "/_control/snapshot").await.body
}

/// How far a message is; only a higher one may follow.
fn rank(standing: &Value) -> usize {
    let all = ["Accepted", "Sent", "Delivered", "Read"];
    all.iter().position(|word| standing == word).unwrap_or(all.len())
}

/// What holds after every step.
fn check(world: &Value, ranks: &mut HashMap<String, usize>) {
    let world = &world["world"];
    let mut heard = Vec::new();
    for chat in world["chats"].as_array().unwrap() {
        let (number, person) = (&chat[0][0], &chat[0][1]);
        assert!(world["numbers"].get(number.as_str().unwrap()).is_some(), "no number {number}");
        for entry in chat[1]["entries"].as_array().unwrap() {
            if entry["author"] == "Person" {
                heard.push((number.clone(), person.clone()));
                continue;
            }
            let now = rank(&entry["standing"]);
            let before = ranks.insert(entry["id"].as_str().unwrap().to_owned(), now);
            assert!(before.is_none_or(|before| before <= now), "a status went back: {entry}");
        }
    }
    for (wa_id, person) in world["people"].as_object().unwrap() {
        for wrote in person["wrote"].as_array().unwrap() {
            let pair = (wrote[0].clone(), json!(wa_id));
            assert!(heard.contains(&pair), "a window is open before anybody wrote");
        }
    }
}

async fn twice(requests: Vec<Asked>) {
    let (first, second) = (frozen().await, frozen().await);
    let mut ranks = HashMap::new();
    for request in &requests {
        let (one, two) = (answer(&first, request).await, answer(&second, request).await);
        assert_eq!(one, two, "{request:?}");
        assert!(one.0 < 500 || one.1.contains("WharfNotEmulated"), "{request:?}: {one:?}");
        check(&serde_json::from_slice(&snapshot(&first).await).unwrap(), &mut ranks);
    }
    let deliveries = "/_control/deliveries";
    assert_eq!(get(&first, deliveries).await.body, get(&second, deliveries).await.body);
    assert_eq!(snapshot(&first).await, snapshot(&second).await);
    first.stop().await;
    second.stop().await;
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_same_requests_give_the_same_bytes_and_the_world_stays_sound(
        requests in prop::collection::vec(requests(), 1..25)
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(twice(requests));
    }
}
