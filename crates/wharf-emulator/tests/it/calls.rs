//! Calls: signalling, and what people do with their phones.

mod permission;
mod refusals;

use std::time::Duration;

use serde_json::{Value, json};
use wharf_emulator::Emulator;
use wharf_model::{
    account::Account,
    call::{CallAnswer, CallPermission, PermissionStatus},
};

use crate::{
    http::{ADA, Answer, GRACE, NUMBER, ask, code, control, frozen, get, look, post, send},
    receiver::Receiver,
};

const PERSON: &str = "15550001111";

fn edge(name: &str) -> String {
    format!("/v25.0/{NUMBER}/{name}")
}

fn whatsapp(mut body: Value) -> Value {
    body["messaging_product"] = "whatsapp".into();
    body
}

async fn set_calling(emulator: &Emulator, calling: Value) -> Answer {
    post(emulator, &edge("settings"), &json!({"calling": calling})).await
}

/// A world in which calls are switched on.
async fn scene() -> (Emulator, Receiver) {
    let emulator = frozen().await;
    let mut app = Receiver::start(&[]).await;
    emulator.set_webhook(&app.url, "wharf-dev-verify").await.unwrap();
    app.value().await;
    assert_eq!(set_calling(&emulator, json!({"status": "ENABLED"})).await.status, 200);
    app.next().await;
    (emulator, app)
}

async fn calls(emulator: &Emulator, body: Value) -> Answer {
    post(emulator, &edge("calls"), &whatsapp(body)).await
}

fn offer(to: &str) -> Value {
    json!({"to": to, "action": "connect", "session": {"sdp_type": "offer", "sdp": "v=0\r\n"}})
}

fn with_call(action: &str, id: &Value) -> Value {
    let mut body = json!({"action": action, "call_id": id});
    if action.ends_with("accept") {
        body["session"] = json!({"sdp_type": "answer", "sdp": "v=0\r\n"});
    }
    body
}

async fn allow(emulator: &Emulator, allow: &str) {
    let path = format!("users/{PERSON}/call_permission");
    control(emulator, "PUT", &path, &json!({"allow": allow})).await;
}

async fn act(emulator: &Emulator, id: &Value, action: &str) -> Answer {
    let path = format!("/_control/users/{PERSON}/calls/{}", id.as_str().unwrap());
    ask(emulator, "PUT", &path, &json!({"action": action})).await
}

async fn permission(emulator: &Emulator) -> CallPermission {
    let answer = get(emulator, &edge(&format!("call_permissions?user_wa_id={PERSON}"))).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    serde_json::from_value(answer.json()).unwrap()
}

fn status_of(permission: &CallPermission) -> PermissionStatus {
    permission.permission.clone().unwrap().status.unwrap()
}

fn can(permission: &CallPermission) -> (bool, bool) {
    let actions = permission.actions.as_ref().unwrap();
    let can = |at: usize| actions[at].can_perform_action.unwrap();
    (can(0), can(1))
}

/// A call of the business that rings.
async fn ringing(emulator: &Emulator, app: &mut Receiver) -> Value {
    let answer = calls(emulator, offer(ADA)).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    let started: CallAnswer = serde_json::from_value(answer.json()).unwrap();
    let id = json!(started.calls.unwrap()[0].id);
    let status = app.of("calls").await["statuses"][0].clone();
    assert_eq!(
        (&status["status"], &status["id"], &status["type"], &status["recipient_id"]),
        (&json!("RINGING"), &id, &json!("call"), &json!(PERSON))
    );
    id
}

fn request() -> Value {
    whatsapp(json!({"to": ADA, "type": "interactive", "interactive": {
        "type": "call_permission_request", "body": {"text": "May we call?"},
        "action": {"name": "call_permission_request"}}}))
}

#[tokio::test]
async fn a_person_who_allows_it_is_called_and_talks() {
    let (emulator, mut app) = scene().await;
    allow(&emulator, "temporary").await;
    app.value().await;
    let mut body = offer(ADA);
    body["biz_opaque_callback_data"] = "c-1".into();
    let id = calls(&emulator, body).await.json()["calls"][0]["id"].clone();
    assert!(id.as_str().unwrap().starts_with("wacid."));
    assert_eq!(app.of("calls").await["statuses"][0]["biz_opaque_callback_data"], "c-1");
    assert_eq!(act(&emulator, &id, "answer").await.json()["stage"], "taken");
    let value = app.of("calls").await;
    let connect = value["calls"][0].clone();
    assert_eq!(
        (&connect["event"], &connect["direction"], &connect["to"], &connect["from"]),
        (&json!("connect"), &json!("BUSINESS_INITIATED"), &json!(PERSON), &json!("15550000000"))
    );
    assert_eq!(connect["session"]["sdp_type"], "answer");
    assert!(connect["session"]["sdp"].as_str().unwrap().contains("m=audio"));
    assert_eq!(value["contacts"][0]["profile"]["name"], "Ada");
    assert_eq!(app.of("calls").await["statuses"][0]["status"], "ACCEPTED");
    emulator.advance(Duration::from_secs(90)).await;
    assert_eq!(calls(&emulator, with_call("terminate", &id)).await.json()["success"], true);
    let over = app.of("calls").await["calls"][0].clone();
    assert_eq!(
        (&over["event"], &over["status"], &over["duration"], &over["biz_opaque_callback_data"]),
        (&json!("terminate"), &json!("COMPLETED"), &json!(90), &json!("c-1"))
    );
    assert!(over["start_time"].is_string() && over["end_time"].is_string());
    assert_eq!(code(&calls(&emulator, with_call("terminate", &id)).await), 131_009);
    assert_eq!(act(&emulator, &id, "hang_up").await.status, 400);

    let now = get(&emulator, "/_control/clock").await.json()["now"].as_i64().unwrap();
    let counted = async |more: &str| {
        let (start, end) = (now - 86_400, now + 1);
        let path =
            format!("/v25.0/200000000000001?fields=call_analytics.start({start}).end({end}){more}");
        look(&emulator, &path).await
    };
    let by = ".granularity(DAILY).dimensions([%22DIRECTION%22,%22COUNTRY%22,%22PHONE%22])";
    let answer = counted(by).await;
    let account: Account = serde_json::from_value(answer.json()).unwrap();
    let point = account.call_analytics.unwrap().data[0].data_points[0].clone();
    assert_eq!(
        (point.count, point.average_duration, point.direction.as_deref()),
        (Some(1), Some(90), Some("BUSINESS_INITIATED")),
        "{answer:?}"
    );
    assert_eq!(
        (point.country.as_deref(), point.phone_number.as_deref()),
        (Some("US"), Some("15550000000"))
    );
    let none = counted(".granularity(DAILY).directions([%22USER_INITIATED%22])").await;
    assert_eq!(none.json()["call_analytics"]["data"][0]["data_points"], json!([]), "{none:?}");
    let wrong = counted(".granularity(DAY)").await;
    assert_eq!((wrong.status, code(&wrong)), (400, 100), "{wrong:?}");
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn a_call_is_declined_missed_or_breaks() {
    let (emulator, mut app) = scene().await;
    allow(&emulator, "permanent").await;
    app.value().await;
    let id = ringing(&emulator, &mut app).await;
    assert_eq!(act(&emulator, &id, "hang_up").await.status, 400);
    assert_eq!(act(&emulator, &id, "decline").await.json()["stage"], "over");
    assert_eq!(app.of("calls").await["statuses"][0]["status"], "REJECTED");
    let over = app.of("calls").await["calls"][0].clone();
    assert_eq!((&over["event"], over.get("duration")), (&json!("terminate"), None));

    ringing(&emulator, &mut app).await;
    emulator.advance(Duration::from_secs(61)).await;
    let over = app.of("calls").await["calls"][0].clone();
    assert_eq!((&over["event"], over.get("start_time")), (&json!("terminate"), None));

    let id = ringing(&emulator, &mut app).await;
    act(&emulator, &id, "answer").await;
    app.of("calls").await;
    app.of("calls").await;
    let path = format!("users/{PERSON}/calls/{}", id.as_str().unwrap());
    control(&emulator, "PUT", &path, &json!({"action": "fail", "code": 138_021})).await;
    let broken = app.of("calls").await;
    assert_eq!(
        (&broken["calls"][0]["status"], &broken["errors"][0]["code"]),
        (&json!("FAILED"), &json!(138_021))
    );

    // A phone that is off does not ring, and nobody takes the call.
    control(&emulator, "PUT", &format!("users/{PERSON}"), &json!({"reachable": false})).await;
    assert_eq!(calls(&emulator, offer(ADA)).await.status, 200);
    emulator.advance(Duration::from_secs(61)).await;
    assert_eq!(app.of("calls").await["calls"][0]["event"], "terminate");
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn a_person_calls_and_the_business_takes_it() {
    let (emulator, mut app) = scene().await;
    let path = format!("users/{PERSON}/calls");
    let id =
        control(&emulator, "POST", &path, &json!({"payload": "from-the-site"})).await["id"].clone();
    let call = app.of("calls").await["calls"][0].clone();
    assert_eq!(
        (&call["id"], &call["event"], &call["direction"], &call["from"], &call["deeplink_payload"]),
        (&id, &json!("connect"), &json!("USER_INITIATED"), &json!(PERSON), &json!("from-the-site"))
    );
    assert_eq!(call["session"]["sdp_type"], "offer");
    assert_eq!(calls(&emulator, with_call("pre_accept", &id)).await.status, 200);
    let mut other = with_call("accept", &id);
    other["session"]["sdp"] = "v=1".into();
    assert_eq!(code(&calls(&emulator, other).await), 131_009);
    let mut accept = with_call("accept", &id);
    accept["biz_opaque_callback_data"] = "agent-7".into();
    assert_eq!(calls(&emulator, accept).await.json()["success"], true);
    assert_eq!(code(&calls(&emulator, with_call("accept", &id)).await), 131_009);
    assert_eq!(code(&calls(&emulator, with_call("reject", &id)).await), 131_009);
    emulator.advance(Duration::from_secs(75)).await;
    assert_eq!(act(&emulator, &id, "hang_up").await.status, 200);
    let over = app.of("calls").await["calls"][0].clone();
    assert_eq!(
        (&over["event"], &over["duration"], &over["biz_opaque_callback_data"]),
        (&json!("terminate"), &json!(75), &json!("agent-7"))
    );
    // Whoever calls opens the window, taken or not.
    control(&emulator, "POST", "users/15550002222/calls", &json!({})).await;
    let id = app.of("calls").await["calls"][0]["id"].clone();
    send(&emulator, &whatsapp(json!({"to": GRACE, "type": "text", "text": {"body": "hi"}}))).await;
    assert_eq!(app.status().await["status"], "sent");
    app.status().await;
    app.status().await;
    assert_eq!(calls(&emulator, with_call("reject", &id)).await.status, 200);
    assert_eq!(app.of("calls").await["calls"][0]["event"], "terminate");

    // Who answers too late is told so.
    control(&emulator, "POST", &path, &json!({})).await;
    let id = app.of("calls").await["calls"][0]["id"].clone();
    emulator.advance(Duration::from_secs(61)).await;
    let late = calls(&emulator, with_call("accept", &id)).await;
    assert_eq!((late.status, code(&late)), (500, 138_007));
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn a_button_calls_the_business_for_as_long_as_it_says() {
    let (emulator, mut app) = scene().await;
    let button = whatsapp(json!({"to": ADA, "type": "interactive", "interactive": {
        "type": "voice_call", "body": {"text": "Talk?"}, "action": {"name": "voice_call",
        "parameters": {"display_text": "Call us", "ttl_minutes": 60, "payload": "order-42"}}}}));
    let message = send(&emulator, &button).await.json()["messages"][0]["id"].clone();
    for _ in 0..3 {
        app.status().await;
    }
    let path = format!("/_control/users/{PERSON}/calls");
    let body = json!({"message_id": message});
    let id = post(&emulator, &path, &body).await.json()["id"].clone();
    assert_eq!(app.of("calls").await["calls"][0]["cta_payload"], "order-42");
    let busy = post(&emulator, &path, &json!({})).await;
    assert!(busy.json()["error"]["message"].as_str().unwrap().contains("in a call already"));
    act(&emulator, &id, "hang_up").await;
    emulator.advance(Duration::from_mins(61)).await;
    for (body, says) in [
        (body, "over"),
        (json!({"message_id": "wamid.none"}), "button"),
        (json!({"to": "999"}), "to: "),
        (json!({"colour": "red"}), "colour"),
    ] {
        let answer = post(&emulator, &path, &body).await;
        assert!((400..500).contains(&answer.status), "{answer:?}");
        assert!(answer.json()["error"]["message"].as_str().unwrap().contains(says), "{answer:?}");
    }
    let bad =
        ask(&emulator, "PUT", &format!("{path}/wacid.none"), &json!({"action": "answer"})).await;
    assert_eq!(bad.status, 400);
    for body in [json!({"action": "fail"}), json!({"action": "answer", "code": 138_021}), json!({})]
    {
        let bad = ask(&emulator, "PUT", &format!("{path}/wacid.none"), &body).await;
        assert!((400..500).contains(&bad.status));
    }
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn somebody_answers_and_calls_by_script() {
    let (emulator, mut app) = scene().await;
    let steps = json!([
        {"allow_calls": "permanent"}, "await_call", "answer", {"wait": 30}, "hang_up", {"call": ""}
    ]);
    control(&emulator, "PUT", &format!("users/{PERSON}/script"), &json!({"steps": steps})).await;
    app.value().await;
    calls(&emulator, offer(ADA)).await;
    assert_eq!(app.of("calls").await["statuses"][0]["status"], "RINGING");
    assert_eq!(app.of("calls").await["calls"][0]["event"], "connect");
    assert_eq!(app.of("calls").await["statuses"][0]["status"], "ACCEPTED");
    emulator.advance(Duration::from_secs(30)).await;
    let over = app.of("calls").await["calls"][0].clone();
    assert_eq!((&over["event"], &over["duration"]), (&json!("terminate"), &json!(30)));
    assert_eq!(app.of("calls").await["calls"][0]["direction"], "USER_INITIATED");
    let all = control(&emulator, "GET", "calls", &Value::Null).await;
    assert_eq!(all["data"].as_array().unwrap().len(), 2);
    control(&emulator, "PUT", &format!("users/{PERSON}/script"), &json!({"steps": ["decline"]}))
        .await;
    let stopped = control(&emulator, "GET", &format!("users/{PERSON}/script"), &Value::Null).await;
    assert!(stopped["problem"].as_str().unwrap().contains("ring"), "{stopped}");
    emulator.stop().await;
    app.stop().await;
}
