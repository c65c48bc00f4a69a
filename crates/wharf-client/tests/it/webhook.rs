use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, HeaderValue};
use wharf_client::{Class, Kind};

use crate::server::{Reply, Server, answer};

const LONG: Duration = Duration::from_mins(1);

#[tokio::test]
async fn a_webhook_gets_the_bytes_and_no_token() {
    let server = Server::start(vec![answer("200 OK", &["retry-after: 3"], b"thanks")]).await;
    let mut headers = HeaderMap::new();
    headers.insert("x-hub-signature-256", HeaderValue::from_static("sha256=00"));
    let url = format!("{}/hook?a=1", server.url);
    let posted = server.client().post_webhook(&url, headers, Bytes::from("{\"a\":1}"), LONG).await;
    let posted = posted.unwrap();
    assert_eq!((posted.status, posted.body.as_ref()), (200, b"thanks".as_slice()));
    assert_eq!(posted.retry_after, Some(Duration::from_secs(3)));
    let [seen] = &server.seen()[..] else { panic!("one request") };
    assert_eq!(seen.line, "POST /hook?a=1 HTTP/1.1");
    assert_eq!(seen.header("x-hub-signature-256"), Some("sha256=00"));
    assert_eq!(seen.header("authorization"), None);
    assert_eq!(seen.body, b"{\"a\":1}");
}

#[tokio::test]
async fn a_redirect_is_an_answer_and_is_not_followed() {
    let reply = answer("307 Temporary Redirect", &["location: /elsewhere"], b"");
    let server = Server::start(vec![reply]).await;
    let client = server.client();
    let posted = client.post_webhook(&server.url, HeaderMap::new(), Bytes::new(), LONG).await;
    assert_eq!(posted.unwrap().status, 307);
    assert_eq!(server.seen().len(), 1);
}

#[tokio::test]
async fn of_a_long_answer_the_beginning_is_read() {
    let server = Server::start(vec![answer("500 Oh", &[], &vec![b'x'; 100_000])]).await;
    let client = server.client();
    let posted = client.post_webhook(&server.url, HeaderMap::new(), Bytes::new(), LONG).await;
    assert_eq!(posted.unwrap().body.len(), 64 * 1024);
}

#[tokio::test]
async fn a_silent_or_impossible_receiver_is_an_error() {
    let server = Server::start(vec![Reply::Silence]).await;
    let client = server.client();
    let short = Duration::from_millis(200);
    let posted = client.post_webhook(&server.url, HeaderMap::new(), Bytes::new(), short).await;
    assert_eq!(posted.unwrap_err().class(), Class::AmbigHard);
    for url in ["", "/hook", "ftp://x/y", "not a url"] {
        let posted = client.post_webhook(url, HeaderMap::new(), Bytes::new(), LONG).await;
        let error = posted.unwrap_err();
        assert!(matches!(error.kind(), Kind::Argument { .. }), "{url}: {error:?}");
    }
}

#[tokio::test]
async fn a_webhook_is_asked_without_a_token() {
    let server = Server::start(vec![answer("403 Forbidden", &[], b"no")]).await;
    let url = format!("{}/hook?hub.mode=subscribe", server.url);
    let answer = server.client().get_webhook(&url, LONG).await.unwrap();
    assert_eq!((answer.status, answer.body.as_ref()), (403, b"no".as_slice()));
    let [seen] = &server.seen()[..] else { panic!("one request") };
    assert_eq!(seen.line, "GET /hook?hub.mode=subscribe HTTP/1.1");
    assert_eq!(seen.header("authorization"), None);
}
