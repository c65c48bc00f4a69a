//! `/_control/rules`: how strict the platform is about how much is sent, and to whom.

use axum::{
    Json, Router,
    extract::{State, rejection::JsonRejection},
    http::StatusCode,
    response::{IntoResponse as _, Response},
    routing::get,
};
use serde_json::{Map, Value};

use super::{read, refuse};
use crate::shell::Shell;

pub(super) fn routes() -> Router<Shell> {
    Router::new().route("/_control/rules", get(show).put(set))
}

async fn show(State(shell): State<Shell>) -> Response {
    Json(shell.look(|world, _| world.rules.clone())).into_response()
}

/// What is named is changed, `null` switches a rule off; the others stay.
async fn set(
    State(shell): State<Shell>,
    body: Result<Json<Map<String, Value>>, JsonRejection>,
) -> Response {
    let body = match read(body) {
        Ok(body) => body,
        Err(response) => return *response,
    };
    shell.step(|world, _| {
        let mut rules = serde_json::to_value(&world.rules).unwrap_or_default();
        for (name, value) in body {
            match rules.get_mut(&name) {
                Some(rule) => *rule = value,
                None => {
                    return refuse(
                        StatusCode::BAD_REQUEST,
                        format!("{name}: there is no such rule"),
                    );
                }
            }
        }
        match serde_json::from_value(rules) {
            Ok(rules) => {
                world.rules = rules;
                Json(world.rules.clone()).into_response()
            }
            Err(error) => refuse(StatusCode::BAD_REQUEST, error.to_string()),
        }
    })
}
