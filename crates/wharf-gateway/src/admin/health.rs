//! Whether it lives, and whether it can work.

use std::sync::Arc;

use axum::{extract::State, response::Response};
use http::StatusCode;

use super::say;
use crate::desk::Desk;

const PLAIN: &str = "text/plain; charset=utf-8";

/// The process answers.
pub(super) async fn alive() -> Response {
    say::text(StatusCode::OK, PLAIN, "ok\n".to_owned())
}

/// The store takes a row and gives it back, it has not failed in the last 10 s, and nobody asked us to stop.
/// (A row may fit where a webhook does not.)
pub(super) async fn ready(State(desk): State<Arc<Desk>>) -> Response {
    if desk.stopping.is_cancelled() {
        return say::text(StatusCode::SERVICE_UNAVAILABLE, PLAIN, "stopping\n".to_owned());
    }
    let checked = desk.store.check().await.map_err(|error| error.to_string());
    match checked.err().or_else(|| desk.failures.recent()) {
        None => say::text(StatusCode::OK, PLAIN, "ready\n".to_owned()),
        Some(why) => say::text(StatusCode::SERVICE_UNAVAILABLE, PLAIN, format!("{why}\n")),
    }
}
