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

/// The store takes a row and gives it back, and nobody asked us to stop.
pub(super) async fn ready(State(desk): State<Arc<Desk>>) -> Response {
    if desk.stopping.is_cancelled() {
        return say::text(StatusCode::SERVICE_UNAVAILABLE, PLAIN, "stopping\n".to_owned());
    }
    match desk.store.check().await {
        Ok(()) => say::text(StatusCode::OK, PLAIN, "ready\n".to_owned()),
        Err(error) => say::text(StatusCode::SERVICE_UNAVAILABLE, PLAIN, format!("{error}\n")),
    }
}
