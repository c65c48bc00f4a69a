//! Events that an app does not take, and what that means for the others.

use std::time::Duration;

use serde_json::{Value, json};
use wharf_gateway::Subscriber;
use wharf_model::time::{Clock as _, SystemClock};
use wharf_store::inbox::{Heads, Setback};

use crate::{
    http::{self, ask},
    log::Log,
    peer::Peer,
    site::{self, NUMBER, Site, arrival, until, written},
};

const A: &str = "15550001111";
const B: &str = "15550002222";
const ITEMS: [&str; 4] = ["wamid.A1", "wamid.A2", "wamid.B1", "wamid.B2"];

fn two_people() -> String {
    let messages = [
        written("wamid.A1", A),
        written("wamid.A2", A),
        written("wamid.B1", B),
        written("wamid.B2", B),
    ];
    arrival(&json!(messages), &json!([]))
}

async fn subscriber(api: &str) -> Value {
    http::json(&format!("{api}/api/subscribers")).await["data"][0].take()
}

#[tokio::test]
async fn an_event_that_fails_stops_its_conversation_and_no_other() {
    let (site, app) = Site::with_app().await;
    app.refuse(Some("wamid.A1"));
    assert_eq!(site.webhook(two_people()).await.status, 200);
    until("the other person's come", async || app.order(&ITEMS[1..]).len() == 2).await;
    assert_eq!(app.order(&ITEMS[1..]), ["wamid.B1", "wamid.B2"]);
    until("it is parked", async || {
        !subscriber(site.gateway.api_url()).await["parked"][0].is_null()
    })
    .await;
    let row = subscriber(site.gateway.api_url()).await;
    let parked = &row["parked"][0];
    assert_eq!(row["parked"].as_array().unwrap().len(), 1, "{row}");
    assert_eq!((&parked["conversation"], &parked["seq"]), (&json!("…1111"), &json!(1)));
    assert_eq!(parked["reason"], "the subscriber answered 500");
    assert!(parked["attempts"].as_i64().unwrap() >= 1 && parked["retry_at"].is_string(), "{row}");
    until("the cursor is past them", async || {
        subscriber(site.gateway.api_url()).await["cursors"][0]["seq"] == 4
    })
    .await;
    let console = ask("GET", site.gateway.api_url(), &[], "").await;
    assert!(console.text().contains("Parked conversations") && !console.text().contains(A));

    // What comes later goes behind.
    let later = arrival(&json!([written("wamid.A3", A), written("wamid.B3", B)]), &json!([]));
    assert_eq!(site.webhook(later).await.status, 200);
    until("the other's comes", async || app.order(&["wamid.B3"]).len() == 1).await;
    app.refuse(None);
    until("it is taken, and those behind it", async || app.order(&["wamid.A3"]).len() == 1).await;
    assert_eq!(app.order(&["wamid.A2", "wamid.A3"]), ["wamid.A2", "wamid.A3"]);
    until("nothing is parked", async || {
        subscriber(site.gateway.api_url()).await["parked"] == json!([])
    })
    .await;
}

#[tokio::test]
async fn an_app_that_does_not_answer_is_asked_for_one_event_and_nothing_is_parked() {
    let app = Peer::start().await;
    let address = app.url.strip_prefix("http://").unwrap().to_owned();
    let url = app.url.clone();
    drop(app);
    let site = Site::with(|config| {
        config.subscribers.push(Subscriber { name: "app".to_owned(), url });
    })
    .await;
    assert_eq!(site.webhook(two_people()).await.status, 200);
    until("it was asked", async || {
        subscriber(site.gateway.api_url()).await["silent"]["attempts"].as_i64() >= Some(2)
    })
    .await;
    let row = subscriber(site.gateway.api_url()).await;
    assert_eq!((&row["parked"], &row["cursors"][0]["seq"]), (&json!([]), &json!(0)));
    assert!(row["cursors"][0]["reason"].is_string(), "{row}");
    let app = Peer::start_at(&address).await;
    until("all come in order", async || app.order(&ITEMS).len() == 4).await;
    assert_eq!(app.order(&ITEMS), ITEMS);
    until("it is known to answer", async || {
        subscriber(site.gateway.api_url()).await["silent"].is_null()
    })
    .await;
}

#[tokio::test]
async fn a_restart_is_a_fresh_try_for_what_is_parked_and_for_what_waits() {
    let (site, app) = Site::with_app().await;
    app.refuse(Some("wamid.A1"));
    site.webhook(two_people()).await;
    until("it is parked", async || {
        subscriber(site.gateway.api_url()).await["cursors"][0]["seq"] == 4
    })
    .await;
    let (platform, folder) = site.stop().await;
    let tomorrow = || Setback {
        attempts: 30,
        retry_at: SystemClock.now().plus(Duration::from_hours(24)),
        reason: "the subscriber answered 500".to_owned(),
    };
    let store = site::store(folder.path());
    let parked = store.parked("app", Heads::Soonest(9)).await.unwrap();
    assert_eq!((parked.len(), parked[0].event.seq), (1, 1));
    store.postpone("app", NUMBER, 1, tomorrow()).await.unwrap();
    store.close().await.unwrap();
    drop(store);
    app.refuse(None);
    let mut config = site::config(&platform);
    config.subscribers.push(Subscriber { name: "app".to_owned(), url: app.url.clone() });
    let gateway = site::start(config, folder.path()).await;
    until("what was parked comes", async || app.order(&["wamid.A2"]).len() == 1).await;
    gateway.stop().await;
}

#[tokio::test]
async fn people_are_told_that_an_app_fails_and_that_it_takes_events_again() {
    let log = Log::new();
    let app = Peer::start().await;
    app.refuse(Some("wamid.A1"));
    let url = app.url.replace("://", "://user:hunter2@") + "/hook?key=hunter2";
    let site = Site::with(|config| {
        config.subscribers.push(Subscriber { name: "app".to_owned(), url });
    })
    .await;
    site.webhook(two_people()).await;
    let host = app.url.strip_prefix("http://").unwrap();
    let said =
        format!("WARN your app at {host} answered 500 to message.text; the conversation waits");
    until("they are told", async || !log.with(&said).is_empty()).await;
    until("it failed thrice", async || app.order(&["wamid.A1"]).len() == 3).await;
    assert_eq!(log.with("answered 500").len(), 2, "once, and at two, four, eight …");
    app.refuse(None);
    let said = format!("INFO your app at {host} takes events again");
    until("they are told of the end", async || !log.with(&said).is_empty()).await;
    for secret in ["hunter2", "/hook", A, B] {
        assert_eq!(log.with(secret), [""; 0]);
    }
}

#[tokio::test]
async fn people_are_told_that_an_app_is_silent_and_may_have_it_asked_now() {
    let log = Log::new();
    let app = Peer::start().await;
    let (address, url) = (app.url.strip_prefix("http://").unwrap().to_owned(), app.url.clone());
    drop(app);
    let platform = Peer::start().await;
    let folder = tempfile::tempdir().unwrap();
    let mut config = site::config(&platform);
    config.subscribers.push(Subscriber { name: "app".to_owned(), url });
    config.persistence.if_silent = 1000;
    let gateway = site::start(config, folder.path()).await;
    let (url, body) = (format!("{}/webhook", gateway.url()), two_people());
    let signature = ("X-Hub-Signature-256", &*site::sign(body.as_bytes()));
    ask("POST", &url, &[signature], &body).await;
    let api = gateway.api_url();
    let retry = format!("{api}/api/subscribers/app/retry");
    let attempts = async || subscriber(api).await["silent"]["attempts"].as_i64().unwrap_or(0);
    // Without asking for it, the eighth attempt comes after two minutes.
    until("it was asked eight times", async || {
        let before = attempts().await;
        assert_eq!(ask("POST", &retry, &[], "").await.json(), json!({"success": true}));
        before >= 8
    })
    .await;
    let said = format!("WARN your app at {address} does not answer");
    assert!((3..=5).contains(&log.with(&said).len()), "{:?}", log.with(""));
    let app = Peer::start_at(&address).await;
    let form = [("Accept", "text/html"), ("Sec-Fetch-Site", "same-origin")];
    let answer = ask("POST", &retry, &form, "").await;
    assert_eq!((answer.status, answer.header("location")), (303, Some("/#handoff")));
    until("all come", async || app.order(&ITEMS).len() == 4).await;
    assert_eq!(log.with("takes events again").len(), 1);
    assert_eq!(ask("POST", &retry, &[("Origin", "http://evil.example")], "").await.status, 403);
    assert_eq!(ask("POST", &format!("{api}/api/subscribers/x/retry"), &[], "").await.status, 404);
    assert!(ask("GET", api, &[], "").await.text().contains("Try again now"));
    gateway.stop().await;
}
