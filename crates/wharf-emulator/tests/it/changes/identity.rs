//! Another identity key: told and checked by numbers that want it.

use serde_json::json;

use super::{OLD, change, check_identity, scene, script, send_to};
use crate::http::{control, get, send, text};

#[tokio::test]
async fn an_identity_key_is_told_and_checked_where_the_number_wants_it() {
    let (emulator, mut app) = scene().await;
    let first = get(&emulator, "/_control/users/15550001111").await.json()["identity_key_hash"]
        .as_str()
        .unwrap()
        .to_owned();
    // Switched off, nothing is told, and nothing is checked.
    let second = change(&emulator, OLD, json!({"identity": true})).await;
    let second = second["identity_key_hash"].as_str().unwrap().to_owned();
    assert_ne!(first, second);
    emulator.write(OLD, "new phone").unwrap();
    assert!(app.value().await["contacts"][0].get("identity_key_hash").is_none());
    send_to(&emulator, &first).await;
    for status in ["sent", "delivered", "read"] {
        let told = app.status().await;
        assert_eq!(told["status"], status);
        assert!(told.get("recipient_identity_key_hash").is_none(), "{told}");
    }

    check_identity(&emulator, true).await;
    emulator.write(OLD, "me").unwrap();
    assert_eq!(app.value().await["contacts"][0]["identity_key_hash"], second);
    send_to(&emulator, &first).await;
    let failed = app.status().await;
    assert_eq!(
        (&failed["status"], &failed["errors"][0]["code"]),
        (&json!("failed"), &json!(137_000))
    );
    let mut wanted = text("your statement");
    wanted["recipient_identity_key_hash"] = json!(second);
    for message in [wanted, text("whoever you are")] {
        send(&emulator, &message).await;
        for status in ["sent", "delivered", "read"] {
            let told = app.status().await;
            assert_eq!(told["status"], status);
            assert_eq!(told["recipient_identity_key_hash"], second);
        }
    }

    let third =
        change(&emulator, OLD, json!({"identity": true})).await["identity_key_hash"].clone();
    let value = app.value().await;
    let message = &value["messages"][0];
    assert_eq!(message["system"]["type"], "customer_identity_changed");
    assert_eq!((&message["system"]["identity"], &message["identity"]["hash"]), (&third, &third));
    assert_eq!(message["identity"]["acknowledged"], false);
    assert_eq!(
        (&value["contacts"][0]["identity_key_hash"], &message["from"]),
        (&third, &json!(OLD))
    );
    send_to(&emulator, &second).await;
    assert_eq!(app.status().await["errors"][0]["code"], 137_000);
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn a_key_that_changes_while_a_message_waits_stops_it() {
    let (emulator, mut app) = scene().await;
    check_identity(&emulator, true).await;
    let ada = control(&emulator, "PUT", "users/15550001111", &json!({"reachable": false})).await;
    send_to(&emulator, ada["identity_key_hash"].as_str().unwrap()).await;
    assert_eq!(app.status().await["status"], "sent");
    change(&emulator, OLD, json!({"identity": true})).await;
    app.value().await;
    control(&emulator, "PUT", "users/15550001111", &json!({"reachable": true})).await;
    assert_eq!(app.status().await["errors"][0]["code"], 137_000);
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn what_has_arrived_is_read_with_whatever_key() {
    let (emulator, mut app) = scene().await;
    check_identity(&emulator, true).await;
    let ada = control(&emulator, "PUT", "users/15550001111", &json!({"reads": false})).await;
    send_to(&emulator, ada["identity_key_hash"].as_str().unwrap()).await;
    assert_eq!(app.status().await["status"], "sent");
    assert_eq!(app.status().await["status"], "delivered");
    change(&emulator, OLD, json!({"identity": true})).await;
    app.value().await;
    script(&emulator, json!(["read"])).await;
    assert_eq!(app.status().await["status"], "read");
    emulator.stop().await;
    app.stop().await;
}
