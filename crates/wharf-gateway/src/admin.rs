//! The private listener: what only the gateway has. It reads, and changes nothing but when something is tried.

mod console;
mod health;
mod host;
mod metrics;
mod retry;
mod rows;
mod say;
mod time;

use std::{net::SocketAddr, sync::Arc};

use axum::{
    Router,
    extract::{Path, Query, State},
    middleware::from_fn_with_state,
    response::{IntoResponse as _, Response},
    routing::{get, post},
};
use http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};
use wharf_store::{
    StoreError,
    inbox::{EventFilter, Heads},
    ledger::State as SendState,
};

use crate::desk::Desk;

/// Rows that a list has unless more are asked for.
const LIMIT: usize = 100;

/// Rows that a list has at most.
const LIMIT_MAX: usize = 10_000;

/// Everything on the private listener.
pub(crate) fn router(desk: &Arc<Desk>, address: SocketAddr) -> Router {
    Router::new()
        .route("/", get(console::page))
        .route("/console.css", get(console::style))
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready))
        .route("/metrics", get(metrics::metrics))
        .route("/api/sends", get(sends))
        .route("/api/sends/{id}", get(send))
        .route("/api/events", get(events))
        .route("/api/dead_letters", get(dead_letters))
        .route("/api/subscribers", get(subscribers))
        .route("/api/subscribers/{name}/retry", post(retry::retry))
        .fallback(nothing)
        .layer(from_fn_with_state(address, host::check))
        .with_state(Arc::clone(desk))
}

/// What a list is asked for.
#[derive(Debug, Deserialize)]
struct Wanted {
    limit: Option<usize>,
    state: Option<String>,
}

impl Wanted {
    fn limit(&self) -> usize {
        self.limit.unwrap_or(LIMIT).min(LIMIT_MAX)
    }
}

/// Why there is no answer.
enum Trouble {
    Store(StoreError),
    Wrong(StatusCode, String),
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl axum::response::IntoResponse for Trouble {
    fn into_response(self) -> Response {
        let (status, message) = match self {
            Self::Store(error) => (StatusCode::SERVICE_UNAVAILABLE, error.to_string()),
            Self::Wrong(status, message) => (status, message),
        };
        say::json(status, &json!({"error": {"message": message}}))
    }
}

type Answer = Result<Response, Trouble>;

fn list(rows: &[Value]) -> Response {
    say::json(StatusCode::OK, &json!({"data": rows}))
}

async fn sends(State(desk): State<Arc<Desk>>, Query(wanted): Query<Wanted>) -> Answer {
    let state = match wanted.state.as_deref().filter(|word| !word.is_empty()) {
        None => None,
        Some(word) => Some(SendState::parse(word).ok_or_else(|| {
            let words: Vec<_> = SendState::ALL.iter().map(|state| state.as_str()).collect();
            let message = format!("there is no state {word:?}; there are {}", words.join(", "));
            Trouble::Wrong(StatusCode::BAD_REQUEST, message)
        })?),
    };
    let sends = desk.store.recent_sends(state, wanted.limit()).await?;
    Ok(list(&sends.iter().map(rows::send).collect::<Vec<_>>()))
}

/// One send, by our id (`wharf.17` or `17`) or by the platform's (`wamid.…`).
async fn send(State(desk): State<Arc<Desk>>, Path(id): Path<String>) -> Answer {
    let found = match id.strip_prefix("wharf.").unwrap_or(&id).parse() {
        Ok(number) => desk.store.send(number).await?,
        Err(_) => desk.store.send_by_wamid(&id).await?,
    };
    let send = found.ok_or_else(|| {
        Trouble::Wrong(StatusCode::NOT_FOUND, "there is no send with this id".to_owned())
    })?;
    Ok(say::json(StatusCode::OK, &rows::send(&send)))
}

async fn events(State(desk): State<Arc<Desk>>, Query(wanted): Query<Wanted>) -> Answer {
    let events = desk.store.recent_events(EventFilter::default(), wanted.limit()).await?;
    Ok(list(&events.iter().map(rows::event).collect::<Vec<_>>()))
}

async fn dead_letters(State(desk): State<Arc<Desk>>, Query(wanted): Query<Wanted>) -> Answer {
    let letters = desk.store.dead_letters(wanted.limit()).await?;
    Ok(list(&letters.iter().map(rows::dead_letter).collect::<Vec<_>>()))
}

async fn subscribers(State(desk): State<Arc<Desk>>) -> Answer {
    let mut rows = Vec::new();
    for circuit in &desk.circuits {
        let name = &circuit.subscriber.name;
        let cursors = desk.store.cursors(name).await?;
        let parked = desk.store.parked(name, Heads::Soonest(LIMIT)).await?;
        rows.push(rows::subscriber(circuit, &cursors, &parked));
    }
    Ok(list(&rows))
}

async fn nothing() -> Response {
    let message = "there is nothing here; there are /, /healthz, /readyz, /metrics, /api/sends, \
                   /api/sends/{id}, /api/events, /api/dead_letters, /api/subscribers and POST \
                   /api/subscribers/{name}/retry";
    Trouble::Wrong(StatusCode::NOT_FOUND, message.to_owned()).into_response()
}
