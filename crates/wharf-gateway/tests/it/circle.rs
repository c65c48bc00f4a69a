//! The full circle with the emulator: an app sends, the platform tells, the app is told.

use std::{net::Ipv4Addr, sync::Arc};

use serde_json::{Value, json};
use wharf_emulator::{Delays, Emulator};
use wharf_gateway::{Config, Gateway, Subscriber};
use wharf_model::time::SystemClock;

use crate::{
    http::ask,
    peer::Peer,
    site::{self, KEY, NUMBER, sign, text, until},
};

/// The item of each body that the app was handed, with the conversation's other items left out.
fn handed(app: &Peer, list: &str) -> Vec<Value> {
    let bodies = app.seen().into_iter().filter_map(|seen| {
        assert_eq!(seen.header("x-hub-signature-256"), sign(&seen.body));
        seen.json().pointer(&format!("/entry/0/changes/0/value/{list}/0")).cloned()
    });
    bodies.collect()
}

#[tokio::test]
async fn what_an_app_sends_comes_back_as_statuses_and_what_people_write_comes_in() {
    let mut config = wharf_emulator::Config::dev();
    config.listen = (Ipv4Addr::LOCALHOST, 0).into();
    config.delays = Delays::NONE;
    let emulator = Emulator::start(config).await.unwrap();
    let (app, folder) = (Peer::start().await, tempfile::tempdir().unwrap());
    let mut config = Config::dev(emulator.url());
    (config.listen, config.api_listen) =
        ((Ipv4Addr::LOCALHOST, 0).into(), (Ipv4Addr::LOCALHOST, 0).into());
    let url = format!("{}/hook", app.url);
    config.subscribers.push(Subscriber { name: "app".to_owned(), url });
    let store = site::store(folder.path());
    let gateway = Gateway::start(config, Arc::clone(&store), Arc::new(SystemClock)).await.unwrap();
    let webhook = format!("{}/webhook", gateway.url());
    emulator.set_webhook(&webhook, wharf_gateway::config::DEV_VERIFY_TOKEN).await.unwrap();

    let url = format!("{}/v16.0/{NUMBER}/messages", gateway.url());
    let mut body = text("+15550001111", "hello");
    body["biz_opaque_callback_data"] = "order-7".into();
    let answer = ask("POST", &url, &[KEY], body.to_string()).await.json();
    let wamid = answer["messages"][0]["id"].as_str().unwrap();
    assert!(wamid.starts_with("wamid."), "{answer}");
    until("all statuses are handed over", async || {
        handed(&app, "statuses").iter().any(|status| status["status"] == "read")
    })
    .await;
    for status in handed(&app, "statuses") {
        assert_eq!(status["id"], wamid);
        assert_eq!(status["biz_opaque_callback_data"], "order-7");
    }
    let send = crate::http::json(&format!("{}/api/sends/{wamid}", gateway.api_url())).await;
    assert_eq!(send["state"], "read");

    let written = emulator.write("15550001111", "caf\u{e9}").unwrap();
    until("what was written is handed over", async || {
        handed(&app, "messages").iter().any(|message| message["id"] == written.as_str())
    })
    .await;

    // The platform's own refusals come as they are.
    let template = json!({"messaging_product": "whatsapp", "to": "+15550001111", "type": "template",
        "template": {"name": "no_such", "language": {"code": "en_US"}}});
    let answer = ask("POST", &url, &[KEY], template.to_string()).await;
    assert_eq!((answer.status, answer.json()["error"]["code"].as_u64()), (404, Some(132_001)));

    gateway.stop().await;
    emulator.stop().await;
    store.close().await.unwrap();
}
