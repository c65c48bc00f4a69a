//! The whole world to a file and back.

use serde_json::{Value, json};

use crate::http::{NUMBER, ask, call, control, emulator, frozen, get, post, send, text};

#[tokio::test]
async fn ids_are_others_after_a_reset() {
    let emulator = emulator().await;
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..3 {
        let written = json!({"type": "text", "text": {"body": "hi"}});
        let said = control(&emulator, "POST", "users/15550001111/messages", &written).await;
        let sent = send(&emulator, &text("hello")).await.json();
        for id in [&said["id"], &sent["messages"][0]["id"]] {
            assert!(seen.insert(id.as_str().unwrap().to_owned()), "{id} is there twice");
        }
        control(&emulator, "POST", "reset", &Value::Null).await;
    }
    emulator.stop().await;
}

#[tokio::test]
async fn a_world_that_stands_still_is_the_same_when_it_is_put_back() {
    let emulator = emulator().await;
    control(&emulator, "POST", "clock/freeze", &Value::Null).await;
    let first = get(&emulator, "/_control/snapshot").await.body;
    let url = format!("{}/_control/snapshot", emulator.url());
    assert_eq!(call("PUT", &url, &[], first.clone()).await.status, 200);
    assert_eq!(get(&emulator, "/_control/snapshot").await.body, first);
    emulator.stop().await;
}

#[tokio::test]
async fn a_world_comes_back_byte_for_byte_and_goes_on_as_it_would_have() {
    let first = frozen().await;
    send(&first, &text("hello")).await;
    first.write("15550001111", "hi").unwrap();
    control(&first, "PUT", "faults", &json!({"faults": [{"fault": "late", "rate": 0.3}]})).await;
    group_and_call(&first).await;
    control(&first, "POST", "clock/advance", &json!({"milliseconds": 1_234})).await;
    send(&first, &text("caffè 😀")).await;
    let snapshot = get(&first, "/_control/snapshot").await.body;

    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("world.json");
    std::fs::write(&file, &snapshot).unwrap();
    let second = emulator().await;
    let url = format!("{}/_control/snapshot", second.url());
    let put = call("PUT", &url, &[], std::fs::read(&file).unwrap()).await;
    assert_eq!(put.status, 200, "{put:?}");
    assert_eq!(get(&second, "/_control/snapshot").await.body, snapshot);
    assert_eq!(
        get(&second, "/_control/clock").await.json(),
        get(&first, "/_control/clock").await.json()
    );

    let goes_on = text("what comes next");
    assert_eq!(send(&first, &goes_on).await.body, send(&second, &goes_on).await.body);
    let deliveries = "/_control/deliveries";
    assert_eq!(get(&first, deliveries).await.body, get(&second, deliveries).await.body);
    first.stop().await;
    second.stop().await;
}

/// A group in which something was said, and a call that rings.
async fn group_and_call(emulator: &wharf_emulator::Emulator) {
    let number = format!("/v25.0/{NUMBER}");
    control(emulator, "PUT", &format!("numbers/{NUMBER}"), &json!({"official": "APPROVED"})).await;
    let group = json!({"messaging_product": "whatsapp", "subject": "Tasting"});
    post(emulator, &format!("{number}/groups"), &group).await;
    let group = control(emulator, "GET", "groups", &Value::Null).await["data"][0].clone();
    let link = json!({"invite_link": group["invite_link"]});
    control(emulator, "POST", "users/15550001111/groups", &link).await;
    let message = json!({"type": "text", "text": {"body": "hi"}, "group_id": group["id"]});
    control(emulator, "POST", "users/15550001111/messages", &message).await;
    let calling = json!({"calling": {"status": "ENABLED"}});
    post(emulator, &format!("{number}/settings"), &calling).await;
    control(emulator, "POST", "users/15550001111/calls", &json!({})).await;
    let calls = control(emulator, "GET", "calls", &Value::Null).await;
    assert_eq!(calls["data"][0]["stage"], "ringing");
}

#[tokio::test]
async fn what_the_platform_has_in_mind_is_in_the_snapshot() {
    let first = frozen().await;
    let waba = "/v25.0/200000000000001";
    let made = json!({"name": "made", "language": "en_US", "category": "MARKETING",
        "components": [{"type": "BODY", "text": "Hello"}]});
    post(&first, &format!("{waba}/message_templates"), &made).await;
    let number = "numbers/100000000000001";
    for (path, body) in [
        ("templates/made", json!({"event": "APPROVED"})),
        ("templates/made", json!({"pacing": 0, "blocks": 1})),
        ("templates/made", json!({"correct_category": "UTILITY"})),
        ("templates/order_update", json!({"event": "REJECTED", "after_seconds": 7})),
        ("templates/hello_world", json!({"quality": "RED"})),
        (number, json!({"throughput": "HIGH"})),
        (
            "account",
            json!({"event": "ACCOUNT_RESTRICTION", "with": {"restriction_info": [{"restriction_type": "RESTRICTED_UTILITY_TEMPLATES"}]}}),
        ),
        (
            "template_sources/9",
            json!([{"id": "1", "name": "a", "language": "de", "category": "UTILITY", "components": [{"type": "BODY", "text": "x"}]}]),
        ),
    ] {
        control(&first, "PUT", path, &body).await;
    }
    for (path, body) in [
        (format!("{waba}/template_groups"), json!({"name": "All"})),
        (format!("{waba}/assigned_users"), json!({"user": "1", "tasks": ["MANAGE"]})),
        (
            format!("{waba}/phone_numbers"),
            json!({"phone_number": "+15550000002", "verified_name": "Tea"}),
        ),
    ] {
        assert_eq!(post(&first, &path, &body).await.status, 200, "{path}");
    }
    control(&first, "POST", "clock/advance", &json!({"minutes": 2})).await;
    let held = json!({"messaging_product": "whatsapp", "to": "+15550001111", "type": "template",
        "template": {"name": "made", "language": {"code": "en_US"}}});
    let sent = send(&first, &held).await.json();
    assert_eq!(sent["messages"][0]["message_status"], "held_for_quality_assessment");

    let second = emulator().await;
    let snapshot = get(&first, "/_control/snapshot").await.body;
    let url = format!("{}/_control/snapshot", second.url());
    assert_eq!(call("PUT", &url, &[], snapshot.clone()).await.status, 200);
    assert_eq!(get(&second, "/_control/snapshot").await.body, snapshot);
    // Both go on alike: what is held is let go, what is paused comes back, the category changes.
    for emulator in [&first, &second] {
        control(emulator, "POST", "clock/advance", &json!({"hours": 25})).await;
    }
    let node = get(&second, "/_control/templates").await;
    assert_eq!(get(&first, "/_control/templates").await.body, node.body);
    assert!(node.json().to_string().contains("\"previous_category\":\"MARKETING\""), "{node:?}");
    assert_eq!(
        get(&first, "/_control/snapshot").await.body,
        get(&second, "/_control/snapshot").await.body
    );
    first.stop().await;
    second.stop().await;
}

#[tokio::test]
async fn a_test_takes_a_world_along_and_lets_days_pass() {
    let first = frozen().await;
    send(&first, &text("hello")).await;
    first.advance(std::time::Duration::from_hours(48)).await;
    let second = emulator().await;
    second.restore(&first.snapshot().unwrap()).unwrap();
    assert_eq!(second.snapshot().unwrap(), first.snapshot().unwrap());
    let said = get(&second, "/_control/messages").await.json();
    let said: Vec<_> =
        said["data"].as_array().unwrap().iter().map(|entry| entry["from"].clone()).collect();
    assert_eq!(said, ["person", "business"]);
    let broken = second.restore(b"{}").unwrap_err();
    assert!(matches!(broken.kind(), wharf_emulator::ErrorKind::Snapshot(_)), "{broken}");
    first.stop().await;
    second.stop().await;
}

#[tokio::test]
async fn what_is_no_snapshot_changes_nothing() {
    let emulator = frozen().await;
    let before = get(&emulator, "/_control/snapshot").await.body;
    let mut unknown: Value = serde_json::from_slice(&before).unwrap();
    unknown["world"]["weather"] = json!("fine");
    for (body, says) in [
        (json!({}), "wharf_emulator_snapshot: is required"),
        (json!({"wharf_emulator_snapshot": 99}), "version 99"),
        (json!("x"), "no snapshot"),
        (unknown, "weather"),
    ] {
        let answer = ask(&emulator, "PUT", "/_control/snapshot", &body).await;
        let message = answer.json()["error"]["message"].as_str().unwrap().to_owned();
        assert!(answer.status == 400 && message.contains(says), "{message}");
    }
    assert_eq!(get(&emulator, "/_control/snapshot").await.body, before);
    emulator.stop().await;
}

#[tokio::test]
async fn a_reset_world_begins_again() {
    let emulator = frozen().await;
    let first = send(&emulator, &text("x")).await.json();
    control(&emulator, "PUT", "rules", &json!({"throughput": 1})).await;
    control(&emulator, "POST", "reset", &Value::Null).await;
    assert_eq!(get(&emulator, "/_control/rules").await.json()["throughput"], 80);
    let on_phone = get(&emulator, "/_control/users/15550001111/messages").await.json();
    assert_eq!(on_phone["data"].as_array().unwrap().len(), 1);
    // Whoever remembers ids must not take this message for the first.
    assert_ne!(send(&emulator, &text("x")).await.json(), first);
    assert_eq!(post(&emulator, "/_control/reset", &json!(null)).await.status, 200);
    emulator.stop().await;
}
