//! Events on their way to an app.

use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::Duration,
};

use serde_json::json;
use wharf_gateway::{Gateway, Subscriber};
use wharf_model::time::{Clock, Timestamp};

use crate::{
    http::{self, ask},
    peer::{Peer, Reply},
    site::{self, Site, arrival, sign, status, text, until, written},
};

#[tokio::test]
async fn events_come_in_order_signed_and_each_in_a_body_of_its_own() {
    let (site, app) = Site::with_app().await;
    app.then([Reply::Say(500, String::new()), Reply::Say(302, String::new())]);
    let messages: Vec<_> = (0..5).map(|n| written(&format!("wamid.{n}"), "15550001111")).collect();
    assert_eq!(site.webhook(arrival(&json!(messages), &json!([]))).await.status, 200);
    until("all are handed over", async || app.seen().len() == 7).await;
    let seen = app.seen();
    for seen in &seen {
        assert_eq!(seen.target, "/hook");
        assert_eq!(seen.header("x-hub-signature-256"), sign(&seen.body));
        assert_eq!(seen.header("content-type"), "application/json");
        assert_eq!(seen.json()["object"], "whatsapp_business_account");
    }
    let ids: Vec<_> = seen
        .iter()
        .map(|seen| {
            let messages = &seen.json()["entry"][0]["changes"][0]["value"]["messages"];
            assert_eq!(messages.as_array().unwrap().len(), 1);
            messages[0]["id"].as_str().unwrap().to_owned()
        })
        .collect();
    assert_eq!(ids, ["wamid.0", "wamid.0", "wamid.0", "wamid.1", "wamid.2", "wamid.3", "wamid.4"]);
    until("the cursor is at the end", async || {
        let cursor = &site.api("/api/subscribers").await["data"][0]["cursors"][0];
        cursor["seq"] == 5 && cursor["attempts"] == 0
    })
    .await;
}

#[tokio::test]
async fn callback_data_comes_back_as_the_app_wrote_it() {
    let (site, app) = Site::with_app().await;
    for data in [Some("order \"7\""), None] {
        let mut body = text("+15550001111", "x");
        if let Some(data) = data {
            body["biz_opaque_callback_data"] = data.into();
        }
        assert_eq!(site.post(&body, &[]).await.status, 200);
        let token = site.platform.seen().pop().unwrap().token();
        let wamid = format!("wamid.{}", site.platform.seen().len());
        let before = app.seen().len();
        assert_eq!(
            site.webhook(arrival(&json!([]), &json!([status(&wamid, "sent", &token)])))
                .await
                .status,
            200
        );
        until("the status is handed over", async || app.seen().len() > before).await;
        let seen = app.seen().pop().unwrap();
        let handed = &seen.json()["entry"][0]["changes"][0]["value"]["statuses"][0];
        assert_eq!(handed["id"], *wamid);
        assert_eq!(handed.get("biz_opaque_callback_data").and_then(|data| data.as_str()), data);
        assert_eq!(seen.header("x-hub-signature-256"), sign(&seen.body));
    }
    // Somebody else's data is not ours to touch.
    let others = json!([status("wamid.other", "sent", "theirs")]);
    assert_eq!(site.webhook(arrival(&json!([]), &others)).await.status, 200);
    until("it is handed over", async || app.seen().len() == 3).await;
    let seen = app.seen().pop().unwrap().json();
    let handed = &seen["entry"][0]["changes"][0]["value"]["statuses"][0];
    assert_eq!(handed["biz_opaque_callback_data"], "theirs");
}

/// Every look at this clock is two hours after the one before: no wait is ever long.
#[derive(Debug, Default)]
struct Hasty(AtomicI64);

impl Clock for Hasty {
    fn now(&self) -> Timestamp {
        let looks = self.0.fetch_add(1, Ordering::Relaxed);
        let since = Duration::from_hours(2).as_micros();
        Timestamp::from_micros(looks * i64::try_from(since).unwrap())
    }
}

#[tokio::test]
async fn what_an_app_calls_wrong_ten_times_is_a_dead_letter_and_the_next_one_comes() {
    let (platform, app, folder) =
        (Peer::start().await, Peer::start().await, tempfile::tempdir().unwrap());
    app.then((0..10).map(|_| Reply::Say(422, String::new())));
    let mut config = site::config(&platform);
    config.subscribers.push(Subscriber { name: "app".to_owned(), url: app.url.clone() });
    let store = site::store(folder.path());
    let gateway = Gateway::start(config, store, Arc::new(Hasty::default())).await.unwrap();
    let messages = json!([written("wamid.1", "15550001111"), written("wamid.2", "15550001111")]);
    let body = arrival(&messages, &json!([]));
    let signature = sign(body.as_bytes());
    let url = format!("{}/webhook", gateway.url());
    let answer = ask("POST", &url, &[("X-Hub-Signature-256", &signature)], body).await;
    assert_eq!(answer.status, 200);
    until("the second is handed over", async || app.seen().len() == 11).await;
    assert!(std::str::from_utf8(&app.seen()[10].body).unwrap().contains("wamid.2"));
    let letters = http::json(&format!("{}/api/dead_letters", gateway.api_url())).await;
    let letter = &letters["data"][0];
    assert_eq!(letters["data"].as_array().unwrap().len(), 1);
    assert_eq!(letter["event"]["item"], "wamid.1");
    assert_eq!(letter["reason"], "the subscriber answered 422");
    gateway.stop().await;
}
