//! What the app is told.

use serde_json::{Value, json};
use wharf_emulator::ErrorKind;

use crate::{
    http::{ADA, GRACE, control, emulator, frozen, post, send},
    receiver::Receiver,
};

fn text(to: &str, body: &str) -> Value {
    json!({"messaging_product": "whatsapp", "to": to, "type": "text", "text": {"body": body}, "biz_opaque_callback_data": "mine"})
}

#[tokio::test]
async fn statuses_of_a_message_come_signed_and_in_order() {
    let emulator = emulator().await;
    let mut app = Receiver::start(&[]).await;
    emulator.set_webhook(&app.url, "wharf-dev-verify").await.unwrap();
    // Ada wrote before anybody listened: that waited.
    let value = app.value().await;
    assert_eq!(value["messages"][0]["from"], "15550001111");
    assert_eq!(value["contacts"][0]["profile"]["name"], "Ada");

    let id = send(&emulator, &text(ADA, "hello")).await.json()["messages"][0]["id"].clone();
    for progress in ["sent", "delivered", "read"] {
        let status = app.status().await;
        assert_eq!((&status["status"], &status["id"]), (&json!(progress), &id));
        assert_eq!(
            (&status["recipient_id"], &status["biz_opaque_callback_data"]),
            (&json!("15550001111"), &json!("mine"))
        );
        assert_eq!(status["pricing"].is_object(), progress != "read");
        assert!(status["timestamp"].is_string());
    }
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn what_cannot_arrive_is_accepted_and_fails_later() {
    let emulator = emulator().await;
    let mut app = Receiver::start(&[]).await;
    emulator.set_webhook(&app.url, "wharf-dev-verify").await.unwrap();
    app.value().await;
    let reaction = json!({"messaging_product": "whatsapp", "to": ADA, "type": "reaction", "reaction": {"message_id": "wamid.X", "emoji": "👍"}});
    for (message, code) in
        [(text(GRACE, "x"), 131_047), (text("+15559999999", "x"), 131_026), (reaction, 131_009)]
    {
        let answer = send(&emulator, &message).await;
        assert_eq!(answer.status, 200, "{answer:?}");
        let value = app.value().await;
        let status = &value["statuses"][0];
        assert_eq!(
            (&status["status"], &status["errors"][0]["code"]),
            (&json!("failed"), &json!(code))
        );
        assert!(
            status["errors"][0]["title"].is_string()
                && status["errors"][0]["error_data"]["details"].is_string()
        );
        assert!(value.get("contacts").is_none());
    }
    // A template works outside the window, and she can answer.
    let template = json!({"messaging_product": "whatsapp", "to": GRACE, "type": "template", "template": {"name": "hello_world", "language": {"code": "en_US"}}});
    assert_eq!(
        send(&emulator, &template).await.json()["messages"][0]["message_status"],
        "accepted"
    );
    for progress in ["sent", "delivered", "read"] {
        assert_eq!(app.status().await["status"], progress);
    }
    emulator.write("15550002222", "Hello!").unwrap();
    app.value().await;
    send(&emulator, &text(GRACE, "now it arrives")).await;
    assert_eq!(app.status().await["status"], "sent");
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn the_bytes_are_the_platforms_own_spelling() {
    let emulator = emulator().await;
    let mut app = Receiver::start(&[]).await;
    emulator.set_webhook(&app.url, "wharf-dev-verify").await.unwrap();
    app.value().await;
    emulator.write("15550001111", "caffè a/b 😀").unwrap();
    let (_, body) = app.raw().await;
    let body = String::from_utf8(body.to_vec()).unwrap();
    assert!(body.contains(r"caff\u00e8 a\/b \ud83d\ude00"), "{body}");
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn a_webhook_is_repeated_until_exactly_200() {
    let emulator = frozen().await;
    let mut app = Receiver::start(&[500, 202]).await;
    emulator.set_webhook(&app.url, "wharf-dev-verify").await.unwrap();
    control(&emulator, "POST", "clock/advance", &json!({"minutes": 1})).await;
    let (first, second, third) = (app.next().await, app.next().await, app.next().await);
    assert_eq!((&first, &second), (&second, &third));
    // After the 200 it is over: the next one is something else.
    emulator.write("15550001111", "second").unwrap();
    assert_eq!(app.value().await["messages"][0]["text"]["body"], "second");
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn a_webhook_that_does_not_answer_the_handshake_is_not_registered() {
    let emulator = emulator().await;
    let app = Receiver::start(&[]).await;
    let kind = |outcome: Result<(), wharf_emulator::Error>| outcome.unwrap_err().kind().clone();
    let wrong = kind(emulator.set_webhook(&app.url, "wrong").await);
    assert!(matches!(&wrong, ErrorKind::Handshake(what) if what.contains("403")), "{wrong:?}");
    let nobody = kind(emulator.set_webhook("http://127.0.0.1:1/webhook", "x").await);
    assert!(matches!(nobody, ErrorKind::Handshake(_)), "{nobody:?}");
    for url in ["https://example.com", "webhook", ""] {
        assert!(matches!(kind(emulator.set_webhook(url, "x").await), ErrorKind::Url(_)), "{url}");
    }
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn the_same_seed_gives_the_same_ids() {
    let mut ids = Vec::new();
    for _ in 0..2 {
        let emulator = emulator().await;
        let answer = post(&emulator, "/v16.0/100000000000001/messages", &text(ADA, "hello")).await;
        ids.push(answer.json()["messages"][0]["id"].clone());
        emulator.stop().await;
    }
    assert_eq!(ids[0], ids[1]);
}
