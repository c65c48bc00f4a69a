//! Another phone number: everything goes along, and the old one is nobody's.

use serde_json::{Value, json};

use super::{NEW, OLD, change, scene, script};
use crate::{
    flows::business::{message, survey},
    http::{NUMBER, code, control, frozen, get, post, send, text},
};

#[tokio::test]
async fn somebody_gets_another_number_and_takes_everything_along() {
    let (emulator, mut app) = scene().await;
    let before = get(&emulator, "/_control/users/15550001111").await.json();
    let blocks =
        json!({"messaging_product": "whatsapp", "block_users": [{"user": "+15550002222"}]});
    emulator.write("15550002222", "I am Grace").unwrap();
    app.value().await;
    let path = format!("/v25.0/{NUMBER}/block_users");
    assert_eq!(post(&emulator, &path, &blocks).await.status, 200);
    let after = change(&emulator, OLD, json!({"phone": "+1 (555) 000-7777"})).await;
    assert_eq!((&after["wa_id"], &after["windows"]), (&json!(NEW), &before["windows"]));
    assert_ne!(after["user_id"], before["user_id"]);
    assert_eq!(after["identity_key_hash"], before["identity_key_hash"]);

    let value = app.value().await;
    assert!(value.get("contacts").is_none(), "{value}");
    let note = &value["messages"][0];
    assert_eq!((&note["from"], &note["type"]), (&json!(OLD), &json!("system")));
    let system = json!({"type": "user_changed_number", "wa_id": NEW, "user_id": after["user_id"],
        "body": "User Ada changed from 15550001111 to 15550007777"});
    assert_eq!(note["system"], system);
    // An app that marks all it hears of as read need not tell this from a message.
    let read = json!({"messaging_product": "whatsapp", "status": "read", "message_id": note["id"]});
    assert_eq!(send(&emulator, &read).await.json(), json!({"success": true}));
    let update = app.of("user_id_update").await["user_id_update"][0].clone();
    let user_id = json!({"previous": before["user_id"], "current": after["user_id"]});
    assert_eq!((&update["user_id"], &update["wa_id"]), (&user_id, &json!(NEW)));

    // The window is open under the new number, and the chat is there; the old one is nobody's.
    let mut message = text("hello");
    message["to"] = "+15550007777".into();
    send(&emulator, &message).await;
    let sent = app.status().await;
    assert_eq!((&sent["status"], &sent["recipient_id"]), (&json!("sent"), &json!(NEW)));
    assert_eq!(sent["recipient_user_id"], after["user_id"]);
    assert_eq!(app.status().await["status"], "delivered");
    assert_eq!(app.status().await["status"], "read");
    let on_phone = get(&emulator, "/_control/users/15550007777/messages").await.json();
    assert_eq!(on_phone["data"].as_array().unwrap().len(), 2);
    send(&emulator, &text("hello?")).await;
    assert_eq!(app.status().await["errors"][0]["code"], 131_026);
    assert_eq!(get(&emulator, "/_control/users/15550001111").await.status, 404);
    let by_id = json!({"messaging_product": "whatsapp", "recipient": before["user_id"],
        "text": {"body": "you"}});
    assert_eq!(code(&send(&emulator, &by_id).await), 131_009);

    // Somebody whom the number has blocked is blocked still, and nothing is told of them.
    change(&emulator, "15550002222", json!({"phone": "+15550008888", "identity": true})).await;
    emulator.write("15550008888", "still Grace").unwrap();
    emulator.write(NEW, "bye").unwrap();
    assert_eq!(app.value().await["messages"][0]["from"], NEW);
    let blocked = get(&emulator, &path).await.json();
    assert_eq!(blocked["data"][0]["wa_id"], "15550008888", "{blocked}");
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn groups_and_permissions_to_call_go_along() {
    let (emulator, mut app) = scene().await;
    control(&emulator, "PUT", &format!("numbers/{NUMBER}"), &json!({"official": "APPROVED"})).await;
    app.next().await;
    let calling = json!({"calling": {"status": "ENABLED"}});
    assert_eq!(post(&emulator, &format!("/v25.0/{NUMBER}/settings"), &calling).await.status, 200);
    app.next().await;
    control(
        &emulator,
        "PUT",
        &format!("users/{OLD}/call_permission"),
        &json!({"allow": "permanent"}),
    )
    .await;
    app.value().await;
    let made = json!({"messaging_product": "whatsapp", "subject": "Tasting"});
    assert_eq!(post(&emulator, &format!("/v25.0/{NUMBER}/groups"), &made).await.status, 200);
    let made = app.of("group_lifecycle_update").await["groups"][0].clone();
    let invite = json!({"invite_link": made["invite_link"]});
    control(&emulator, "POST", &format!("users/{OLD}/groups"), &invite).await;
    app.of("group_participants_update").await;
    let message = json!({"messaging_product": "whatsapp", "recipient_type": "group",
        "to": made["group_id"], "type": "text", "text": {"body": "x"}});
    let written = json!({"type": "text", "text": {"body": "first"}, "group_id": made["group_id"]});
    control(&emulator, "POST", &format!("users/{OLD}/messages"), &written).await;
    app.value().await;

    change(&emulator, OLD, json!({"phone": NEW})).await;
    app.value().await;
    app.of("user_id_update").await;
    let path = format!("/v25.0/{}?fields=participants", made["group_id"].as_str().unwrap());
    assert_eq!(get(&emulator, &path).await.json()["participants"][0]["wa_id"], NEW);
    let permission =
        get(&emulator, &format!("/v25.0/{NUMBER}/call_permissions?user_wa_id={NEW}")).await.json();
    assert_eq!(permission["permission"]["status"], "permanent");
    assert_eq!(send(&emulator, &message).await.status, 200);
    assert_eq!(app.status().await["status"], "sent");
    assert_eq!(app.status().await["recipient_participant_id"], NEW);
    assert_eq!(app.status().await["status"], "read");
    let said = get(&emulator, "/_control/messages").await.json();
    assert!(!said.to_string().contains(OLD), "{said}");
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn whoever_comes_to_an_old_number_is_somebody_else() {
    let (emulator, mut app) = scene().await;
    let ada = get(&emulator, "/_control/users/15550001111").await.json();
    // What was sent to the number while nobody had it stays with it, in the order of time.
    let mut stray = text("anybody there?");
    stray["to"] = NEW.into();
    send(&emulator, &stray).await;
    assert_eq!(app.status().await["errors"][0]["code"], 131_026);
    change(&emulator, OLD, json!({"phone": NEW})).await;
    let bea = control(&emulator, "PUT", "users/15550001111", &json!({"name": "Bea"})).await;
    assert_ne!(bea["user_id"], ada["user_id"]);
    assert_ne!(bea["identity_key_hash"], ada["identity_key_hash"]);
    assert_eq!(bea["windows"], json!([]));
    let data = get(&emulator, "/_control/users/15550007777/messages").await.json();
    let said: Vec<_> =
        data["data"].as_array().unwrap().iter().map(|entry| entry["from"].clone()).collect();
    assert_eq!(said, ["person", "business"]);
    let nothing = get(&emulator, "/_control/users/15550001111/messages").await.json();
    assert_eq!(nothing, json!({"data": []}));
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn a_number_that_was_never_seen_is_not_told() {
    let (emulator, mut app) = scene().await;
    control(&emulator, "PUT", "users/15550001111", &json!({"phone_hidden": true})).await;
    let after = change(&emulator, OLD, json!({"phone": NEW})).await;
    let note = app.value().await;
    let update = app.of("user_id_update").await;
    let told = format!("{}{update}", note["messages"]);
    assert!(!told.contains(OLD) && !told.contains(NEW), "{told}");
    let system = &note["messages"][0]["system"];
    assert_eq!(
        (&system["type"], &system["user_id"]),
        (&json!("user_changed_user_id"), &after["user_id"])
    );
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn what_was_under_way_goes_on_under_the_new_number() {
    let (emulator, mut app) = scene().await;
    let form = json!({"name": "form", "categories": ["OTHER"], "publish": true,
        "flow_json": survey().to_string()});
    assert_eq!(post(&emulator, "/v25.0/200000000000001/flows", &form).await.status, 200);
    let mut form = message("", &json!({"flow_id": null, "flow_name": "form"}));
    form["to"] = OLD.into();
    assert_eq!(send(&emulator, &form).await.status, 200);
    control(&emulator, "POST", &format!("users/{OLD}/flow"), &json!({})).await;
    script(&emulator, json!([{"wait": 60}, {"type": "still me"}])).await;
    change(&emulator, OLD, json!({"phone": NEW})).await;
    let open = control(&emulator, "GET", &format!("users/{NEW}/flow"), &Value::Null).await;
    assert!(open.is_object(), "{open}");
    control(&emulator, "POST", "clock/advance", &json!({"minutes": 1})).await;
    let typed = loop {
        let body = app.next().await;
        let value = body["entry"][0]["changes"][0]["value"].clone();
        if value["messages"][0]["type"] == "text" {
            break value["messages"][0].clone();
        }
    };
    assert_eq!((&typed["from"], &typed["text"]["body"]), (&json!(NEW), &json!("still me")));
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn a_new_number_is_no_way_around_the_rates() {
    let emulator = frozen().await;
    let sends = async |to: &str| {
        let mut message = text("x");
        message["to"] = to.into();
        send(&emulator, &message).await
    };
    for _ in 0..45 {
        assert_eq!(sends(OLD).await.status, 200);
    }
    assert_eq!(code(&sends(OLD).await), 131_056);
    change(&emulator, OLD, json!({"phone": NEW})).await;
    assert_eq!(code(&sends(NEW).await), 131_056);
    // One person is one person of those who may be reached outside their window.
    control(&emulator, "PUT", "rules", &json!({"messaging_limit": 1})).await;
    let greeting = |to: &str| {
        json!({"messaging_product": "whatsapp", "to": to, "type": "template",
            "template": {"name": "hello_world", "language": {"code": "en_US"}}})
    };
    assert_eq!(send(&emulator, &greeting("15550002222")).await.status, 200);
    change(&emulator, "15550002222", json!({"phone": "15550008888"})).await;
    assert_eq!(code(&send(&emulator, &greeting("15550003333")).await), 131_048);
    assert_eq!(send(&emulator, &greeting("15550008888")).await.status, 200);
    emulator.stop().await;
}
