use std::time::Duration;

use wharf_client::{Class, Kind, Retry, Stop};
use wharf_model::{id::PhoneNumberId, message::SendMessage};

use crate::server::{Reply, SENT, Server, answer, json};

const RECIPIENT: &str = "+15550001111";

fn number() -> PhoneNumberId {
    PhoneNumberId::new("1").unwrap()
}

/// Hardly any waiting.
fn quick() -> Retry {
    Retry::new().waits(Duration::from_millis(1), Duration::from_millis(1))
}

fn refused(code: u32) -> Reply {
    json("400 Bad Request", &format!(r#"{{"error":{{"message":"no","code":{code}}}}}"#))
}

#[tokio::test]
async fn a_throttled_send_is_sent_again_and_says_so() {
    let server = Server::start(vec![refused(130_429), refused(80_007), json("200 OK", SENT)]).await;
    let client = server.client().with_retry(quick());
    let message = wharf_model::message::Message::new(RECIPIENT, "hello");
    let answer = client.call_full(&SendMessage::new(number(), message)).await.unwrap();
    assert_eq!(answer.response.id().unwrap().as_str(), "wamid.A");
    let codes: Vec<_> = answer.tried.iter().map(|tried| tried.code).collect();
    assert_eq!(codes, [Some(130_429), Some(80_007)]);
    assert!(answer.tried.iter().all(|tried| tried.class == Class::Throttled));
    assert_eq!(server.seen().len(), 3);
}

#[tokio::test]
async fn without_a_word_one_call_is_one_request() {
    for reply in [refused(130_429), refused(2)] {
        let server = Server::start(vec![reply, json("200 OK", SENT)]).await;
        let number = server.client().number(number());
        let error = number.send(RECIPIENT, "hello").await.unwrap_err();
        assert!(error.tried().is_empty() && error.stop().is_none());
        number.info().await.unwrap();
        assert_eq!(server.seen().len(), 2);
    }
}

#[tokio::test]
async fn a_send_that_may_have_arrived_is_never_sent_again() {
    let html = answer("502 Bad Gateway", &["content-type: text/html"], b"<html>");
    let half = Reply::Bytes(b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{".to_vec());
    for reply in [refused(1), refused(131_000), refused(131_016), Reply::CloseRead, html, half] {
        let server = Server::start(vec![reply.clone(), json("200 OK", SENT)]).await;
        let number = server.client().with_retry(quick()).number(number());
        let error = number.send(RECIPIENT, "hello").await.unwrap_err();
        assert_eq!(error.stop(), Some(Stop::Unsafe), "{error:?}");
        assert_eq!((error.tried().len(), server.seen().len()), (1, 1), "{reply:?}");
    }
}

#[tokio::test]
async fn what_may_be_done_twice_is_tried_again_whatever_happened() {
    for reply in [refused(1), refused(131_000), Reply::CloseRead, answer("502 Oh", &[], b"<html>")]
    {
        let server = Server::start(vec![reply.clone(), json("200 OK", r#"{"id":"1"}"#)]).await;
        let number = server.client().with_retry(quick()).number(number());
        number.info().await.unwrap();
        assert_eq!(server.seen().len(), 2, "{reply:?}");
    }
}

#[tokio::test]
async fn a_wait_longer_than_the_deadline_is_not_begun() {
    let body = r#"{"error":{"message":"no","code":80007}}"#;
    let reply = answer("400 Bad Request", &["retry-after: 3600"], body.as_bytes());
    let server = Server::start(vec![reply]).await;
    let number = server.client().with_retry(quick()).number(number());
    let error = number.info().await.unwrap_err();
    assert_eq!(error.stop(), Some(Stop::Deadline), "{error:?}");
    assert_eq!(error.tried()[0].asked, Some(Duration::from_hours(1)));
}

#[tokio::test]
async fn what_would_fail_again_is_not_tried_again() {
    let server = Server::start(vec![refused(100)]).await;
    let number = server.client().with_retry(quick()).number(number());
    let error = number.info().await.unwrap_err();
    assert_eq!((error.stop(), error.code()), (Some(Stop::Pointless), Some(100)));
    let error = number.set_pin("1").await.unwrap_err();
    assert!(matches!(error.kind(), Kind::Argument { .. }), "{error:?}");
    assert_eq!(server.seen().len(), 1);
}

#[tokio::test]
async fn nothing_is_tried_again_for_who_keeps_books() {
    let server = Server::start(vec![refused(130_429), json("200 OK", SENT)]).await;
    let client = server.client().with_retry(quick());
    let attempt = client.attempt_send("v25.0", &number(), "{}".into()).await;
    assert_eq!(attempt.class, Class::Throttled);
    assert_eq!(server.seen().len(), 1);
}
