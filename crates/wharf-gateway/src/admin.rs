//! The private listener: what only the gateway has. It reads, and changes nothing but when something is tried.

mod console;
mod health;
mod host;
mod metrics;
mod retry;
mod rows;
mod say;
mod time;
mod wanted;

use std::{net::SocketAddr, sync::Arc};

use axum::{
    Router,
    extract::{Path, RawQuery, State, rejection::PathRejection},
    middleware::from_fn_with_state,
    response::{IntoResponse as _, Response},
    routing::{get, post},
};
use http::StatusCode;
use serde_json::{Value, json};
use wharf_store::{StoreError, inbox::Heads};

use crate::desk::Desk;
use wanted::Wanted;

/// Conversations with parked events that are shown of a subscriber.
const PARKED: usize = 100;

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
        .method_not_allowed_fallback(other_method)
        .layer(from_fn_with_state(address, host::check))
        .with_state(Arc::clone(desk))
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

async fn sends(State(desk): State<Arc<Desk>>, RawQuery(query): RawQuery) -> Answer {
    let wanted = Wanted::read(query.as_deref(), &["limit", "state"])?;
    let sends = desk.store.recent_sends(wanted.state, wanted.limit).await?;
    Ok(list(&sends.iter().map(rows::send).collect::<Vec<_>>()))
}

/// A part of a path; it is UTF-8.
type Part = Result<Path<String>, PathRejection>;

fn part(part: Part) -> Result<String, Trouble> {
    part.map(|Path(part)| part).map_err(|_| {
        let message = "the path is not UTF-8 in percent-encoding".to_owned();
        Trouble::Wrong(StatusCode::BAD_REQUEST, message)
    })
}

/// One send, by our id (`wharf.17` or `17`) or by the platform's (`wamid.…`).
async fn send(State(desk): State<Arc<Desk>>, id: Part) -> Answer {
    let id = part(id)?;
    let found = match id.strip_prefix("wharf.").unwrap_or(&id).parse() {
        Ok(number) => desk.store.send(number).await?,
        Err(_) => desk.store.send_by_wamid(&id).await?,
    };
    let send = found.ok_or_else(|| {
        Trouble::Wrong(StatusCode::NOT_FOUND, "there is no send with this id".to_owned())
    })?;
    Ok(say::json(StatusCode::OK, &rows::send(&send)))
}

async fn events(State(desk): State<Arc<Desk>>, RawQuery(query): RawQuery) -> Answer {
    let wanted = Wanted::read(query.as_deref(), &["limit", "lane", "unread"])?;
    let events = desk.store.recent_events(wanted.events, wanted.limit).await?;
    Ok(list(&events.iter().map(rows::event).collect::<Vec<_>>()))
}

async fn dead_letters(State(desk): State<Arc<Desk>>, RawQuery(query): RawQuery) -> Answer {
    let wanted = Wanted::read(query.as_deref(), &["limit"])?;
    let letters = desk.store.dead_letters(wanted.limit).await?;
    Ok(list(&letters.iter().map(rows::dead_letter).collect::<Vec<_>>()))
}

async fn subscribers(State(desk): State<Arc<Desk>>, RawQuery(query): RawQuery) -> Answer {
    Wanted::read(query.as_deref(), &[])?;
    let mut rows = Vec::new();
    for circuit in &desk.circuits {
        let name = &circuit.subscriber.name;
        let cursors = desk.store.cursors(name).await?;
        let parked = desk.store.parked(name, Heads::Soonest(PARKED)).await?;
        rows.push(rows::subscriber(circuit, &cursors, &parked));
    }
    Ok(list(&rows))
}

async fn other_method() -> Response {
    let message = "this is asked with another method: GET, or POST to try again";
    Trouble::Wrong(StatusCode::METHOD_NOT_ALLOWED, message.to_owned()).into_response()
}

async fn nothing() -> Response {
    let message = "there is nothing here; there are /, /healthz, /readyz, /metrics, /api/sends, \
                   /api/sends/{id}, /api/events, /api/dead_letters, /api/subscribers and POST \
                   /api/subscribers/{name}/retry";
    Trouble::Wrong(StatusCode::NOT_FOUND, message.to_owned()).into_response()
}
