//! Calls that cannot be.

use std::time::Duration;

use serde_json::{Value, json};
use wharf_emulator::Emulator;

use super::{
    PERSON, act, allow, calls, can, edge, offer, permission, request, ringing, scene, set_calling,
    whatsapp, with_call,
};
use crate::http::{ADA, GRACE, code, control, get, post, send};

#[tokio::test]
async fn calls_have_their_limits() {
    let (emulator, mut app) = scene().await;
    allow(&emulator, "permanent").await;
    app.value().await;
    let id = ringing(&emulator, &mut app).await;
    assert_eq!(code(&calls(&emulator, offer(ADA)).await), 138_003);
    control(&emulator, "PUT", "users/15550002222/call_permission", &json!({"allow": "permanent"}))
        .await;
    control(&emulator, "PUT", "rules", &json!({"calls_at_once": 1, "calls_a_day": 1})).await;
    let refused = calls(&emulator, offer(GRACE)).await;
    assert_eq!((refused.status, code(&refused)), (429, 138_002));
    act(&emulator, &id, "answer").await;
    act(&emulator, &id, "hang_up").await;
    let refused = calls(&emulator, offer(ADA)).await;
    assert_eq!((refused.status, code(&refused)), (400, 138_012));
    assert_eq!(can(&permission(&emulator).await), (false, false));
    emulator.advance(Duration::from_hours(24)).await;
    assert_eq!(calls(&emulator, offer(ADA)).await.status, 200);

    let path = edge(&format!("call_permissions?user_wa_id={PERSON}"));
    for _ in 0..5 {
        assert_eq!(get(&emulator, &path).await.status, 200);
    }
    let refused = get(&emulator, &path).await;
    assert_eq!((refused.status, code(&refused)), (429, 613));
    emulator.advance(Duration::from_secs(1)).await;
    assert_eq!(get(&emulator, &path).await.status, 200);
    assert_eq!(code(&get(&emulator, &edge("call_permissions")).await), 100);
    assert_eq!(
        code(&get(&emulator, &edge("call_permissions?user_wa_id=15559999999")).await),
        131_009
    );
    assert_eq!(code(&get(&emulator, "/v25.0/999/call_permissions?user_wa_id=1").await), 100);
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn a_call_that_cannot_be_is_refused_with_the_reason() {
    let (emulator, mut app) = scene().await;
    allow(&emulator, "permanent").await;
    app.value().await;
    let without = |name: &str| {
        let mut body = offer(ADA);
        body.as_object_mut().unwrap().remove(name);
        body
    };
    let with = |name: &str, value: Value| {
        let mut body = offer(ADA);
        body[name] = value;
        body
    };
    for (body, expected) in [
        (without("action"), 131_008),
        (without("session"), 131_008),
        (without("to"), 131_008),
        (with("action", json!("teleport")), 100),
        (with("action", json!("media_update")), 100),
        (with("to", json!("alice")), 131_009),
        (with("to", json!("+15559999999")), 138_001),
        (with("session", json!({"sdp_type": "answer", "sdp": "v=0"})), 131_009),
        (with("session", json!({"sdp_type": "offer", "sdp": " "})), 131_009),
        (with("session", json!({"sdp_type": "offer"})), 131_008),
        (with("biz_opaque_callback_data", json!("x".repeat(513))), 100),
        (json!({"action": "accept"}), 131_008),
        (with_call("accept", &json!("wacid.none")), 131_009),
        (with_call("terminate", &json!("wacid.none")), 131_009),
    ] {
        assert_eq!(code(&calls(&emulator, body.clone()).await), expected, "{body}");
    }
    assert_eq!(code(&post(&emulator, &edge("calls"), &offer(ADA)).await), 100);
    let id = ringing(&emulator, &mut app).await;
    assert_eq!(code(&calls(&emulator, with_call("accept", &id)).await), 131_009);
    control(&emulator, "PUT", "rules", &json!({"recipients": []})).await;
    assert_eq!(code(&calls(&emulator, offer(GRACE)).await), 131_030);

    set_calling(&emulator, json!({"sip": {"status": "ENABLED"}})).await;
    assert_eq!(code(&calls(&emulator, offer(ADA)).await), 131_055);
    set_calling(&emulator, json!({"status": "DISABLED"})).await;
    let refused = calls(&emulator, offer(ADA)).await;
    assert_eq!((refused.status, code(&refused)), (401, 138_000));
    control(&emulator, "PUT", "rules", &json!({"recipients": null})).await;
    assert_eq!(code(&send(&emulator, &request()).await), 138_000);
    let path = format!("/_control/users/{PERSON}/calls");
    assert_eq!(post(&emulator, &path, &json!({})).await.status, 400);
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn calls_are_switched_on_only_where_they_can_be() {
    let (emulator, app) = scene().await;
    for calling in [
        json!({"status": "SOMETIMES"}),
        json!({"call_icon_visibility": "BLINKING"}),
        json!({"status": 1}),
    ] {
        assert_eq!(code(&set_calling(&emulator, calling.clone()).await), 100, "{calling}");
    }
    let on = json!({"status": "ENABLED"});
    control(&emulator, "PUT", "rules", &json!({"messaging_limit": 250})).await;
    assert_eq!(code(&set_calling(&emulator, on.clone()).await), 138_015);
    control(&emulator, "PUT", "rules", &json!({"messaging_limit": 2_000})).await;
    let subscriptions = format!("{}/v25.0/400000000000001/subscriptions", emulator.url());
    let headers = [
        ("authorization", "Bearer 400000000000001|wharf-dev-secret"),
        ("content-type", "application/json"),
    ];
    let fields = json!({"object": "whatsapp_business_account", "fields": "messages"}).to_string();
    let set = crate::http::call("POST", &subscriptions, &headers, fields).await;
    assert_eq!(set.status, 200, "{set:?}");
    assert_eq!(code(&set_calling(&emulator, on).await), 138_018);
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn numbers_of_some_countries_cannot_call_people() {
    let mut config = wharf_emulator::Config::dev();
    for (id, display) in
        [("100000000000002", "+1 415 555 0000"), ("100000000000003", "+44 20 7946 0000")]
    {
        let id = wharf_model::id::PhoneNumberId::new(id).unwrap();
        config.numbers.push(wharf_emulator::NumberConfig::new(id, display, "Wharf"));
    }
    let emulator = Emulator::start(config).await.unwrap();
    for (number, expected) in [("100000000000002", 138_013), ("100000000000003", 138_006)] {
        let on = json!({"calling": {"status": "ENABLED"}});
        post(&emulator, &format!("/v25.0/{number}/settings"), &on).await;
        let path = format!("/v25.0/{number}/calls");
        assert_eq!(code(&post(&emulator, &path, &whatsapp(offer(ADA))).await), expected);
    }
    emulator.stop().await;
}
