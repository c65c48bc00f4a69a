//! `/_control/account`: what the platform decides about the account.

use axum::{
    Json, Router,
    extract::{State, rejection::JsonRejection},
    http::StatusCode,
    response::{IntoResponse as _, Response},
    routing::get,
};
use serde_json::{Value, json};

use super::{read, refuse};
use crate::{
    shell::Shell,
    world::{AccountNews, World},
};

pub(super) fn routes() -> Router<Shell> {
    Router::new().route("/_control/account", get(show).put(decide))
}

fn node(world: &World) -> Value {
    let mut node = Value::Object(world.state.fields());
    node["id"] = json!(world.account);
    node["restrictions"] = json!(world.state.restrictions);
    node
}

async fn show(State(shell): State<Shell>) -> Response {
    Json(shell.look(|world, _| node(world))).into_response()
}

/// Decides about the account; the app is told.
async fn decide(
    State(shell): State<Shell>,
    body: Result<Json<AccountNews>, JsonRejection>,
) -> Response {
    let news = match read(body) {
        Ok(news) => news,
        Err(response) => return *response,
    };
    if let Err(what) = news.check() {
        return refuse(StatusCode::BAD_REQUEST, what);
    }
    Json(shell.step(|world, _| {
        world.decide_account(&news);
        node(world)
    }))
    .into_response()
}
