//! `/_control/users`: people with phones.

use axum::{
    Json, Router,
    extract::{Path, State, rejection::JsonRejection},
    http::StatusCode,
    response::{IntoResponse as _, Response},
    routing::get,
};
use serde::Deserialize;
use serde_json::{Value, json};
use wharf_model::phone;

use super::{read, refuse};
use crate::{shell::Shell, world::Person};

pub(super) fn routes() -> Router<Shell> {
    Router::new()
        .route("/_control/users", get(list))
        .route("/_control/users/{wa_id}", get(show).put(set))
}

/// What can be said of a person.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    name: Option<String>,
    reachable: Option<bool>,
    reads: Option<bool>,
}

fn node(person: &Person) -> Value {
    let windows: Vec<_> = person
        .wrote
        .keys()
        .map(|number| json!({"phone_number_id": number, "window_until": person.window_until(number)}))
        .collect();
    json!({
        "wa_id": person.wa_id, "name": person.name, "user_id": person.user_id,
        "reachable": person.reachable, "reads": person.reads, "windows": windows,
    })
}

async fn list(State(shell): State<Shell>) -> Json<Value> {
    Json(
        shell.look(|world, _| json!({"data": world.people.values().map(node).collect::<Vec<_>>()})),
    )
}

async fn show(State(shell): State<Shell>, Path(wa_id): Path<String>) -> Response {
    let person = shell.look(|world, _| world.people.get(&wa_id).map(node));
    match person {
        Some(person) => Json(person).into_response(),
        None => refuse(
            StatusCode::NOT_FOUND,
            format!("nobody has the number {wa_id}; PUT brings somebody into the world"),
        ),
    }
}

/// Brings somebody into the world, or changes them.
async fn set(
    State(shell): State<Shell>,
    Path(wa_id): Path<String>,
    body: Result<Json<Settings>, JsonRejection>,
) -> Response {
    let settings = match read(body) {
        Ok(settings) => settings,
        Err(response) => return *response,
    };
    let Some(wa_id) = phone::digits(&wa_id) else {
        return refuse(
            StatusCode::BAD_REQUEST,
            "the path names no phone number; write it with country code",
        );
    };
    let person = shell.step(|world, _| {
        let known = world.people.get(&wa_id).map(|person| person.name.clone());
        let name = settings.name.or(known).unwrap_or_else(|| format!("+{wa_id}"));
        world.add_person(&wa_id, &name);
        world.set_habits(&wa_id, settings.reachable, settings.reads);
        world.people.get(&wa_id).map(node)
    });
    Json(person).into_response()
}
