//! `/_control/webhook`: where webhooks go.

use axum::{
    Json, Router,
    extract::{State, rejection::JsonRejection},
    http::StatusCode,
    response::{IntoResponse as _, Response},
    routing::get,
};
use serde::Deserialize;
use serde_json::json;

use super::{read, refuse};
use crate::{
    shell::Shell,
    world::{Target, TargetError},
};

pub(super) fn routes() -> Router<Shell> {
    Router::new().route("/_control/webhook", get(show).put(set))
}

/// A webhook to register.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Webhook {
    pub(super) url: String,
    pub(super) verify_token: String,
}

async fn show(State(shell): State<Shell>) -> Response {
    Json(shell.look(|world, _| {
        let url = world.apps.first().callbacks.app.as_ref().map(Target::as_str);
        json!({"url": url, "waiting": world.outbox.waiting()})
    }))
    .into_response()
}

async fn set(State(shell): State<Shell>, body: Result<Json<Webhook>, JsonRejection>) -> Response {
    let Webhook { url, verify_token } = match read(body) {
        Ok(webhook) => webhook,
        Err(response) => return *response,
    };
    let target = match Target::new(&url) {
        Ok(target) => target,
        Err(TargetError(what)) => return refuse(StatusCode::BAD_REQUEST, what),
    };
    match shell.register(target, &verify_token).await {
        Ok(()) => Json(json!({"url": url})).into_response(),
        Err(error) => refuse(StatusCode::BAD_GATEWAY, error.to_string()),
    }
}
