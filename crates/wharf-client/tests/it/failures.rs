use std::time::Duration;

use wharf_client::{Class, Error, Kind};
use wharf_model::{
    error::Advice,
    id::{MessageId, PhoneNumberId},
};

use crate::server::{Reply, SENT, Server, answer, json, kept_alive};

const RECIPIENT: &str = "+15550001111";
/// A typed reader would quote this in its complaint.
const LEAK: &str = r#"{"messages":"very private, from +15550001111"}"#;
const TEXT: &str = "a very private text";

fn number() -> PhoneNumberId {
    PhoneNumberId::new("106540352242922").unwrap()
}

/// Sends to a server that replies like this, once typed and once raw: both must come to the same class, by one
/// request each (or none).
async fn check(reply: Reply, class: Class, requests_each: usize) -> Error {
    let server = Server::start(vec![reply.clone()]).await;
    let client = server.builder().timeout(patience(&reply)).build().unwrap();
    let error = client.number(number()).send(RECIPIENT, TEXT).await.unwrap_err();
    assert_eq!(error.class(), class, "{error:?}");
    assert_eq!(server.seen().len(), requests_each, "{error:?}");
    // What a `main` that returns it shows is as readable as what it is printed as.
    assert_eq!(format!("{error:?}"), error.to_string());
    let shown = format!("{error} {error:#?} {:?}", error.kind());
    for secret in ["t0ken", "5550001111", "private"] {
        assert!(!shown.contains(secret), "{shown}");
    }

    let server = Server::start(vec![reply.clone()]).await;
    let client = server.builder().timeout(patience(&reply)).build().unwrap();
    let attempt = client.attempt_send("v16.0", &number(), "{}".into()).await;
    assert_eq!(attempt.class, class, "{attempt:?}");
    assert!(!format!("{attempt:?}").contains("5550001111"), "{attempt:?}");
    assert_eq!(attempt.wamid, None);
    assert_eq!(server.seen().len(), requests_each, "{attempt:?}");
    error
}

/// Short where nothing will ever come, long where it will.
fn patience(reply: &Reply) -> Duration {
    let silent = matches!(reply, Reply::Silence | Reply::BytesThenSilence(_));
    if silent { Duration::from_millis(1500) } else { Duration::from_mins(1) }
}

#[tokio::test]
async fn a_refused_connection_means_that_nothing_was_sent() {
    let server = Server::start(vec![Reply::CloseRead]).await;
    let client = server.client();
    server.stop().await;
    let error = client.number(number()).send(RECIPIENT, TEXT).await.unwrap_err();
    assert_eq!((error.class(), error.advice()), (Class::NotSent, Advice::Retry), "{error:?}");
    let text = error.to_string();
    assert!(text.contains("refused") && text.contains("nothing was sent"), "{text}");
    let attempt = client.attempt_send("v16.0", &number(), "{}".into()).await;
    assert_eq!((attempt.class, attempt.status), (Class::NotSent, None), "{attempt:?}");
}

#[tokio::test]
async fn a_host_that_does_not_exist_means_that_nothing_was_sent() {
    let token = wharf_client::AccessToken::new("t0ken").unwrap();
    let builder = wharf_client::Client::builder(token).base_url("http://nowhere.invalid");
    let error = builder.build().unwrap().number(number()).info().await.unwrap_err();
    assert_eq!(error.class(), Class::NotSent, "{error:?}");
    assert!(error.to_string().contains("nowhere.invalid"), "{error}");
}

/// Whether the request's bytes left before the close was noticed is a race: either class is honest, but a
/// request that nobody read may never count as refused or accepted.
#[tokio::test]
async fn a_connection_closed_before_reading_is_not_sent_or_unknown() {
    for reply in [Reply::CloseUnread, Reply::ResetUnread] {
        let server = Server::start(vec![reply]).await;
        let error = server.client().number(number()).send(RECIPIENT, TEXT).await.unwrap_err();
        assert!(matches!(error.class(), Class::NotSent | Class::AmbigHard), "{error:?}");
        assert!(server.seen().is_empty());
    }
}

#[tokio::test]
async fn a_connection_closed_after_reading_leaves_us_in_the_dark() {
    let error = check(Reply::CloseRead, Class::AmbigHard, 1).await;
    assert!(matches!(error.kind(), Kind::Unanswered { timeout: false, .. }), "{error:?}");
    assert_eq!(error.advice(), Advice::WaitForEvent);
    check(Reply::ResetRead, Class::AmbigHard, 1).await;
}

#[tokio::test]
async fn half_an_answer_leaves_us_in_the_dark() {
    let half = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{SENT}", SENT.len() + 10);
    check(Reply::Bytes(half.into_bytes()), Class::AmbigHard, 1).await;
    for half in ["HTTP/1.1 200", "HTTP/1.1 200 OK\r\ncontent-le", "HTTP/1.1 200 OK\r\na: b\r\n"] {
        check(Reply::Bytes(half.into()), Class::AmbigHard, 1).await;
    }
    let chunk =
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n7d\r\n{\"messages\":[{\"id\":";
    check(Reply::Bytes(chunk.into()), Class::AmbigHard, 1).await;
    let garbage = "this is not HTTP at all\r\n\r\n";
    check(Reply::Bytes(garbage.into()), Class::AmbigHard, 1).await;
}

#[tokio::test]
async fn silence_leaves_us_in_the_dark() {
    let half = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{SENT}", SENT.len() + 1);
    let head = "HTTP/1.1 200 OK\r\n".to_owned();
    let begun = [head, half].map(|begun| Reply::BytesThenSilence(begun.into_bytes()));
    for reply in begun.into_iter().chain([Reply::Silence]) {
        let error = check(reply, Class::AmbigHard, 1).await;
        assert!(matches!(error.kind(), Kind::Unanswered { timeout: true, .. }), "{error:?}");
    }
}

#[tokio::test]
async fn a_page_of_html_leaves_us_in_the_dark_and_is_kept() {
    let page = format!("<html>{}", "x".repeat(10_000));
    let reply = answer("502 Bad Gateway", &["content-type: text/html"], page.as_bytes());
    let error = check(reply, Class::AmbigHard, 1).await;
    let Kind::Unreadable { status: 502, body } = error.kind() else { panic!("{error:?}") };
    assert_eq!(body.0.len(), 4096);
    assert!(body.0.starts_with(b"<html>"));
}

#[tokio::test]
async fn a_success_nobody_can_read_leaves_us_in_the_dark() {
    for body in ["", "{", "{}", r#"{"messages":[]}"#, r#"{"messages":[{"id":""}]}"#, "[]", LEAK] {
        check(json("200 OK", body), Class::AmbigHard, 1).await;
    }
}

#[tokio::test]
async fn the_code_decides_and_never_the_status() {
    for (status, code, class, advice) in [
        ("400 Bad Request", 1, Class::AmbigSoft, Advice::WaitForEvent),
        ("500 Internal Server Error", 131_000, Class::AmbigSoft, Advice::WaitForEvent),
        ("400 Bad Request", 130_429, Class::Throttled, Advice::SlowNumber),
        ("429 Too Many Requests", 130_429, Class::Throttled, Advice::SlowNumber),
        ("400 Bad Request", 131_056, Class::Throttled, Advice::SlowPair),
        ("400 Bad Request", 80_007, Class::Throttled, Advice::SlowAccount),
        ("401 Unauthorized", 190, Class::Refused, Advice::StopAccount),
        ("400 Bad Request", 131_047, Class::Refused, Advice::SendTemplate),
        ("200 OK", 100, Class::Refused, Advice::Fix),
        ("503 Service Unavailable", 132_001, Class::Refused, Advice::Fix),
    ] {
        let body = format!(
            r#"{{"error":{{"message":"(#{code}) no","type":"OAuthException","code":{code},"fbtrace_id":"A1b"}}}}"#
        );
        let body = body.replace(") no", ") no: +15550001111");
        let error = check(json(status, &body), class, 1).await;
        assert!(error.to_string().contains("no: +…1111"), "{error}");
        assert_eq!((error.code(), error.advice()), (Some(code), advice), "{status}");
        assert_eq!(error.trace(), Some("A1b"));
        assert_eq!(error.is_window_closed(), code == 131_047);
        let says = error
            .to_string()
            .contains("; send an approved template, or wait until the person writes");
        assert_eq!(says, code == 131_047, "{error}");
    }
}

#[tokio::test]
async fn an_accepted_message_is_known_by_its_id() {
    let reply = answer(
        "200 OK",
        &["facebook-api-version: v25.0", "x-app-usage: {\"call_count\":28}", "retry-after: 7"],
        SENT.as_bytes(),
    );
    let server = Server::start(vec![reply]).await;
    let raw = br#"{"anything":"as it is"}"#;
    let attempt = server.client().attempt_send("v16.0", &number(), raw.as_slice().into()).await;
    assert_eq!((attempt.class, attempt.status), (Class::Accepted, Some(200)), "{attempt:?}");
    assert_eq!(attempt.wamid, Some(MessageId::new("wamid.A").unwrap()));
    assert_eq!(attempt.body, SENT);
    assert!(!format!("{attempt:?}").contains("contacts"), "{attempt:?}");
    assert_eq!(attempt.retry_after, Some(Duration::from_secs(7)));
    assert_eq!(attempt.meta.api_version.as_deref(), Some("v25.0"));
    assert_eq!(attempt.meta.app_usage.as_deref(), Some(r#"{"call_count":28}"#));

    let [seen] = &server.seen()[..] else { panic!("one request") };
    assert_eq!(seen.line, "POST /v16.0/106540352242922/messages HTTP/1.1");
    assert_eq!(seen.body, raw);
    assert_eq!(seen.header("authorization"), Some("Bearer t0ken"));
    assert_eq!(seen.header("content-type"), Some("application/json"));
    let agent = seen.header("user-agent").unwrap();
    assert!(agent.starts_with("wharf/"), "{agent}");
}

#[tokio::test]
async fn what_cannot_be_a_request_is_refused_here() {
    let server = Server::start(vec![json("200 OK", SENT)]).await;
    let attempt = server.client().attempt_send("../x", &number(), "{}".into()).await;
    assert_eq!(attempt.class, Class::Refused, "{attempt:?}");
    assert!(server.seen().is_empty());
}

/// The unlucky moment of every kept connection: the other side closes it just when it is used again.
#[tokio::test]
async fn a_request_on_a_dying_connection_is_not_sent_again() {
    let dying = Reply::BytesThenCloseRead(kept_alive(SENT));
    let server = Server::start(vec![dying, json("200 OK", SENT)]).await;
    let number = server.client().number(number());
    number.send(RECIPIENT, TEXT).await.unwrap();
    let error = number.send(RECIPIENT, TEXT).await.unwrap_err();
    assert_eq!(error.class(), Class::AmbigHard, "{error:?}");
    assert_eq!(server.seen().len(), 2);
}

/// Whether the close was noticed before the second call is a race; what may never happen is a third request.
#[tokio::test]
async fn a_connection_that_died_idle_costs_no_message() {
    let closing = Reply::BytesThenClose(kept_alive(SENT));
    let server = Server::start(vec![closing, json("200 OK", SENT)]).await;
    let number = server.client().number(number());
    number.send(RECIPIENT, TEXT).await.unwrap();
    match number.send(RECIPIENT, TEXT).await {
        Ok(_) => assert_eq!(server.seen().len(), 2),
        Err(error) => {
            assert!(matches!(error.class(), Class::NotSent | Class::AmbigHard), "{error:?}");
            assert_eq!(server.seen().len(), 1);
        }
    }
}

#[tokio::test]
async fn a_shutdown_leaves_no_connection_behind() {
    let server = Server::start(vec![Reply::BytesThenCloseRead(kept_alive(SENT))]).await;
    let client = server.client();
    client.number(number()).send(RECIPIENT, TEXT).await.unwrap();
    let waiting = client.shutdown();
    tokio::time::timeout(Duration::from_mins(1), waiting).await.unwrap();
}

#[tokio::test]
async fn calls_share_a_connection() {
    let server =
        Server::start(vec![Reply::BytesThenCloseRead(kept_alive(SENT)), Reply::CloseUnread]);
    let server = server.await;
    let client = server.client();
    client.number(number()).send(RECIPIENT, TEXT).await.unwrap();
    // A second connection would be closed unread.
    client.clone().number(number()).send(RECIPIENT, TEXT).await.unwrap_err();
    assert_eq!(server.seen().len(), 2);
}
