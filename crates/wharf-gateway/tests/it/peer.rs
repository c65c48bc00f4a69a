//! A server of a few lines: the platform, or an app that is handed events. It answers as it is told.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
};

use axum::{
    Router,
    body::{Bytes, to_bytes},
    extract::{Request, State},
    http::{HeaderMap, Method, StatusCode},
    response::{IntoResponse as _, Response},
};
use serde_json::{Value, json};
use tokio::{net::TcpListener, task::JoinSet};

/// What the server does with a request.
#[derive(Clone, Debug)]
pub(crate) enum Reply {
    /// As the platform says yes: the n-th message is `wamid.N`; anything else gets `{"success":true}`.
    Yes,
    /// This status and body.
    Say(u16, String),
    /// The same with a header before the body.
    With(u16, &'static str, String, String),
    /// Nothing, for good.
    Silence,
}

/// A request as it came.
#[derive(Clone, Debug)]
pub(crate) struct Seen {
    pub(crate) method: Method,
    pub(crate) target: String,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Seen {
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    /// The token it carries.
    pub(crate) fn token(&self) -> String {
        self.json()["biz_opaque_callback_data"].as_str().unwrap().to_owned()
    }
}

#[derive(Debug, Default)]
struct Notes {
    seen: Mutex<Vec<Seen>>,
    replies: Mutex<VecDeque<Reply>>,
    accepted: Mutex<u32>,
    refused: Mutex<Option<String>>,
}

/// The server; it ends when this is dropped.
#[derive(Debug)]
pub(crate) struct Peer {
    pub(crate) url: String,
    notes: Arc<Notes>,
    _tasks: JoinSet<()>,
}

impl Peer {
    pub(crate) async fn start() -> Self {
        Self::start_at("127.0.0.1:0").await
    }

    pub(crate) async fn start_at(address: &str) -> Self {
        let listener = TcpListener::bind(address).await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let notes = Arc::<Notes>::default();
        let router = Router::new().fallback(answer).with_state(Arc::clone(&notes));
        let mut tasks = JoinSet::new();
        tasks.spawn(async move { axum::serve(listener, router).await.unwrap() });
        Self { url, notes, _tasks: tasks }
    }

    /// The next requests are answered like this, in order; those after them with yes.
    pub(crate) fn then(&self, replies: impl IntoIterator<Item = Reply>) {
        self.notes.replies.lock().unwrap().extend(replies);
    }

    /// Bodies with this text in them are answered 500 from now on; none are with `None`.
    pub(crate) fn refuse(&self, text: Option<&str>) {
        *self.notes.refused.lock().unwrap() = text.map(str::to_owned);
    }

    /// Which of these texts was in a body, in the order in which the bodies came.
    pub(crate) fn order(&self, texts: &[&str]) -> Vec<String> {
        let of = |seen: &Seen| {
            let body = String::from_utf8_lossy(&seen.body).into_owned();
            texts.iter().find(|text| body.contains(**text)).map(|text| (*text).to_owned())
        };
        self.seen().iter().filter_map(of).collect()
    }

    /// The requests that arrived.
    pub(crate) fn seen(&self) -> Vec<Seen> {
        self.notes.seen.lock().unwrap().clone()
    }
}

async fn answer(State(notes): State<Arc<Notes>>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let body = to_bytes(body, usize::MAX).await.unwrap();
    let target = parts.uri.path_and_query().unwrap().to_string();
    let is_message = parts.uri.path().ends_with("/messages");
    let is_refused = {
        let refused = notes.refused.lock().unwrap();
        refused.as_ref().is_some_and(|text| String::from_utf8_lossy(&body).contains(text))
    };
    let seen = Seen { method: parts.method, target, headers: parts.headers, body };
    notes.seen.lock().unwrap().push(seen);
    if is_refused {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    }
    let reply = notes.replies.lock().unwrap().pop_front().unwrap_or(Reply::Yes);
    match reply {
        Reply::Yes if is_message => {
            let number = {
                let mut accepted = notes.accepted.lock().unwrap();
                *accepted += 1;
                *accepted
            };
            // Spaces that nobody else would write, so that verbatim shows.
            format!(
                r#"{{ "messaging_product":"whatsapp", "messages":[ {{"id":"wamid.{number}"}} ] }}"#
            )
            .into_response()
        }
        Reply::Yes => axum::Json(json!({"success": true})).into_response(),
        Reply::Say(status, body) => (StatusCode::from_u16(status).unwrap(), body).into_response(),
        Reply::With(status, name, value, body) => {
            (StatusCode::from_u16(status).unwrap(), [(name, value)], body).into_response()
        }
        Reply::Silence => std::future::pending().await,
    }
}

/// An error of the platform.
pub(crate) fn error(status: u16, code: u32) -> Reply {
    let body = json!({"error": {"message": format!("(#{code}) no"), "type": "OAuthException", "code": code,
        "fbtrace_id": "Atrace"}});
    Reply::Say(status, body.to_string())
}
