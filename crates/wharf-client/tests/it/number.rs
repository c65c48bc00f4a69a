use wharf_client::{AccessToken, Class, Client, Kind, Upload};
use wharf_model::{
    id::{MessageId, PhoneNumberId},
    message::{Buttons, Text},
    number::GetNumber,
};

use crate::server::{SENT, Seen, Server, json};

fn id() -> PhoneNumberId {
    PhoneNumberId::new("1").unwrap()
}

fn body(seen: &Seen) -> serde_json::Value {
    serde_json::from_slice(&seen.body).unwrap()
}

#[tokio::test]
async fn a_text_goes_out_as_the_platform_wants_it() {
    let server = Server::start(vec![json("200 OK", SENT)]).await;
    let number = server.client().number(id());
    let sent =
        number.send("+1 (555) 000-1111", Text::new("hello").preview_url(true)).await.unwrap();
    assert_eq!(sent.id().unwrap().as_str(), "wamid.A");
    let quoted = MessageId::new("wamid.Q").unwrap();
    number.reply("15550001111", &quoted, "hi").await.unwrap();

    let [text, reply] = &server.seen()[..] else { panic!("two requests") };
    assert_eq!(text.line, "POST /v25.0/1/messages HTTP/1.1");
    assert_eq!(
        body(text),
        serde_json::json!({
            "messaging_product": "whatsapp", "recipient_type": "individual", "to": "+15550001111",
            "type": "text", "text": {"body": "hello", "preview_url": true},
        })
    );
    assert_eq!(body(reply)["context"]["message_id"], "wamid.Q");
    assert_eq!(body(reply)["to"], "+15550001111");
}

/// Handlers of web frameworks ask for this.
#[test]
fn calls_can_move_between_threads() {
    fn moves<T: Send>(_call: T) {}
    let client = Client::new(AccessToken::new("t").unwrap());
    let number = client.number(id());
    let message = MessageId::new("wamid.M").unwrap();
    let body = http_body_util::Full::new(bytes::Bytes::new());
    moves(number.send("+15550001111", "hi"));
    moves(number.typing(&message));
    moves(number.upload(Upload::bytes("image/png", "a.png", "x")));
    moves(client.call(&GetNumber { number: id(), fields: Vec::new() }));
    moves(client.attempt_send("v25.0", number.id(), "{}".into()));
    moves(client.forward(http::Request::new(body)));
    moves(client.clone());
}

#[tokio::test]
async fn every_broken_limit_is_named_before_anything_is_sent() {
    let server = Server::start(vec![json("200 OK", SENT)]).await;
    let number = server.client().number(id());
    let buttons =
        || Buttons::new("").reply("a", "much too long for the title of a button").reply("a", "");
    let error = number.send("+15550001111", buttons()).await.unwrap_err();
    let Kind::Invalid(violations) = error.kind() else { panic!("{error:?}") };
    assert!(violations.len() >= 3, "{violations:?}");
    for violation in violations {
        assert!(error.to_string().contains(&violation.path), "{error}");
    }
    assert_eq!(error.class(), Class::Refused);
    let error = number.send("alice", "hi").await.unwrap_err();
    assert!(matches!(error.kind(), Kind::Argument { .. }), "{error:?}");
    assert!(server.seen().is_empty());

    number.unchecked().send("alice", buttons()).await.unwrap();
    assert_eq!(body(&server.seen()[0])["to"], "alice");
}

#[tokio::test]
async fn receipts_and_pins_go_to_their_edges() {
    let server = Server::start(vec![json("200 OK", r#"{"success":true}"#)]).await;
    let number = server.client().number(id());
    let message = MessageId::new("wamid.M").unwrap();
    number.mark_read(&message).await.unwrap();
    number.typing(&message).await.unwrap();
    number.set_pin("123456").await.unwrap();
    number.register("123456").await.unwrap();
    let error = number.set_pin("12345").await.unwrap_err();
    assert!(error.to_string().contains("six digits"), "{error}");

    let seen = server.seen();
    let lines: Vec<_> = seen.iter().map(|seen| seen.line.as_str()).collect();
    assert_eq!(
        lines,
        [
            "POST /v25.0/1/messages HTTP/1.1",
            "POST /v25.0/1/messages HTTP/1.1",
            "POST /v25.0/1 HTTP/1.1",
            "POST /v25.0/1/register HTTP/1.1",
        ]
    );
    assert_eq!(body(&seen[0])["status"], "read");
    assert_eq!(body(&seen[1])["typing_indicator"]["type"], "text");
    assert_eq!(body(&seen[2]), serde_json::json!({"pin": "123456"}));
}

#[tokio::test]
async fn what_was_not_done_is_an_error() {
    let server = Server::start(vec![json("200 OK", r#"{"success":false}"#)]).await;
    let error = server.client().number(id()).set_pin("123456").await.unwrap_err();
    assert!(matches!(error.kind(), Kind::Undone), "{error:?}");
}

#[tokio::test]
async fn a_number_tells_about_itself() {
    let reply = r#"{"verified_name":"Shop","quality_rating":"GREEN","id":"1"}"#;
    let server = Server::start(vec![json("200 OK", reply)]).await;
    let info = server.client().number(id()).info().await.unwrap();
    assert_eq!(info.verified_name.as_deref(), Some("Shop"));
    let line = &server.seen()[0].line;
    assert!(line.starts_with("GET /v25.0/1?fields=id,display_phone_number,"), "{line}");
}
