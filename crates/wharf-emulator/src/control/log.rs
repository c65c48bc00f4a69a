//! `GET /_control/log`: every call of the platform's API, for a failing test to print.

use axum::{
    Json, Router,
    extract::{Query, State, rejection::QueryRejection},
    http::StatusCode,
    response::{IntoResponse as _, Response},
    routing::get,
};
use serde::Deserialize;
use serde_json::json;

use super::refuse;
use crate::shell::Shell;

pub(super) fn routes() -> Router<Shell> {
    Router::new().route("/_control/log", get(show).delete(clear))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    /// How many of the newest calls.
    #[serde(default = "all")]
    limit: usize,
}

fn all() -> usize {
    usize::MAX
}

async fn show(State(shell): State<Shell>, asked: Result<Query<Asked>, QueryRejection>) -> Response {
    match asked {
        Ok(Query(Asked { limit })) => {
            Json(json!({"data": shell.call_log().newest(limit)})).into_response()
        }
        Err(rejection) => refuse(StatusCode::BAD_REQUEST, rejection.body_text()),
    }
}

async fn clear(State(shell): State<Shell>) -> Response {
    shell.call_log().clear();
    Json(json!({"data": []})).into_response()
}
