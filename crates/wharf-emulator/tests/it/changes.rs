//! People change: another phone number, another user id, another identity key.

mod identity;
mod number;

use serde_json::{Value, json};
use wharf_emulator::{Config, Delays, Emulator, NumberConfig};
use wharf_model::id::PhoneNumberId;

use crate::{
    http::{ADA, NUMBER, ask, call, code, control, emulator, frozen, get, post, send, text},
    receiver::Receiver,
};

const SECOND: &str = "100000000000002";
const OLD: &str = "15550001111";
const NEW: &str = "15550007777";

async fn hearing(emulator: Emulator) -> (Emulator, Receiver) {
    let mut app = Receiver::start(&[]).await;
    emulator.set_webhook(&app.url, "wharf-dev-verify").await.unwrap();
    app.value().await;
    (emulator, app)
}

async fn scene() -> (Emulator, Receiver) {
    hearing(frozen().await).await
}

/// A world with two business numbers; Ada has a chat with the first.
async fn two_numbers() -> (Emulator, Receiver) {
    let mut config = Config::dev();
    config.delays = Delays::NONE;
    let id = PhoneNumberId::new(SECOND).unwrap();
    config.numbers.push(NumberConfig::new(id, "+1 555-000-0002", "Wharf Tea"));
    hearing(Emulator::start(config).await.unwrap()).await
}

/// Ada writes to the second number, too.
async fn write_to_second(emulator: &Emulator, app: &mut Receiver) {
    let body = json!({"type": "text", "text": {"body": "hi"}, "to": SECOND});
    control(emulator, "POST", &format!("users/{OLD}/messages"), &body).await;
    assert_eq!(next(app).await.1, SECOND);
}

async fn change(emulator: &Emulator, wa_id: &str, body: Value) -> Value {
    control(emulator, "POST", &format!("users/{wa_id}/changes"), &body).await
}

async fn script(emulator: &Emulator, steps: Value) {
    control(emulator, "PUT", &format!("users/{OLD}/script"), &json!({"steps": steps})).await;
}

/// Field, business number and value of the next webhook.
async fn next(app: &mut Receiver) -> (String, String, Value) {
    let body = app.next().await;
    let change = &body["entry"][0]["changes"][0];
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let number = text(&change["value"]["metadata"]["phone_number_id"]);
    (text(&change["field"]), number, change["value"].clone())
}

/// Sends a text to Ada that wants this identity key.
async fn send_to(emulator: &Emulator, hash: &str) {
    let mut message = text("your statement");
    message["recipient_identity_key_hash"] = hash.into();
    assert_eq!(send(emulator, &message).await.status, 200);
}

async fn check_identity(emulator: &Emulator, on: bool) {
    let body = json!({"user_identity_change": {"enable_identity_key_check": on}});
    assert_eq!(post(emulator, &format!("/v25.0/{NUMBER}/settings"), &body).await.status, 200);
}

#[tokio::test]
async fn a_user_id_rotates_for_every_number_with_a_chat() {
    let (emulator, mut app) = two_numbers().await;
    write_to_second(&emulator, &mut app).await;
    let before = get(&emulator, "/_control/users/15550001111").await.json();
    let after = change(&emulator, OLD, json!({"user_id": true})).await;
    assert_eq!(after["wa_id"], OLD);
    for number in [NUMBER, SECOND] {
        let (field, told, value) = next(&mut app).await;
        assert_eq!((&*field, &*told), ("messages", number));
        let system = &value["messages"][0]["system"];
        assert_eq!(
            (&system["type"], &system["user_id"], &system["wa_id"]),
            (&json!("user_changed_user_id"), &after["user_id"], &json!(OLD))
        );
        let body = format!(
            "User Ada changed from {} to {}",
            before["user_id"].as_str().unwrap(),
            after["user_id"].as_str().unwrap()
        );
        assert_eq!(system["body"], body);
        let (field, told, value) = next(&mut app).await;
        assert_eq!((&*field, &*told), ("user_id_update", number));
        let update = &value["user_id_update"][0];
        let user_id = json!({"previous": before["user_id"], "current": after["user_id"]});
        assert_eq!(update["user_id"], user_id);
        assert_eq!(value["contacts"][0]["user_id"], after["user_id"]);
    }
    // Nobody hears of somebody without a chat.
    change(&emulator, "15550002222", json!({"user_id": true})).await;
    emulator.write(OLD, "me").unwrap();
    assert_eq!(next(&mut app).await.2["messages"][0]["from_user_id"], after["user_id"]);
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn only_apps_that_are_subscribed_hear_of_a_user_id() {
    let (emulator, mut app) = scene().await;
    let form = [
        ("authorization", "Bearer 400000000000001|wharf-dev-secret"),
        ("content-type", "application/x-www-form-urlencoded"),
    ];
    let url = format!("{}/v25.0/400000000000001/subscriptions", emulator.url());
    let body = format!(
        "object=whatsapp_business_account&callback_url={}&verify_token=wharf-dev-verify&fields=messages",
        app.url
    );
    let answer = call("POST", &url, &form, body).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    change(&emulator, OLD, json!({"user_id": true})).await;
    emulator.write(OLD, "me").unwrap();
    assert_eq!(app.value().await["messages"][0]["type"], "system");
    assert_eq!(app.value().await["messages"][0]["type"], "text");
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn what_they_want_of_marketing_is_told_for_every_number_with_a_chat() {
    let (emulator, mut app) = two_numbers().await;
    // Grace has a chat with none: the first is told.
    control(&emulator, "PUT", "users/15550002222", &json!({"opted_out": true})).await;
    let (field, number, _) = next(&mut app).await;
    assert_eq!((&*field, &*number), ("user_preferences", NUMBER));
    write_to_second(&emulator, &mut app).await;
    script(&emulator, json!(["opt_out", "opt_out", "opt_in"])).await;
    for value in ["stop", "resume"] {
        for number in [NUMBER, SECOND] {
            let (field, told, change) = next(&mut app).await;
            assert_eq!((&*field, &*told), ("user_preferences", number));
            assert_eq!(change["user_preferences"][0]["value"], value);
        }
    }
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn a_script_goes_on_under_the_new_number() {
    let (emulator, mut app) = scene().await;
    check_identity(&emulator, true).await;
    script(
        &emulator,
        json!([{"change_number": "+1 555-000-7777"}, "change_user_id", "change_identity", {"type": "me"},
            {"change_number": "+15550002222"}]),
    )
    .await;
    for kind in ["user_changed_number", "user_changed_user_id"] {
        assert_eq!(app.value().await["messages"][0]["system"]["type"], kind);
        app.of("user_id_update").await;
    }
    let kind = app.value().await["messages"][0]["system"]["type"].clone();
    assert_eq!(kind, "customer_identity_changed");
    let typed = app.value().await["messages"][0].clone();
    assert_eq!((&typed["from"], &typed["text"]["body"]), (&json!(NEW), &json!("me")));
    let stopped = get(&emulator, "/_control/users/15550007777/script").await.json();
    let problem = stopped["problem"].as_str().unwrap();
    assert!(problem.starts_with("steps[4]: change_number: somebody else"), "{problem}");
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn what_cannot_change_is_refused_by_name() {
    let (emulator, app) = scene().await;
    let before = get(&emulator, "/_control/snapshot").await.body;
    for (wa_id, body, status, says) in [
        (OLD, json!({}), 400, "phone"),
        (OLD, json!({"user_id": false, "identity": false}), 400, "user_id"),
        (OLD, json!({"phone": "soon"}), 400, "phone: is no phone number"),
        (OLD, json!({"phone": ""}), 400, "phone: is no phone number"),
        (OLD, json!({"phone": "+15550002222"}), 400, "phone: somebody else"),
        (OLD, json!({"phone": ADA, "identity": true}), 400, "phone: they have"),
        (OLD, json!({"phone": "+15550000000"}), 400, "phone: a business"),
        (OLD, json!({"phone": NEW, "user_id": true}), 400, "user_id: changes with"),
        (OLD, json!({"phone": 15_550_007_777_u64}), 422, "phone"),
        (OLD, json!({"user_id": "US.1"}), 422, "user_id"),
        (OLD, json!({"number": NEW}), 422, "`number`"),
        ("15559999999", json!({"user_id": true}), 404, "nobody"),
        ("alice", json!({"user_id": true}), 404, "nobody"),
    ] {
        let path = format!("/_control/users/{wa_id}/changes");
        let answer = ask(&emulator, "POST", &path, &body).await;
        let message = answer.json()["error"]["message"].as_str().unwrap().to_owned();
        assert_eq!(answer.status, status, "{body}: {message}");
        assert!(message.contains(says), "{body}: {message}");
    }
    assert_eq!(get(&emulator, "/_control/snapshot").await.body, before);
    let body = json!({"steps": ["read", {"change_number": "soon"}]});
    let answer = ask(&emulator, "PUT", "/_control/users/15550001111/script", &body).await;
    let message = answer.json()["error"]["message"].as_str().unwrap().to_owned();
    assert!(message.starts_with("steps[1].change_number: is no phone number"), "{message}");
    let wrong = json!({"user_identity_change": {"enable_identity_key_check": "perhaps"}});
    let answer = post(&emulator, &format!("/v25.0/{NUMBER}/settings"), &wrong).await;
    assert_eq!(code(&answer), 100, "{answer:?}");
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn a_snapshot_knows_who_changed() {
    let first = frozen().await;
    check_identity(&first, true).await;
    control(&first, "PUT", "users/15550001111", &json!({"reachable": false})).await;
    send_to(&first, "DF2lS5v2W6x=").await;
    change(&first, OLD, json!({"phone": NEW, "identity": true})).await;
    let second = emulator().await;
    let snapshot = get(&first, "/_control/snapshot").await.body;
    let url = format!("{}/_control/snapshot", second.url());
    assert_eq!(call("PUT", &url, &[], snapshot.clone()).await.status, 200);
    assert_eq!(get(&second, "/_control/snapshot").await.body, snapshot);
    // Both go on alike: the old number's next owner is somebody new in either.
    for emulator in [&first, &second] {
        control(emulator, "PUT", "users/15550001111", &json!({"name": "Bea"})).await;
        control(emulator, "PUT", "users/15550007777", &json!({"reachable": true})).await;
    }
    let path = "/_control/snapshot";
    assert_eq!(get(&first, path).await.body, get(&second, path).await.body);
    first.stop().await;
    second.stop().await;
}
