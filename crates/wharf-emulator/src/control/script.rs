//! `/_control/users/{wa_id}/script`: what somebody does by themselves.

use axum::{
    Json, Router,
    extract::{Path, State, rejection::JsonRejection},
    http::StatusCode,
    response::{IntoResponse as _, Response},
    routing::get,
};
use serde_json::Value;

use super::{read, refuse};
use crate::{shell::Shell, world::Script};

pub(super) fn routes() -> Router<Shell> {
    Router::new().route("/_control/users/{wa_id}/script", get(show).put(set).delete(clear))
}

async fn show(State(shell): State<Shell>, Path(wa_id): Path<String>) -> Response {
    let script = shell.look(|world, _| {
        world.person_of(&wa_id).and_then(|wa_id| world.people.get(&wa_id)?.script.clone())
    });
    Json(script).into_response()
}

async fn set(
    State(shell): State<Shell>,
    Path(wa_id): Path<String>,
    body: Result<Json<Script>, JsonRejection>,
) -> Response {
    let script = match read(body) {
        Ok(script) => script,
        Err(response) => return *response,
    };
    if let Err(what) = script.check() {
        return refuse(StatusCode::BAD_REQUEST, what);
    }
    let known = shell.step(|world, now| {
        let person = world.person_of(&wa_id);
        person.is_some_and(|wa_id| world.set_script(&wa_id, script.clone(), now))
    });
    if known {
        return Json(script).into_response();
    }
    refuse(StatusCode::NOT_FOUND, "nobody has this number; PUT /_control/users/{digits} first")
}

async fn clear(State(shell): State<Shell>, Path(wa_id): Path<String>) -> Response {
    shell.step(|world, _| {
        let person = world.person_of(&wa_id);
        if let Some(person) = person.and_then(|wa_id| world.people.get_mut(&wa_id)) {
            person.script = None;
        }
    });
    Json(Value::Null).into_response()
}
