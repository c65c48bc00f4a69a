//! The platform quotes our credentials: no app, list or file shows them.

use std::fs;

use serde_json::{Value, json};
use wharf_webhook::AppSecret;

use crate::{
    http::{Answer, ask},
    peer::Reply,
    site::{KEY, NUMBER, Site, text},
};

const TOKEN: &str = "EAAJplatform|t0ken";
const SECRET: &str = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";

async fn site() -> Site {
    Site::with(|config| {
        config.access_token = TOKEN.into();
        config.app_secret = SECRET.into();
    })
    .await
}

fn secrets() -> [String; 4] {
    let proof = AppSecret::new(SECRET).unwrap().appsecret_proof(TOKEN);
    [TOKEN.to_owned(), "EAAJplatform%7Ct0ken".to_owned(), proof, SECRET.to_owned()]
}

fn envelope(code: u32) -> String {
    let quote = format!("Malformed access token {}", secrets().join(" "));
    json!({"error": {"message": quote, "type": "OAuthException", "code": code, "fbtrace_id": "A1b",
        "error_data": {"details": quote}}})
    .to_string()
}

fn check(text: &str) {
    for secret in secrets() {
        assert!(!text.contains(&secret), "{secret} in {text}");
    }
}

fn check_answer(answer: &Answer, status: u16, code: u32) {
    check(&answer.head);
    check(answer.text());
    assert_eq!(answer.status, status);
    let error = answer.json()["error"].take();
    assert_eq!((&error["code"], &error["fbtrace_id"]), (&json!(code), &json!("A1b")));
    assert!(error["message"].as_str().unwrap().starts_with("Malformed access token [token] "));
    assert_eq!(answer.header("content-length"), Some(answer.body.len().to_string().as_str()));
}

#[tokio::test]
async fn a_send_that_is_refused_shows_no_credential_and_keeps_none() {
    let site = site().await;
    for (to, status, code) in [("+15550001111", 401, 190), ("+15550002222", 500, 131_000)] {
        site.platform.then([Reply::Say(status, envelope(code))]);
        let answer = site.post(&text(to, "x"), &[]).await;
        check_answer(&answer, status, code);
        let send = answer.header("x-wharf-send").unwrap();
        let send = site.api(&format!("/api/sends/{send}")).await;
        assert!(send["reason"].as_str().unwrap().contains("Malformed"), "{send}");
        check(&send.to_string());
    }
    site.platform.then([Reply::Say(502, format!("<html>{TOKEN}"))]);
    site.post(&text("+15550003333", "x"), &[("Prefer", "respond-async")]).await;
    site.reaches("wharf.3", "unknown").await;
    check(&site.api("/api/sends/wharf.3").await.to_string());
    let (_, folder) = site.stop().await;
    for file in fs::read_dir(folder.path()).unwrap() {
        let bytes = fs::read(file.unwrap().path()).unwrap();
        check(&String::from_utf8_lossy(&bytes));
    }
}

#[tokio::test]
async fn an_error_that_is_passed_on_quotes_no_credential() {
    let site = site().await;
    let url = site.url(&format!("/v25.0/{NUMBER}"));
    let read = json!({"status": "read", "message_id": "wamid.A"});
    // Graph says it with a good status as well, if it is asked to.
    for status in [401, 500, 200] {
        site.platform.then([Reply::Say(status, envelope(190)), Reply::Say(status, envelope(190))]);
        check_answer(&ask("GET", &url, &[KEY, ("Accept-Encoding", "gzip")], "").await, status, 190);
        check_answer(&site.post(&read, &[]).await, status, 190);
    }
    assert_eq!(site.platform.seen()[0].header("accept-encoding"), "identity");
    site.platform.then([Reply::Say(502, format!("<html>{TOKEN}</html>"))]);
    let answer = ask("GET", &url, &[KEY], "").await;
    assert_eq!((answer.status, answer.text()), (502, "<html>[token]</html>"));
    // Both say the same in a header.
    let says = format!("OAuth \"Facebook Platform\" \"invalid_token\" \"Malformed {TOKEN}\"");
    site.platform.then([Reply::With(401, "www-authenticate", says, envelope(190))]);
    let answer = ask("GET", &url, &[KEY], "").await;
    check_answer(&answer, 401, 190);
    assert!(answer.header("www-authenticate").unwrap().ends_with("\"Malformed [token]\""));
}

#[tokio::test]
async fn an_error_that_cannot_be_looked_through_is_not_passed_on() {
    let site = site().await;
    let long = format!("{}{TOKEN}", "x".repeat(2_000_000));
    let gzip = Reply::With(400, "content-encoding", "gzip".to_owned(), TOKEN.to_owned());
    for (status, reply) in [(500, Reply::Say(500, long)), (400, gzip)] {
        site.platform.then([reply]);
        let answer = ask("GET", &site.url(&format!("/v25.0/{NUMBER}")), &[KEY], "").await;
        check(answer.text());
        assert_eq!((answer.status, &answer.json()["error"]["code"]), (status, &json!(131_000)));
    }
}

#[tokio::test]
async fn a_link_to_the_next_page_carries_no_token() {
    let site = site().await;
    let next =
        |token: &str| format!("https://graph.facebook.com/v25.0/1/x?access_token={token}&after=QV");
    let page =
        |token: &str| json!({"data": [{"id": "1"}], "paging": {"next": next(token)}}).to_string();
    site.platform.then([Reply::Say(200, page("EAAJplatform%7Ct0ken"))]);
    let answer = ask("GET", &site.url("/v25.0/1/x"), &[KEY], "").await;
    check(answer.text());
    assert_eq!((answer.status, answer.text()), (200, page("[token]").as_str()));
    assert_eq!(answer.header("content-length"), Some(answer.body.len().to_string().as_str()));
}

#[tokio::test]
async fn what_is_no_error_passes_byte_for_byte() {
    let site = site().await;
    let long = format!("{{\"a\":\"{}\"}}", "x".repeat(2_000_000));
    for body in [
        format!("{{ \"echo\": \"{TOKEN}\" }}"),
        format!("{TOKEN} in a file"),
        format!("[{{\"echo\": \"{TOKEN}\"}}]"),
        String::new(),
        long,
    ] {
        site.platform.then([Reply::Say(200, body.clone())]);
        let answer = ask("GET", &site.url(&format!("/v25.0/{NUMBER}")), &[KEY], "").await;
        assert_eq!(answer.status, 200);
        assert!(answer.text() == body, "{}", answer.text().len());
        let length = body.len().to_string();
        assert_eq!(answer.header("content-length"), Some(length.as_str()));
    }
}

#[tokio::test]
async fn a_failed_call_of_a_batch_quotes_no_credential() {
    let site = site().await;
    let good = format!("{{\"echo\": \"{TOKEN}\"}}");
    let header = json!({"name": "WWW-Authenticate", "value": TOKEN});
    let calls = json!([null, {"code": 200, "body": good},
        {"code": 401, "headers": [header], "body": envelope(190)}, {"code": 200, "body": envelope(190)}]);
    site.platform.then([Reply::Say(200, calls.to_string())]);
    let batch = json!({"batch": [{"method": "GET", "relative_url": NUMBER}]}).to_string();
    let kind = ("Content-Type", "application/json");
    let answer = ask("POST", &site.url("/v25.0"), &[KEY, kind], batch).await;
    assert_eq!(answer.header("content-length"), Some(answer.body.len().to_string().as_str()));
    let answers: Vec<Value> = serde_json::from_slice(&answer.body).unwrap();
    assert_eq!(answers[..2], calls.as_array().unwrap()[..2]);
    for failed in &answers[2..] {
        check(&failed.to_string());
        let body: Value = serde_json::from_str(failed["body"].as_str().unwrap()).unwrap();
        assert_eq!(body["error"]["code"], 190);
    }
}
