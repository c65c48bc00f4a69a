//! A platform that answers as it is told.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
};

use axum::{
    Json, Router,
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
    routing::post,
};
use serde_json::{Value, json};
use tokio::{net::TcpListener, task::JoinSet};
use wharf::{AccessToken, Client};

/// A message that arrived: the token, the number, the body.
#[derive(Clone, Debug)]
pub(crate) struct Arrived {
    pub(crate) token: String,
    pub(crate) number: String,
    pub(crate) body: Value,
}

type Shared = Arc<Mutex<(VecDeque<Option<u32>>, Vec<Arrived>)>>;

/// The platform; it ends when this is dropped.
pub(crate) struct Platform {
    url: String,
    shared: Shared,
    _tasks: JoinSet<()>,
}

impl Platform {
    /// Answers the first sends with these error codes, or with a success where there is none; all others with a
    /// success. The n-th send, from 0, has the id `wamid.n`.
    pub(crate) async fn start(answers: &[Option<u32>]) -> Self {
        let shared = Shared::default();
        shared.lock().unwrap().0.extend(answers);
        let app = Router::new()
            .route("/v25.0/{number}/messages", post(take))
            .with_state(Arc::clone(&shared));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let mut tasks = JoinSet::new();
        tasks.spawn(async move { axum::serve(listener, app).await.unwrap() });
        Self { url, shared, _tasks: tasks }
    }

    pub(crate) fn client(&self, token: &str) -> Client {
        let token = AccessToken::new(token).unwrap();
        Client::builder(token).base_url(&self.url).build().unwrap()
    }

    pub(crate) fn arrived(&self) -> Vec<Arrived> {
        self.shared.lock().unwrap().1.clone()
    }
}

async fn take(
    State(shared): State<Shared>,
    Path(number): Path<String>,
    headers: HeaderMap,
    Json(body): Json<Value>,
) -> (StatusCode, Json<Value>) {
    let token = headers["authorization"].to_str().unwrap().replace("Bearer ", "");
    let mut shared = shared.lock().unwrap();
    let id = format!("wamid.{}", shared.1.len());
    let to = body["to"].clone();
    shared.1.push(Arrived { token, number, body });
    if let Some(code) = shared.0.pop_front().flatten() {
        return (
            StatusCode::BAD_REQUEST,
            Json(json!({ "error": { "message": "no", "code": code } })),
        );
    }
    let contacts = json!([{ "input": to, "wa_id": to }]);
    let sent = json!({ "messaging_product": "whatsapp", "contacts": contacts, "messages": [{ "id": id }] });
    (StatusCode::OK, Json(sent))
}
