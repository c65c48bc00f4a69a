//! `/_control/snapshot` and `/_control/reset`: the whole world, out, in and back to its beginning.

use axum::{
    Json, Router,
    body::Bytes,
    extract::{DefaultBodyLimit, State},
    http::{StatusCode, header},
    response::{IntoResponse as _, Response},
    routing::{get, post},
};
use serde_json::json;

use super::refuse;
use crate::{shell::Shell, world::World};

/// Bytes of a snapshot that are read: files are in it.
const SNAPSHOT_BYTES_MAX: usize = 1024 * 1024 * 1024;

pub(super) fn routes() -> Router<Shell> {
    let snapshot = get(take).put(put).layer(DefaultBodyLimit::max(SNAPSHOT_BYTES_MAX));
    Router::new().route("/_control/snapshot", snapshot).route("/_control/reset", post(reset))
}

async fn take(State(shell): State<Shell>) -> Response {
    // What is due has happened, and the world is at this moment.
    match shell.step(|world, now| world.snapshot(now)) {
        Ok(bytes) => ([(header::CONTENT_TYPE, "application/json")], bytes).into_response(),
        Err(what) => refuse(StatusCode::INTERNAL_SERVER_ERROR, what),
    }
}

/// The world goes on from there, with its clock standing still at that moment.
async fn put(State(shell): State<Shell>, body: Bytes) -> Response {
    match World::restore(&body) {
        Ok((world, now)) => {
            shell.replace(world, Some(now));
            Json(json!({"success": true})).into_response()
        }
        Err(what) => refuse(StatusCode::BAD_REQUEST, what),
    }
}

/// The world as it began, but for the clock and the registered webhook.
async fn reset(State(shell): State<Shell>) -> Response {
    shell.reset();
    Json(json!({"success": true})).into_response()
}
