//! An app's webhook.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use axum::{
    Router,
    body::Bytes,
    extract::{RawQuery, State},
    http::{HeaderMap, StatusCode},
    routing::get,
};
use serde_json::Value;
use tokio::{net::TcpListener, sync::mpsc};
use tokio_util::{sync::CancellationToken, task::TaskTracker};
use wharf_model::webhook::EventKind;
use wharf_webhook::{AppSecret, SIGNATURE_HEADER, VerifyToken};

/// How long a webhook may take to come before a test fails.
const PATIENCE: Duration = Duration::from_secs(20);

/// A webhook as it came.
pub(crate) type Came = (Option<String>, Bytes);

/// An app's webhook, running.
pub(crate) struct Receiver {
    pub(crate) url: String,
    came: mpsc::Receiver<Came>,
    answers: Arc<Mutex<Vec<u16>>>,
    stopping: CancellationToken,
    tasks: TaskTracker,
}

#[derive(Clone)]
struct App {
    came: mpsc::Sender<Came>,
    /// Statuses to answer with; 200 when there are no more.
    answers: Arc<Mutex<Vec<u16>>>,
}

impl Receiver {
    /// Answers with these statuses first, then always with 200.
    pub(crate) async fn start(answers: &[u16]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/webhook", listener.local_addr().unwrap());
        let (sender, came) = mpsc::channel(1_000);
        let answers: Vec<_> = answers.iter().rev().copied().collect();
        let answers = Arc::new(Mutex::new(answers));
        let app = App { came: sender, answers: Arc::clone(&answers) };
        let routes = Router::new().route("/webhook", get(handshake).post(take)).with_state(app);
        let (stopping, tasks) = (CancellationToken::new(), TaskTracker::new());
        let stop = stopping.clone().cancelled_owned();
        tasks.spawn(async move {
            axum::serve(listener, routes).with_graceful_shutdown(stop).await.unwrap();
        });
        tasks.close();
        Self { url, came, answers, stopping, tasks }
    }

    /// Answers with these statuses from now on, then with 200 again.
    pub(crate) fn refuse(&self, statuses: &[u16]) {
        self.answers.lock().unwrap().extend(statuses.iter().rev());
    }

    /// The next webhook, its signature checked.
    pub(crate) async fn next(&mut self) -> Value {
        let (signature, body) = self.raw().await;
        let secret = AppSecret::new("wharf-dev-secret").unwrap();
        secret.verify(signature.as_deref(), &body).unwrap();
        is_read(&body);
        serde_json::from_slice(&body).unwrap()
    }

    /// The next webhook as it came.
    pub(crate) async fn raw(&mut self) -> Came {
        tokio::time::timeout(PATIENCE, self.came.recv()).await.expect("no webhook came").unwrap()
    }

    /// The value of the next webhook's only change, which is of this field.
    pub(crate) async fn of(&mut self, field: &str) -> Value {
        let body = self.next().await;
        let change = &body["entry"][0]["changes"][0];
        assert_eq!(change["field"], field, "{change}");
        assert_eq!(change["value"]["metadata"]["phone_number_id"], "100000000000001");
        change["value"].clone()
    }

    /// The value of the next webhook's only change.
    pub(crate) async fn value(&mut self) -> Value {
        let body = self.next().await;
        assert_eq!(body["object"], "whatsapp_business_account");
        assert_eq!(body["entry"][0]["id"], "200000000000001");
        let change = &body["entry"][0]["changes"][0];
        assert_eq!(change["field"], "messages");
        assert_eq!(change["value"]["metadata"]["phone_number_id"], "100000000000001");
        change["value"].clone()
    }

    /// The next status.
    pub(crate) async fn status(&mut self) -> Value {
        let value = self.value().await;
        assert!(value["statuses"].is_array(), "no status: {value}");
        value["statuses"][0].clone()
    }

    pub(crate) async fn stop(self) {
        self.stopping.cancel();
        self.tasks.wait().await;
    }
}

/// The model reads every word of it.
fn is_read(body: &[u8]) {
    for event in wharf_model::webhook::read(body) {
        let raw = event.raw.as_str();
        assert_eq!(event.unread(), None, "{}: {raw}", event.field);
        assert_eq!(event.notes, Vec::<String>::new(), "{}: {raw}", event.field);
        if matches!(event.kind, EventKind::Update) {
            assert!(event.update().is_some(), "{}: {raw}", event.field);
        }
    }
}

async fn handshake(RawQuery(query): RawQuery) -> (StatusCode, Vec<u8>) {
    let token = VerifyToken::new("wharf-dev-verify").unwrap();
    match token.handshake(&query.unwrap_or_default()) {
        Ok(challenge) => (StatusCode::OK, challenge),
        Err(refused) => (StatusCode::from_u16(refused.status()).unwrap(), Vec::new()),
    }
}

async fn take(State(app): State<App>, headers: HeaderMap, body: Bytes) -> StatusCode {
    let signature = headers.get(SIGNATURE_HEADER).map(|value| value.to_str().unwrap().to_owned());
    app.came.send((signature, body)).await.unwrap();
    let status = app.answers.lock().unwrap().pop().unwrap_or(200);
    StatusCode::from_u16(status).unwrap()
}
