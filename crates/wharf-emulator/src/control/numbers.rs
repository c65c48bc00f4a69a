//! `/_control/numbers`: business numbers, and what the platform thinks of them.

use axum::{
    Json, Router,
    extract::{Path, State, rejection::JsonRejection},
    http::StatusCode,
    response::{IntoResponse as _, Response},
    routing::{get, put},
};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{read, refuse};
use crate::{shell::Shell, world::Number};

pub(super) fn routes() -> Router<Shell> {
    Router::new().route("/_control/numbers", get(list)).route("/_control/numbers/{id}", put(set))
}

/// What can be different about a number.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    quality_rating: Option<String>,
    verified: Option<bool>,
    official: Option<bool>,
}

const RATINGS: [&str; 4] = ["GREEN", "YELLOW", "RED", "UNKNOWN"];

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
    body: Result<Json<Settings>, JsonRejection>,
) -> Response {
    let settings = match read(body) {
        Ok(settings) => settings,
        Err(response) => return *response,
    };
    let quality = settings.quality_rating;
    if quality.as_ref().is_some_and(|rating| !RATINGS.contains(&rating.as_str())) {
        let what = format!("quality_rating: must be one of {}", RATINGS.join(", "));
        return refuse(StatusCode::BAD_REQUEST, what);
    }
    let changed = shell.step(|world, _| {
        world.rate_number(&id, quality, settings.verified);
        world.make_official(&id, settings.official);
        world.number(&id, "get").map(node).ok()
    });
    match changed {
        Some(node) => Json(node).into_response(),
        None => refuse(StatusCode::NOT_FOUND, format!("there is no number {id}")),
    }
}
