//! Starting and stopping.

use std::{net::TcpListener, sync::Arc, time::Duration};

use wharf_gateway::{Gateway, Kind};
use wharf_model::time::SystemClock;
use wharf_store::ledger::State;

use crate::{
    peer::{Peer, Reply},
    site::{self, Site, text, until},
};

#[tokio::test]
async fn a_stop_waits_for_what_is_under_way_and_the_rest_goes_out_after_a_restart() {
    let site = Site::with(|config| config.timeout = Duration::from_millis(500)).await;
    site.platform.then([Reply::Silence]);
    let prefer = [("Prefer", "respond-async")];
    // The second waits behind the first.
    site.post(&text("+15550001111", "1"), &prefer).await;
    site.post(&text("+15550001111", "2"), &prefer).await;
    until("the first is on its way", async || site.platform.seen().len() == 1).await;
    let (platform, folder) = site.stop().await;
    let store = site::store(folder.path());
    let states: Vec<_> =
        store.recent_sends(None, 9).await.unwrap().iter().map(|send| send.state).collect();
    assert_eq!(states, [State::Queued, State::Unknown]);
    store.close().await.unwrap();
    drop(store);

    // Another conversation does not wait for the unknown one.
    let gateway = site::start(site::config(&platform), folder.path()).await;
    let site_url = format!("{}/v25.0/{}/messages", gateway.url(), site::NUMBER);
    let body = text("+15550002222", "3").to_string();
    let answer = crate::http::ask("POST", &site_url, &[site::KEY], body).await;
    assert_eq!(answer.status, 200);
    assert_eq!(platform.seen().len(), 2);
    gateway.stop().await;
}

#[tokio::test]
async fn a_waiting_app_is_answered_when_the_gateway_stops() {
    let site = Site::with(|config| config.upstream = "http://127.0.0.1:9".to_owned()).await;
    let (url, body) =
        (site.url(&format!("/v25.0/{}/messages", site::NUMBER)), text("+15550001111", "1"));
    let post = crate::http::ask("POST", &url, &[site::KEY], body.to_string());
    let stop = async {
        until("it is kept", async || !site.rows("sends").await.is_empty()).await;
        site.stop().await;
    };
    let (answer, ()) = tokio::join!(post, stop);
    assert_eq!(answer.status, 200);
    assert_eq!(answer.json()["messages"][0]["id"], "wharf.1");
}

#[tokio::test]
async fn a_gateway_that_cannot_start_says_why_in_one_line() {
    let platform = Peer::start().await;
    let folder = tempfile::tempdir().unwrap();
    let store = site::store(folder.path());
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let mut config = site::config(&platform);
    config.listen = taken.local_addr().unwrap();
    let clock = Arc::new(SystemClock);
    let error =
        Gateway::start(config.clone(), Arc::clone(&store), Arc::<SystemClock>::clone(&clock))
            .await
            .unwrap_err();
    assert!(matches!(error.kind(), Kind::Listen { in_use: true, .. }));
    let text = error.to_string();
    assert!(text.contains(&config.listen.to_string()) && text.lines().count() == 1, "{text}");

    // The port is free a moment later, and the gateway would call itself.
    drop(taken);
    config.upstream = format!("http://localhost:{}", config.listen.port());
    let error = Gateway::start(config, store, clock).await.unwrap_err();
    assert!(matches!(error.kind(), Kind::Itself { .. }), "{error}");
}
