//! A gateway on free ports, with a platform that does as it is told.

use std::{
    net::{Ipv4Addr, SocketAddr},
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};

use serde_json::{Value, json};
use tempfile::TempDir;
use wharf_gateway::{Config, Gateway, Subscriber, config::Persistence};
use wharf_model::time::SystemClock;
use wharf_store::{Store, sqlite::SqliteStore};
use wharf_webhook::AppSecret;

use crate::{
    http::{self, Answer, ask},
    peer::Peer,
};

/// How long a condition may take to come true before a test fails.
const PATIENCE: Duration = Duration::from_secs(30);

pub(crate) const NUMBER: &str = "100000000000001";
pub(crate) const KEY: (&str, &str) = ("Authorization", "Bearer wharf-dev");

/// A gateway and what is around it.
#[derive(Debug)]
pub(crate) struct Site {
    pub(crate) platform: Peer,
    pub(crate) gateway: Gateway,
    folder: TempDir,
}

pub(crate) fn store(folder: &Path) -> Arc<dyn Store> {
    Arc::new(SqliteStore::open(folder.join("wharf.db"), Arc::new(SystemClock)).unwrap())
}

/// Settings on free ports.
pub(crate) fn config(platform: &Peer) -> Config {
    let free = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
    let mut config = Config::dev(&platform.url);
    (config.listen, config.api_listen) = (free, free);
    config.persistence = Persistence::LONG;
    config
}

pub(crate) async fn start(config: Config, folder: &Path) -> Gateway {
    Gateway::start(config, store(folder), Arc::new(SystemClock)).await.unwrap()
}

impl Site {
    pub(crate) async fn start() -> Self {
        Self::with(|_| {}).await
    }

    /// With other settings.
    pub(crate) async fn with(change: impl FnOnce(&mut Config)) -> Self {
        let platform = Peer::start().await;
        let folder = tempfile::tempdir().unwrap();
        let mut config = config(&platform);
        change(&mut config);
        let gateway = start(config, folder.path()).await;
        Self { platform, gateway, folder }
    }

    /// With an app that is handed events.
    pub(crate) async fn with_app() -> (Self, Peer) {
        let app = Peer::start().await;
        let url = format!("{}/hook", app.url);
        let name = "app".to_owned();
        let site = Self::with(|config| config.subscribers.push(Subscriber { name, url })).await;
        (site, app)
    }

    /// Stops it as a service manager would, and gives what stays.
    pub(crate) async fn stop(self) -> (Peer, TempDir) {
        self.gateway.stop().await;
        (self.platform, self.folder)
    }

    pub(crate) fn url(&self, path: &str) -> String {
        format!("{}{path}", self.gateway.url())
    }

    pub(crate) async fn api(&self, path: &str) -> Value {
        http::json(&format!("{}{path}", self.gateway.api_url())).await
    }

    /// The rows of a list of the private API, oldest first.
    pub(crate) async fn rows(&self, list: &str) -> Vec<Value> {
        let mut rows = self.api(&format!("/api/{list}?limit=1000")).await["data"].take();
        let mut rows = std::mem::take(rows.as_array_mut().unwrap());
        rows.reverse();
        rows
    }

    /// Sends a message as an app does.
    pub(crate) async fn post(&self, body: &Value, headers: &[(&str, &str)]) -> Answer {
        let headers = [&[KEY, ("Content-Type", "application/json")], headers].concat();
        let url = self.url(&format!("/v16.0/{NUMBER}/messages"));
        ask("POST", &url, &headers, body.to_string()).await
    }

    /// Calls the webhook as the platform does.
    pub(crate) async fn webhook(&self, body: impl AsRef<[u8]>) -> Answer {
        let signature = sign(body.as_ref());
        ask("POST", &self.url("/webhook"), &[("X-Hub-Signature-256", &signature)], body).await
    }

    /// Waits until a send of ours is in this state.
    pub(crate) async fn reaches(&self, id: &str, state: &str) {
        until(&format!("{id} is {state}"), async || {
            self.api(&format!("/api/sends/{id}")).await["state"] == state
        })
        .await;
    }
}

pub(crate) fn sign(body: &[u8]) -> String {
    AppSecret::new("wharf-dev-secret").unwrap().sign(body)
}

/// Asks again and again until it is so.
pub(crate) async fn until(what: &str, is_so: impl AsyncFn() -> bool) {
    let begun = Instant::now();
    let mut tick = tokio::time::interval(Duration::from_millis(10));
    while !is_so().await {
        assert!(begun.elapsed() < PATIENCE, "waited in vain: {what}");
        tick.tick().await;
    }
}

/// A text to somebody.
pub(crate) fn text(to: &str, body: &str) -> Value {
    json!({"messaging_product": "whatsapp", "to": to, "type": "text", "text": {"body": body}})
}

/// A webhook body with these messages and statuses of our number.
pub(crate) fn arrival(messages: &Value, statuses: &Value) -> String {
    let value = json!({"messaging_product": "whatsapp",
        "metadata": {"display_phone_number": "15550009999", "phone_number_id": NUMBER},
        "messages": messages, "statuses": statuses});
    json!({"object": "whatsapp_business_account",
        "entry": [{"id": "200000000000001", "changes": [{"field": "messages", "value": value}]}]})
    .to_string()
}

/// A message that somebody wrote.
pub(crate) fn written(id: &str, from: &str) -> Value {
    json!({"id": id, "from": from, "timestamp": "1700000000", "type": "text", "text": {"body": "hi"}})
}

/// What became of a message of ours.
pub(crate) fn status(wamid: &str, status: &str, token: &str) -> Value {
    json!({"id": wamid, "status": status, "timestamp": "1700000001", "recipient_id": "15550001111",
        "biz_opaque_callback_data": token})
}
