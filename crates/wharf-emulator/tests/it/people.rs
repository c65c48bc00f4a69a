//! People: what they are like, and what they do by themselves.

use serde_json::{Value, json};
use wharf_emulator::Emulator;

use crate::{
    http::{ADA, ask, code, control, frozen, get, post, send, text},
    receiver::Receiver,
};

async fn scene() -> (Emulator, Receiver) {
    let emulator = frozen().await;
    let mut app = Receiver::start(&[]).await;
    emulator.set_webhook(&app.url, "wharf-dev-verify").await.unwrap();
    app.value().await;
    (emulator, app)
}

async fn script(emulator: &Emulator, steps: Value) {
    control(emulator, "PUT", "users/15550001111/script", &json!({"steps": steps})).await;
}

#[tokio::test]
async fn somebody_answers_by_script_as_a_person_would() {
    let (emulator, mut app) = scene().await;
    script(&emulator, json!([
        "await", {"wait": 2}, "read", {"tap": 1}, {"react": "👍"}, {"type": "helo"}, {"edit": "hello"},
        {"send": {"type": "location", "location": {"latitude": 1.5, "longitude": 2.5}}}, "revoke"
    ]))
    .await;
    let buttons = json!({"messaging_product": "whatsapp", "to": ADA, "type": "interactive", "interactive": {
        "type": "button", "body": {"text": "Yes?"}, "action": {"buttons": [
            {"type": "reply", "reply": {"id": "y", "title": "Yes"}}, {"type": "reply", "reply": {"id": "n", "title": "No"}}]}}});
    let id = send(&emulator, &buttons).await.json()["messages"][0]["id"].clone();
    assert_eq!(app.status().await["status"], "sent");
    assert_eq!(app.status().await["status"], "delivered");
    control(&emulator, "POST", "clock/advance", &json!({"seconds": 2})).await;
    assert_eq!(app.status().await["status"], "read");
    let tapped = app.value().await["messages"][0].clone();
    assert_eq!(
        (&tapped["interactive"]["button_reply"]["id"], &tapped["context"]["id"]),
        (&json!("n"), &id)
    );
    let reaction = app.value().await["messages"][0].clone();
    assert_eq!(reaction["reaction"], json!({"message_id": id, "emoji": "👍"}));
    let typed = app.value().await["messages"][0].clone();
    let edit = app.value().await["messages"][0].clone();
    assert_eq!(
        (
            &edit["type"],
            &edit["edit"]["original_message_id"],
            &edit["edit"]["message"]["text"]["body"]
        ),
        (&json!("edit"), &typed["id"], &json!("hello"))
    );
    let place = app.value().await["messages"][0].clone();
    let revoked = app.value().await["messages"][0].clone();
    assert_eq!(
        (&revoked["type"], &revoked["revoke"]["original_message_id"]),
        (&json!("revoke"), &place["id"])
    );
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn a_script_that_cannot_go_on_says_why() {
    let (emulator, app) = scene().await;
    script(&emulator, json!([{"tap": 0}, {"type": "never"}])).await;
    let stopped = get(&emulator, "/_control/users/15550001111/script").await.json();
    assert!(stopped["problem"].as_str().unwrap().contains("tap"), "{stopped}");
    for (steps, says) in [
        (json!([{"dance": 1}]), "dance"),
        (json!([{"wait": -1}]), "steps[0].wait"),
        (json!([{"send": {"type": "text", "colour": 1}}]), "colour"),
    ] {
        let body = json!({"steps": steps});
        let answer = ask(&emulator, "PUT", "/_control/users/15550001111/script", &body).await;
        let message = answer.json()["error"]["message"].as_str().unwrap().to_owned();
        assert!((400..500).contains(&answer.status) && message.contains(says), "{body}: {message}");
    }
    let endless = json!({"steps": ["read"], "repeat": true});
    assert_eq!(
        ask(&emulator, "PUT", "/_control/users/15550001111/script", &endless).await.status,
        400
    );
    assert_eq!(
        ask(&emulator, "PUT", "/_control/users/19990001111/script", &json!({"steps": []}))
            .await
            .status,
        404
    );
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn an_echo_goes_on_for_ever() {
    let (emulator, mut app) = scene().await;
    let body = json!({"steps": ["await", {"type": "got it"}], "repeat": true});
    control(&emulator, "PUT", "users/15550001111/script", &body).await;
    for _ in 0..3 {
        send(&emulator, &text("hello")).await;
        app.status().await;
        app.status().await;
        assert_eq!(app.value().await["messages"][0]["text"]["body"], "got it");
    }
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn people_opt_out_block_hide_their_number_and_have_a_name() {
    let (emulator, mut app) = scene().await;
    let path = "/v25.0/200000000000001/message_templates";
    let offer = json!({"name": "offer", "language": "en_US", "category": "MARKETING",
        "components": [{"type": "BODY", "text": "Half price!"}]});
    assert_eq!(post(&emulator, path, &offer).await.status, 200);
    control(&emulator, "PUT", "templates/offer", &json!({"event": "APPROVED"})).await;
    app.next().await;
    control(&emulator, "PUT", "users/15550001111", &json!({"opted_out": true})).await;
    let body = app.next().await;
    let change = &body["entry"][0]["changes"][0];
    assert_eq!(
        (&change["field"], &change["value"]["user_preferences"][0]["value"]),
        (&json!("user_preferences"), &json!("stop"))
    );
    let template = |name: &str| {
        json!({"messaging_product": "whatsapp", "to": ADA, "type": "template",
        "template": {"name": name, "language": {"code": "en_US"}}})
    };
    send(&emulator, &template("offer")).await;
    assert_eq!(app.status().await["errors"][0]["code"], 131_050);
    send(&emulator, &template("hello_world")).await;
    assert_eq!(app.status().await["status"], "sent");
    app.status().await;
    app.status().await;

    control(
        &emulator,
        "PUT",
        "users/15550001111",
        &json!({"phone_hidden": true, "username": "ada.l"}),
    )
    .await;
    emulator.write("15550001111", "guess who").unwrap();
    let value = app.value().await;
    assert_eq!(value["contacts"][0]["profile"]["username"], "ada.l");
    assert!(
        value["contacts"][0].get("wa_id").is_none() && value["messages"][0].get("from").is_none()
    );
    let user = value["messages"][0]["from_user_id"].clone();
    let by_id =
        json!({"messaging_product": "whatsapp", "recipient": user, "text": {"body": "you"}});
    let sent = send(&emulator, &by_id).await.json();
    assert_eq!((&sent["contacts"][0]["user_id"], sent["contacts"][0].get("wa_id")), (&user, None));
    for _ in 0..3 {
        assert_eq!(app.status().await["recipient_user_id"], user);
    }

    control(&emulator, "PUT", "users/15550001111", &json!({"blocks": true})).await;
    send(&emulator, &text("x")).await;
    assert_eq!(app.status().await["status"], "sent");
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn in_three_countries_people_are_known_by_other_digits() {
    let (emulator, mut app) = scene().await;
    let person = control(&emulator, "PUT", "users/+525512345678", &json!({"name": "Mía"})).await;
    assert_eq!(person["wa_id"], "5215512345678");
    emulator.write("5215512345678", "hola").unwrap();
    assert_eq!(app.value().await["messages"][0]["from"], "5215512345678");
    let message = json!({"messaging_product": "whatsapp", "to": "+52 55 1234 5678", "text": {"body": "hola"}});
    let sent = send(&emulator, &message).await.json();
    assert_eq!(sent["contacts"][0], json!({"input": "+52 55 1234 5678", "wa_id": "5215512345678"}));
    assert_eq!(app.status().await["recipient_id"], "5215512345678");
    assert_eq!(
        code(&send(&emulator, &json!({"messaging_product": "whatsapp", "to": "x"})).await),
        131_008
    );
    emulator.stop().await;
    app.stop().await;
}
