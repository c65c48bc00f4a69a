//! Answers that are none of the platform's: the error says what they are.

use wharf_client::Class;
use wharf_model::{id::PhoneNumberId, media::MediaNode};

use crate::server::{Reply, Server, answer, json as says};

fn number() -> PhoneNumberId {
    PhoneNumberId::new("1").unwrap()
}

/// What a read, a send and an attempt to send say of such an answer.
async fn texts(reply: Reply) -> [String; 3] {
    let server = Server::start(vec![reply]).await;
    let client = server.client();
    let number = client.number(number());
    let read = number.info().await.unwrap_err();
    let send = number.send("+15550001111", "hello").await.unwrap_err();
    let attempt = client.attempt_send("v25.0", number.id(), "{}".into()).await;
    assert_eq!(server.seen().len(), 3, "nothing is followed or tried again");
    assert_eq!((read.class(), send.class()), (attempt.class, attempt.class));
    [read.to_string(), send.to_string(), attempt.problem.unwrap()]
}

#[tokio::test]
async fn a_redirect_is_called_one_and_says_where_to_and_the_usual_slip() {
    for (location, to) in [
        (
            "location: https://example.org/v25.0/1?access_token=x",
            "a redirect to https://example.org,",
        ),
        (
            "location: https://me:pw@example.org:444/private",
            "a redirect to https://example.org:444,",
        ),
        ("location: /elsewhere?private", "a redirect to another path of the same host,"),
        ("x: y", "a redirect to nowhere,"),
    ] {
        for status in ["301 Moved Permanently", "302 Found", "307 Temporary Redirect"] {
            for text in texts(answer(status, &[location], b"<html>")).await {
                assert!(
                    text.contains(to) && text.contains("http:// was written for https://"),
                    "{text}"
                );
                for private in ["access_token", "private", "pw"] {
                    assert!(!text.contains(private), "{text}");
                }
            }
        }
    }
    // The platform's own error is one, whatever the status.
    let refusal = r#"{"error":{"message":"no","code":100}}"#;
    let server = Server::start(vec![says("302 Found", refusal)]).await;
    let error = server.client().number(number()).info().await.unwrap_err();
    assert_eq!((error.class(), error.code()), (Class::Refused, Some(100)));
}

#[tokio::test]
async fn an_answer_that_is_too_long_or_has_no_end_is_called_so() {
    let spaces = vec![b' '; 8 * 1024 * 1024 + 1];
    let endless = [b"HTTP/1.1 200 OK\r\n\r\n".as_slice(), &spaces].concat();
    for reply in [
        answer("200 OK", &[], &spaces),
        answer("500 Oh", &[], &spaces),
        Reply::BytesThenSilence(endless),
    ] {
        for text in texts(reply).await {
            assert!(text.contains("it is longer than 8388608 bytes"), "{text}");
            assert!(!text.contains("JSON"), "{text}");
        }
    }
}

#[tokio::test]
async fn a_file_that_is_refused_at_length_is_called_so() {
    let page = vec![b'x'; 100_000];
    let server = Server::start(vec![answer("500 Oh", &[], &page)]).await;
    let node = MediaNode::new(
        wharf_model::id::MediaId::new("1").unwrap(),
        format!("{}/f", server.url),
        "image/png".to_owned(),
        String::new(),
        0,
    );
    let error = server.client().download(&node).await.unwrap_err();
    assert!(error.to_string().contains("longer than 65536 bytes"), "{error}");
}

#[tokio::test]
async fn how_long_to_wait_is_said() {
    for body in [
        "slow down",
        r#"{"error":{"message":"no","code":130429}}"#,
        r#"{"error":{"message":"no","code":4}}"#,
    ] {
        let reply = answer("429 Too Many Requests", &["retry-after: 37"], body.as_bytes());
        let server = Server::start(vec![reply]).await;
        let number = server.client().number(number());
        for error in [
            number.info().await.unwrap_err(),
            number.send("+15550001111", "hello").await.unwrap_err(),
        ] {
            assert!(error.to_string().contains("; wait 37 s first, as the answer asks"), "{error}");
        }
    }
    let refused = r#"{"error":{"message":"no","code":100}}"#;
    let server =
        Server::start(vec![answer("400 Bad Request", &["retry-after: 37"], refused.as_bytes())])
            .await;
    let text = server.client().number(number()).info().await.unwrap_err().to_string();
    assert!(!text.contains("37"), "it will be refused again: {text}");
}
