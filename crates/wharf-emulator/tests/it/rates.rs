//! How much may be sent.

use serde_json::{Value, json};
use wharf_emulator::Emulator;

use crate::http::{NUMBER, ask, code, control, frozen, get, post, send, text};

async fn advance(emulator: &Emulator, seconds: u64) {
    control(emulator, "POST", "clock/advance", &json!({"seconds": seconds})).await;
}

#[tokio::test]
async fn a_pair_has_a_burst_of_45_and_then_one_in_six_seconds() {
    let emulator = frozen().await;
    for at in 0..45 {
        assert_eq!(send(&emulator, &text("x")).await.status, 200, "{at}");
    }
    assert_eq!(code(&send(&emulator, &text("x")).await), 131_056);
    // Somebody else is not concerned.
    let other =
        json!({"messaging_product": "whatsapp", "to": "+15550002222", "text": {"body": "x"}});
    assert_eq!(send(&emulator, &other).await.status, 200);
    advance(&emulator, 5).await;
    assert_eq!(code(&send(&emulator, &text("x")).await), 131_056);
    advance(&emulator, 1).await;
    assert_eq!(send(&emulator, &text("x")).await.status, 200);
    assert_eq!(code(&send(&emulator, &text("x")).await), 131_056);
    emulator.stop().await;
}

#[tokio::test]
async fn a_number_sends_80_a_second_and_it_can_be_another() {
    let emulator = frozen().await;
    control(&emulator, "PUT", "rules", &json!({"pair_seconds": null})).await;
    // What people write counts, too: Ada wrote a moment ago.
    let mut taken = 0;
    loop {
        let answer = send(&emulator, &text("x")).await;
        if answer.status != 200 {
            assert_eq!(code(&answer), 130_429);
            break;
        }
        taken += 1;
    }
    assert_eq!(taken, 79);
    advance(&emulator, 1).await;
    assert_eq!(send(&emulator, &text("x")).await.status, 200);
    control(&emulator, "PUT", "rules", &json!({"throughput": null})).await;
    for _ in 0..100 {
        assert_eq!(send(&emulator, &text("x")).await.status, 200);
    }
    emulator.stop().await;
}

#[tokio::test]
async fn templates_reach_so_many_people_a_day() {
    let emulator = frozen().await;
    control(&emulator, "PUT", "rules", &json!({"messaging_limit": 2})).await;
    let template = |to: &str| {
        json!({"messaging_product": "whatsapp", "to": to, "type": "template",
        "template": {"name": "hello_world", "language": {"code": "en_US"}}})
    };
    for (to, expected) in [
        // Ada's window is open.
        ("+15550001111", 200),
        ("+15550002222", 200),
        ("+15550003333", 200),
        ("+15550002222", 200),
        ("+15550004444", 400),
    ] {
        assert_eq!(send(&emulator, &template(to)).await.status, expected, "{to}");
    }
    assert_eq!(code(&send(&emulator, &template("+15550004444")).await), 131_048);
    advance(&emulator, 24 * 3600).await;
    assert_eq!(send(&emulator, &template("+15550004444")).await.status, 200);
    emulator.stop().await;
}

#[tokio::test]
async fn a_number_is_registered_ten_times_in_three_days() {
    let emulator = frozen().await;
    let path = format!("/v25.0/{NUMBER}/register");
    let body = json!({"messaging_product": "whatsapp", "pin": "123456"});
    for _ in 0..10 {
        assert_eq!(post(&emulator, &path, &body).await.status, 200);
    }
    assert_eq!(code(&post(&emulator, &path, &body).await), 133_016);
    advance(&emulator, 72 * 3600).await;
    assert_eq!(post(&emulator, &path, &body).await.status, 200);
    emulator.stop().await;
}

#[tokio::test]
async fn rules_are_named_and_a_test_number_writes_to_whom_it_may() {
    let emulator = frozen().await;
    let unknown = ask(&emulator, "PUT", "/_control/rules", &json!({"gravity": 1})).await;
    assert!(
        unknown.status == 400
            && unknown.json()["error"]["message"].as_str().unwrap().contains("gravity")
    );
    control(&emulator, "PUT", "rules", &json!({"recipients": ["15550002222"]})).await;
    assert_eq!(code(&send(&emulator, &text("x")).await), 131_030);
    let rules = control(&emulator, "PUT", "rules", &json!({"recipients": null})).await;
    assert_eq!((&rules["recipients"], &rules["throughput"]), (&Value::Null, &json!(80)));
    assert_eq!(send(&emulator, &text("x")).await.status, 200);
    assert_eq!(get(&emulator, "/_control/rules").await.json(), rules);
    emulator.stop().await;
}
