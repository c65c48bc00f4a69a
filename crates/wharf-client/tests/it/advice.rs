//! What an error says of the past ([`Class`]) and of the future ([`Advice`]) agrees.

use std::time::Duration;

use serde_json::json;
use wharf_client::{Class, Error};
use wharf_model::{
    error::{Advice, catalogue},
    id::PhoneNumberId,
};

use crate::server::{Reply, SENT, Server, answer, json as says};

fn number() -> PhoneNumberId {
    PhoneNumberId::new("1").unwrap()
}

/// A send and a read that are answered like this.
async fn both(reply: Reply, patience: Duration) -> [Error; 2] {
    let server = Server::start(vec![reply]).await;
    let number = server.builder().timeout(patience).build().unwrap().number(number());
    let send = number.send("+15550001111", "hello").await.unwrap_err();
    [send, number.info().await.unwrap_err()]
}

/// Only what surely was not done is a retry, when twice would do harm; and the text says the same.
fn agrees(send: &Error) {
    let text = send.to_string();
    let sure = matches!(send.class(), Class::NotSent | Class::Throttled | Class::Refused);
    assert!(sure || send.advice() == Advice::WaitForEvent, "{text}");
    assert_eq!(text.contains("wait for its status before doing it again"), !sure, "{text}");
    assert!(sure || !text.contains("try again"), "{text}");
}

async fn check(reply: Reply, class: Class, for_a_send: bool, for_a_read: bool) {
    let silent = matches!(reply, Reply::Silence | Reply::BytesThenSilence(_));
    let patience = Duration::from_millis(if silent { 1500 } else { 60_000 });
    let [send, read] = both(reply.clone(), patience).await;
    assert_eq!((send.class(), send.advice().is_retry()), (class, for_a_send), "{reply:?} {send}");
    assert_eq!((read.class(), read.advice().is_retry()), (class, for_a_read), "{reply:?} {read}");
    agrees(&send);
}

fn refused(status: &str, code: u32) -> Reply {
    says(status, &json!({"error": {"message": "no", "code": code}}).to_string())
}

#[tokio::test]
async fn of_each_class_a_send_is_a_retry_only_where_it_surely_did_not_go_out() {
    for (status, code, class, for_a_send, for_a_read) in [
        ("500 Internal Server Error", 1, Class::AmbigSoft, false, true),
        ("400 Bad Request", 1, Class::AmbigSoft, false, true),
        ("503 Service Unavailable", 2, Class::AmbigSoft, false, true),
        ("500 Internal Server Error", 131_000, Class::AmbigSoft, false, true),
        ("500 Internal Server Error", 131_016, Class::AmbigSoft, false, true),
        ("503 Service Unavailable", 133_004, Class::AmbigSoft, false, true),
        ("400 Bad Request", 4, Class::Throttled, true, true),
        ("429 Too Many Requests", 130_429, Class::Throttled, true, true),
        ("400 Bad Request", 131_056, Class::Throttled, true, true),
        ("500 Internal Server Error", 131_057, Class::Throttled, true, true),
        ("400 Bad Request", 131_048, Class::Throttled, false, false),
        ("400 Bad Request", 100, Class::Refused, false, false),
        ("400 Bad Request", 131_047, Class::Refused, false, false),
        ("401 Unauthorized", 190, Class::Refused, false, false),
    ] {
        check(refused(status, code), class, for_a_send, for_a_read).await;
    }
    let half = b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{".to_vec();
    for reply in [
        answer("500 Internal Server Error", &[], b""),
        answer("502 Bad Gateway", &["content-type: text/html"], b"<html>"),
        answer("429 Too Many Requests", &["retry-after: 7"], b"slow down"),
        says("503 Service Unavailable", "{\"oh\":1}"),
        says("200 OK", "{"),
        Reply::Bytes(half.clone()),
        Reply::BytesThenSilence(half),
        Reply::Silence,
        Reply::CloseRead,
        Reply::ResetRead,
    ] {
        check(reply, Class::AmbigHard, false, true).await;
    }
    // The same address leads there again.
    let redirect = answer("302 Found", &["location: https://example.org/"], b"");
    check(redirect, Class::AmbigHard, false, false).await;
}

#[tokio::test]
async fn what_never_left_is_a_retry_for_all() {
    let server = Server::start(vec![Reply::CloseRead]).await;
    let client = server.client();
    server.stop().await;
    let send = client.number(number()).send("+15550001111", "hello").await.unwrap_err();
    let read = client.number(number()).info().await.unwrap_err();
    for error in [send, read] {
        assert_eq!((error.class(), error.advice()), (Class::NotSent, Advice::Retry), "{error}");
    }
}

#[tokio::test]
async fn what_is_refused_here_is_no_retry() {
    let server = Server::start(vec![says("200 OK", SENT)]).await;
    let number = server.client().number(number());
    for error in [
        number.send("+15550001111", "").await.unwrap_err(),
        number.send("nobody", "hello").await.unwrap_err(),
        number.set_pin("1").await.unwrap_err(),
    ] {
        assert_eq!((error.class(), error.advice()), (Class::Refused, Advice::Fix), "{error}");
        agrees(&error);
    }
}

#[tokio::test]
async fn no_code_of_the_platform_makes_a_send_a_retry_that_may_have_gone_out() {
    for entry in catalogue() {
        for transient in [false, true] {
            let error = json!({"message": "no", "code": entry.code, "error_subcode": entry.subcode,
                "is_transient": transient});
            let body = json!({ "error": error }).to_string();
            let [send, _] = both(says("500 Oh", &body), Duration::from_mins(1)).await;
            agrees(&send);
            let slow = send.advice().is_retry() && send.class() != Class::Refused;
            assert_eq!(slow, send.class() == Class::Throttled && entry.code != 131_048, "{send}");
        }
    }
}
