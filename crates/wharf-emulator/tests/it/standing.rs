//! What the platform thinks of a number: quality, limits, throughput, name, PIN.

use serde_json::{Value, json};
use wharf_emulator::Emulator;

use crate::{
    http::{GRACE, NUMBER, ask, code, control, frozen, get, post, send, text},
    receiver::Receiver,
};

async fn rate(emulator: &Emulator, opinion: Value) {
    control(emulator, "PUT", &format!("numbers/{NUMBER}"), &opinion).await;
}

async fn fields(emulator: &Emulator, names: &str) -> Value {
    get(emulator, &format!("/v25.0/{NUMBER}?fields={names}")).await.json()
}

async fn change(app: &mut Receiver) -> (String, Value) {
    let body = app.next().await;
    for event in wharf_model::webhook::read(body.to_string().as_bytes()) {
        assert_eq!(event.unread(), None, "{body}");
        assert!(event.update().is_some(), "{body}");
    }
    let change = &body["entry"][0]["changes"][0];
    (change["field"].as_str().unwrap().to_owned(), change["value"].clone())
}

#[tokio::test]
async fn the_messaging_limit_is_the_portfolios_and_the_app_is_told() {
    let emulator = frozen().await;
    let mut app = Receiver::start(&[]).await;
    emulator.set_webhook(&app.url, "wharf-dev-verify").await.unwrap();
    app.value().await;
    let tier = "whatsapp_business_manager_messaging_limit";
    assert_eq!(fields(&emulator, tier).await[tier], "TIER_2K");
    rate(&emulator, json!({"messaging_limit": "TIER_UNLIMITED"})).await;
    let (field, value) = change(&mut app).await;
    assert_eq!(
        (field.as_str(), &value["event"], &value["old_limit"], &value["current_limit"]),
        (
            "phone_number_quality_update",
            &json!("UPGRADE"),
            &json!("TIER_2K"),
            &json!("TIER_UNLIMITED")
        )
    );
    let (field, value) = change(&mut app).await;
    assert_eq!(
        (field.as_str(), &value["max_daily_conversation_per_phone"]),
        ("business_capability_update", &json!(-1))
    );
    assert_eq!(fields(&emulator, tier).await[tier], "TIER_UNLIMITED");
    rate(&emulator, json!({"messaging_limit": "TIER_250"})).await;
    assert_eq!(change(&mut app).await.1["event"], "DOWNGRADE");
    assert_eq!(get(&emulator, "/_control/rules").await.json()["messaging_limit"], 250);
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn an_upgraded_number_rests_a_minute_and_then_sends_a_thousand_a_second() {
    let emulator = frozen().await;
    control(&emulator, "PUT", "rules", &json!({"pair_seconds": null})).await;
    rate(&emulator, json!({"throughput": "HIGH"})).await;
    let resting = send(&emulator, &text("x")).await;
    assert_eq!((resting.status, code(&resting)), (400, 131_057));
    control(&emulator, "POST", "clock/advance", &json!({"minutes": 1})).await;
    assert_eq!(fields(&emulator, "throughput").await["throughput"]["level"], "HIGH");
    for _ in 0..100 {
        assert_eq!(send(&emulator, &text("x")).await.status, 200);
    }
    rate(&emulator, json!({"throughput": "STANDARD"})).await;
    assert_eq!(fields(&emulator, "throughput").await["throughput"]["level"], "STANDARD");
    emulator.stop().await;
}

#[tokio::test]
async fn a_number_that_the_platform_stops_does_not_send() {
    let emulator = frozen().await;
    let template = json!({"messaging_product": "whatsapp", "to": GRACE, "type": "template",
        "template": {"name": "hello_world", "language": {"code": "en_US"}}});
    for (status, to_ada, to_grace) in [
        ("FLAGGED", None, None),
        ("RESTRICTED", None, Some(131_048)),
        ("RATE_LIMITED", Some(130_429), Some(130_429)),
        ("BANNED", Some(131_031), Some(131_031)),
        ("CONNECTED", None, None),
    ] {
        rate(&emulator, json!({"status": status})).await;
        assert_eq!(fields(&emulator, "status").await["status"], status);
        for (message, expected) in [(text("x"), to_ada), (template.clone(), to_grace)] {
            let answer = send(&emulator, &message).await;
            match expected {
                None => assert_eq!(answer.status, 200, "{status}: {answer:?}"),
                Some(expected) => assert_eq!(code(&answer), expected, "{status}"),
            }
        }
    }
    emulator.stop().await;
}

#[tokio::test]
async fn a_new_name_is_looked_at_and_shows_after_the_next_registration() {
    let emulator = frozen().await;
    let mut app = Receiver::start(&[]).await;
    emulator.set_webhook(&app.url, "wharf-dev-verify").await.unwrap();
    app.value().await;
    let path = format!("/v25.0/{NUMBER}");
    assert_eq!(code(&post(&emulator, &path, &json!({"new_display_name": " "})).await), 100);
    let name = json!({"new_display_name": "Wharf Tea"});
    assert_eq!(post(&emulator, &path, &name).await.status, 200);
    assert_eq!(fields(&emulator, "new_name_status").await["new_name_status"], "PENDING_REVIEW");
    rate(&emulator, json!({"name_decision": "REJECTED", "name_reason": "NAME_NOT_CONSISTENT"}))
        .await;
    let (field, value) = change(&mut app).await;
    assert_eq!(
        (field.as_str(), &value["decision"], &value["rejection_reason"]),
        ("phone_number_name_update", &json!("REJECTED"), &json!("NAME_NOT_CONSISTENT"))
    );
    assert_eq!(fields(&emulator, "new_name_status").await["new_name_status"], "DECLINED");
    post(&emulator, &path, &name).await;
    control(&emulator, "POST", "clock/advance", &json!({"seconds": 5})).await;
    let (_, value) = change(&mut app).await;
    assert_eq!(
        (&value["decision"], &value["requested_verified_name"], &value["rejection_reason"]),
        (&json!("APPROVED"), &json!("Wharf Tea"), &Value::Null)
    );
    assert_eq!(fields(&emulator, "verified_name").await["verified_name"], "Wharf Coffee");
    let pin = json!({"messaging_product": "whatsapp", "pin": "123456"});
    post(&emulator, &format!("{path}/register"), &pin).await;
    assert_eq!(fields(&emulator, "verified_name").await["verified_name"], "Wharf Tea");
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn guessing_a_pin_takes_longer_and_longer() {
    let emulator = frozen().await;
    let path = format!("/v25.0/{NUMBER}");
    post(&emulator, &path, &json!({"pin": "123456"})).await;
    let register = |pin: &str| {
        let body = json!({"messaging_product": "whatsapp", "pin": pin});
        let (emulator, path) = (&emulator, format!("{path}/register"));
        async move { post(emulator, &path, &body).await }
    };
    for _ in 0..2 {
        assert_eq!(code(&register("000000").await), 133_005);
    }
    let fast = register("000000").await;
    assert_eq!(code(&fast), 133_009);
    assert!(fast.json()["error"]["error_data"]["details"].as_str().unwrap().contains("30 seconds"));
    for _ in 0..3 {
        control(&emulator, "POST", "clock/advance", &json!({"seconds": 30})).await;
        assert_eq!(code(&register("000000").await), 133_005);
    }
    control(&emulator, "POST", "clock/advance", &json!({"hours": 11})).await;
    // Not even the right one.
    assert_eq!(code(&register("123456").await), 133_008);
    control(&emulator, "POST", "clock/advance", &json!({"hours": 1})).await;
    assert_eq!(register("123456").await.status, 200);
    assert_eq!(code(&register("000000").await), 133_005);
    emulator.stop().await;
}

#[tokio::test]
async fn management_calls_are_counted_and_sends_are_not() {
    let emulator = frozen().await;
    control(&emulator, "PUT", "rules", &json!({"management_calls": 3})).await;
    let paths = [
        format!("/v25.0/{NUMBER}"),
        "/v25.0/200000000000001/message_templates".to_owned(),
        "/v25.0/200000000000001".to_owned(),
    ];
    for path in &paths {
        assert_eq!(get(&emulator, path).await.status, 200, "{path}");
    }
    for path in &paths {
        let refused = get(&emulator, path).await;
        assert_eq!((refused.status, code(&refused)), (400, 80_007), "{path}");
    }
    assert_eq!(send(&emulator, &text("x")).await.status, 200);
    assert_eq!(get(&emulator, &format!("/v25.0/{NUMBER}/settings")).await.status, 200);
    control(&emulator, "POST", "clock/advance", &json!({"minutes": 20})).await;
    assert_eq!(get(&emulator, &paths[0]).await.status, 200);
    assert_eq!(code(&get(&emulator, &paths[0]).await), 80_007);
    emulator.stop().await;
}

#[tokio::test]
async fn an_opinion_that_nobody_can_have_is_refused_by_name() {
    let emulator = frozen().await;
    for (opinion, why) in [
        (json!({"status": "HAPPY"}), "status"),
        (json!({"throughput": "LUDICROUS"}), "throughput"),
        (json!({"messaging_limit": "TIER_3"}), "messaging_limit"),
        (json!({"name_decision": "MAYBE"}), "name_decision"),
        (json!({"height": 3}), "height"),
    ] {
        let answer = ask(&emulator, "PUT", &format!("/_control/numbers/{NUMBER}"), &opinion).await;
        assert!(matches!(answer.status, 400 | 422), "{opinion}: {answer:?}");
        assert!(answer.json()["error"]["message"].as_str().unwrap().contains(why), "{answer:?}");
    }
    emulator.stop().await;
}
