use std::time::Duration;

use bytes::Bytes;
use http::Request;
use http_body_util::{BodyExt as _, Full};
use wharf_client::{Class, Kind};

use crate::server::{Reply, Server, answer};

fn request(target: &str) -> http::request::Builder {
    Request::builder()
        .method("POST")
        .uri(target)
        .header("authorization", "Bearer the-apps-key")
        .header("content-type", "text/weird")
        .header("connection", "close, x-private")
        .header("x-private", "1")
        .header("x-passed", "2")
        .header("user-agent", "theirs/1")
}

#[tokio::test]
async fn a_request_is_passed_on_with_the_right_token() {
    let reply = answer("418 I'm a teapot", &["x-fb-trace-id: T", "keep-alive: 5"], b"{\"odd\": 1}");
    let server = Server::start(vec![reply]).await;
    let body = vec![b'x'; 300_000];
    let sent = request("/v16.0/1/media?access_token=the-apps-key&a=b")
        .body(Full::new(Bytes::from(body.clone())))
        .unwrap();
    let answer = server.client().forward(sent).await.unwrap();
    assert_eq!(answer.status().as_u16(), 418);
    assert_eq!(answer.headers()["x-fb-trace-id"], "T");
    assert!(!answer.headers().contains_key("keep-alive"));
    assert!(!answer.headers().contains_key("connection"));
    assert_eq!(answer.into_body().collect().await.unwrap().to_bytes(), "{\"odd\": 1}");

    let [seen] = &server.seen()[..] else { panic!("one request") };
    assert_eq!(seen.line, "POST /v16.0/1/media?a=b HTTP/1.1");
    assert_eq!(seen.header("authorization"), Some("Bearer t0ken"));
    assert_eq!(seen.header("content-type"), Some("text/weird"));
    assert_eq!(seen.header("x-passed"), Some("2"));
    assert_eq!(seen.header("x-private"), None);
    assert_eq!(seen.header("user-agent"), Some("theirs/1"));
    assert_eq!(seen.header("host"), server.url.strip_prefix("http://"));
    assert_eq!(seen.headers.iter().filter(|line| line.starts_with("authorization")).count(), 1);
    assert_eq!(seen.body, body);
}

#[tokio::test]
async fn a_resumable_upload_keeps_its_scheme() {
    let server = Server::start(vec![answer("200 OK", &[], b"{}")]).await;
    let sent = Request::post("/v16.0/upload:x")
        .header("authorization", "OAuth the-apps-key")
        .body(Full::new(Bytes::new()))
        .unwrap();
    server.client().forward(sent).await.unwrap();
    assert_eq!(server.seen()[0].header("authorization"), Some("OAuth t0ken"));
}

#[tokio::test]
async fn what_has_no_version_is_not_passed_on() {
    let server = Server::start(vec![answer("200 OK", &[], b"{}")]).await;
    for target in ["/", "/api/keys", "/v16.0/../admin"] {
        let sent = request(target).body(Full::new(Bytes::new())).unwrap();
        let error = server.client().forward(sent).await.unwrap_err();
        assert!(matches!(error.kind(), Kind::Argument { .. }), "{target}: {error:?}");
    }
    assert!(server.seen().is_empty());
}

#[tokio::test]
async fn an_answer_that_stops_half_way_ends_with_an_error() {
    let half = b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhalf".to_vec();
    let server = Server::start(vec![Reply::BytesThenSilence(half)]).await;
    let client = server.builder().timeout(Duration::from_millis(1500)).build().unwrap();
    let sent = request("/v16.0/1").body(Full::new(Bytes::from("{}"))).unwrap();
    let mut body = client.forward(sent).await.unwrap().into_body();
    assert_eq!(body.frame().await.unwrap().unwrap().into_data().unwrap(), "half");
    let error = body.frame().await.unwrap().unwrap_err();
    assert!(error.to_string().contains("half-way"), "{error}");
}

#[tokio::test]
async fn a_platform_that_hangs_up_is_an_error() {
    let server = Server::start(vec![Reply::CloseRead]).await;
    let sent = request("/v16.0/1").body(Full::new(Bytes::from("{}"))).unwrap();
    let error = server.client().forward(sent).await.unwrap_err();
    assert_eq!(error.class(), Class::AmbigHard);
    assert_eq!(server.seen().len(), 1);
}
