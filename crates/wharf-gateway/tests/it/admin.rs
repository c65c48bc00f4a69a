//! The private listener.

use std::sync::Arc;

use serde_json::json;
use wharf_gateway::Gateway;
use wharf_model::time::SystemClock;
use wharf_store::sqlite::{SqliteOptions, SqliteStore};

use crate::{
    http::ask,
    log::Log,
    peer::Peer,
    site::{self, KEY, NUMBER, Site, arrival, text, until, written},
};

#[tokio::test]
async fn health_metrics_and_console_show_no_text_and_no_number() {
    let site = Site::start().await;
    site.post(&text("+15550001111", "a secret text"), &[]).await;
    site.webhook(arrival(&json!([written("wamid.A", "15550001111")]), &json!([]))).await;
    until("it is indexed", async || !site.rows("events").await.is_empty()).await;
    let api = site.gateway.api_url();
    for path in [
        "/healthz",
        "/readyz",
        "/metrics",
        "/",
        "/console.css",
        "/api/sends",
        "/api/events",
        "/api/dead_letters",
        "/api/subscribers",
        "/api/sends?state=accepted&limit=1",
    ] {
        let answer = ask("GET", &format!("{api}{path}"), &[], "").await;
        assert_eq!(answer.status, 200, "{path}");
        for secret in ["a secret text", "15550001111", "wharf-dev-secret"] {
            assert!(!answer.text().contains(secret), "{path} shows {secret}");
        }
        assert!(
            answer.header("content-security-policy").unwrap().contains("default-src 'none'"),
            "{path}"
        );
    }
    let console = ask("GET", api, &[], "").await;
    assert!(console.text().contains("wharf.1") && console.text().contains("…1111"));
    assert!(!console.text().contains("<script"));
}

#[tokio::test]
async fn what_cannot_be_asked_for_is_refused_in_json() {
    let site = Site::start().await;
    let api = site.gateway.api_url();
    for (method, path, status, says) in [
        ("GET", "/api/events?limit=abc", 400, "limit"),
        ("GET", "/api/sends?limit=-1", 400, "limit"),
        ("GET", "/api/events?kind=message.text", 400, "lane"),
        ("GET", "/api/dead_letters?lane=1", 400, "lane"),
        ("GET", "/api/subscribers?name=app", 400, "name"),
        ("GET", "/api/sends/%ff", 400, "UTF-8"),
        ("POST", "/api/subscribers/%ff/retry", 400, "UTF-8"),
        ("POST", "/api/sends", 405, "method"),
    ] {
        let answer = ask(method, &format!("{api}{path}"), &[], "").await;
        assert_eq!(answer.status, status, "{path}");
        let message = answer.json()["error"]["message"].take();
        assert!(message.as_str().unwrap().contains(says), "{path}: {message}");
    }
}

#[tokio::test]
async fn events_are_listed_by_lane_and_by_being_unread() {
    let site = Site::start().await;
    site.webhook(arrival(&json!([written("wamid.A", "15550001111"), 7]), &json!([]))).await;
    until("both are indexed", async || site.rows("events").await.len() == 2).await;
    let count = async |query: &str| {
        let answer = site.api(&format!("/api/events?{query}")).await;
        answer["data"].as_array().unwrap().len()
    };
    assert_eq!(count(&format!("lane={NUMBER}")).await, 2);
    assert_eq!(count("lane=waba:1").await, 0);
    assert_eq!(count(&format!("lane={NUMBER}&unread=true")).await, 1);
}

#[tokio::test]
async fn it_is_not_on_the_public_listener_and_not_for_other_sites() {
    let site = Site::start().await;
    for path in ["/api/sends", "/metrics", "/healthz"] {
        assert_eq!(ask("GET", &site.url(path), &[KEY], "").await.status, 400, "{path}");
    }
    let api = site.gateway.api_url();
    let answer = ask("GET", &format!("{api}/api/sends"), &[("Host", "evil.example")], "").await;
    assert_eq!(answer.status, 403);
    assert_eq!(ask("GET", &format!("{api}/nowhere"), &[], "").await.status, 404);
    assert_eq!(ask("GET", &format!("{api}/api/sends?state=lost"), &[], "").await.status, 400);
    assert_eq!(ask("GET", &format!("{api}/api/sends/wharf.7"), &[], "").await.status, 404);
    assert_eq!(ask("GET", &format!("{api}/v25.0/{NUMBER}"), &[KEY], "").await.status, 404);
}

#[tokio::test]
async fn a_gateway_whose_store_is_full_is_alive_and_not_ready_and_says_so_once() {
    let log = Log::new();
    let platform = Peer::start().await;
    let folder = tempfile::tempdir().unwrap();
    let options = SqliteOptions::new(folder.path().join("wharf.db")).bytes_max(1 << 20);
    let clock = Arc::new(SystemClock);
    let store = SqliteStore::open_with(&options, Arc::<SystemClock>::clone(&clock)).unwrap();
    let gateway = Gateway::start(site::config(&platform), Arc::new(store), clock).await.unwrap();
    let health =
        async |path: &str| ask("GET", &format!("{}{path}", gateway.api_url()), &[], "").await;
    assert_eq!(health("/readyz").await.status, 200);
    let (url, body) = (format!("{}/webhook", gateway.url()), vec![b' '; 100_000]);
    let signature = site::sign(&body);
    let mut refused = 0;
    while refused < 50 {
        let answer = ask("POST", &url, &[("X-Hub-Signature-256", &signature)], &body).await;
        refused += i32::from(answer.status == 503);
    }
    let ready = health("/readyz").await;
    assert_eq!((ready.status, health("/healthz").await.status), (503, 200));
    assert!(ready.text().starts_with("the store is full"), "{}", ready.text());
    assert_eq!(log.with("a webhook could not be kept").len(), 1);
    gateway.stop().await;
}
