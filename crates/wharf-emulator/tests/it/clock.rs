//! The time in the world, moved by the control API.

use serde_json::{Value, json};

use crate::{
    http::{ask, control, frozen, get, send, text},
    receiver::Receiver,
};

#[tokio::test]
async fn a_webhook_nobody_takes_is_posted_for_a_day_and_a_half_in_no_time() {
    let emulator = frozen().await;
    let mut app = Receiver::start(&[500; 100]).await;
    emulator.set_webhook(&app.url, "wharf-dev-verify").await.unwrap();
    app.raw().await;
    control(&emulator, "POST", "clock/advance", &json!({"hours": 35})).await;
    let told = get(&emulator, "/_control/deliveries").await.json()["data"][0].clone();
    assert_eq!((&told["state"], &told["answer"]), (&json!("retrying"), &json!("HTTP 500")));
    let clock =
        control(&emulator, "POST", "clock/advance", &json!({"hours": 2, "minutes": 30})).await;
    assert_eq!(
        clock,
        json!({"now": 1_790_000_000 + 37 * 3600 + 1800, "micros": 0, "frozen": true})
    );
    let told = get(&emulator, "/_control/deliveries").await.json()["data"][0].clone();
    let attempts = told["attempts"].as_u64().unwrap();
    assert_eq!(told["state"], "dropped");
    assert!((40..50).contains(&attempts), "{attempts}");
    for _ in 1..attempts {
        app.raw().await;
    }
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn the_window_shuts_when_the_clock_says_so() {
    let emulator = frozen().await;
    let mut app = Receiver::start(&[]).await;
    emulator.set_webhook(&app.url, "wharf-dev-verify").await.unwrap();
    app.value().await;
    control(&emulator, "POST", "clock/set", &json!({"now": 1_790_000_000 + 24 * 3600})).await;
    send(&emulator, &text("too late")).await;
    assert_eq!(app.status().await["errors"][0]["code"], 131_047);
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn the_clock_is_stopped_and_let_go_and_never_runs_backwards() {
    let emulator = frozen().await;
    assert_eq!(get(&emulator, "/_control/clock").await.json()["frozen"], true);
    assert_eq!(control(&emulator, "POST", "clock/resume", &Value::Null).await["frozen"], false);
    for (path, body, says) in [
        ("set", json!({"now": 1_600_000_000}), "backwards"),
        ("set", json!({"now": 4_000_000_000_u64}), "ten years"),
        ("advance", json!({}), "how far"),
        ("advance", json!({"fortnights": 1}), "fortnights"),
        ("advance", json!({"days": u64::MAX}), "how far"),
    ] {
        let answer = ask(&emulator, "POST", &format!("/_control/clock/{path}"), &body).await;
        let message = answer.json()["error"]["message"].as_str().unwrap().to_owned();
        assert!((400..500).contains(&answer.status) && message.contains(says), "{body}: {message}");
    }
    emulator.stop().await;
}
