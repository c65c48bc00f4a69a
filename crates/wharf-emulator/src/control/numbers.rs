//! `/_control/numbers`: business numbers, and what the platform thinks of them.

use axum::{
    Json, Router,
    extract::{Path, State, rejection::JsonRejection},
    http::StatusCode,
    response::{IntoResponse as _, Response},
    routing::{get, put},
};
use serde_json::{Value, json};

use super::{read, refuse};
use crate::{
    shell::Shell,
    world::{Number, Opinion},
};

pub(super) fn routes() -> Router<Shell> {
    Router::new().route("/_control/numbers", get(list)).route("/_control/numbers/{id}", put(set))
}

fn node(number: &Number) -> Value {
    let mut node = number.fields();
    node.insert("code".to_owned(), json!(number.desk.code));
    Value::Object(node)
}

async fn list(State(shell): State<Shell>) -> Response {
    let data: Vec<_> = shell.look(|world, _| world.numbers.values().map(node).collect());
    Json(json!({"data": data})).into_response()
}

async fn set(
    State(shell): State<Shell>,
    Path(id): Path<String>,
    body: Result<Json<Opinion>, JsonRejection>,
) -> Response {
    let opinion = match read(body) {
        Ok(opinion) => opinion,
        Err(response) => return *response,
    };
    if let Err(what) = opinion.check() {
        return refuse(StatusCode::BAD_REQUEST, what);
    }
    let changed = shell.step(|world, now| {
        world.rate_number(&id, &opinion, now);
        world.number(&id, "get").map(node).ok()
    });
    match changed {
        Some(node) => Json(node).into_response(),
        None => refuse(StatusCode::NOT_FOUND, format!("there is no number {id}")),
    }
}
