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

use super::{read, refuse};
use crate::{
    shell::Shell,
    world::{Habits, Person, is_username},
};

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
    phone_hidden: Option<bool>,
    blocks: Option<bool>,
    opted_out: Option<bool>,
    /// Empty takes it away.
    username: Option<String>,
}

/// Somebody, as this API shows them.
pub(super) fn node(person: &Person) -> Value {
    let windows: Vec<_> = person
        .wrote
        .keys()
        .map(|number| json!({"phone_number_id": number, "window_until": person.window_until(number)}))
        .collect();
    json!({
        "wa_id": person.wa_id, "name": person.name, "user_id": person.user_id,
        "reachable": person.reachable, "reads": person.reads, "phone_hidden": person.phone_hidden,
        "blocks": person.blocks, "opted_out": person.opted_out, "username": person.username,
        "identity_key_hash": person.key_hash(), "windows": windows,
    })
}

async fn list(State(shell): State<Shell>) -> Json<Value> {
    Json(
        shell.look(|world, _| json!({"data": world.people.values().map(node).collect::<Vec<_>>()})),
    )
}

async fn show(State(shell): State<Shell>, Path(wa_id): Path<String>) -> Response {
    let person = shell.look(|world, _| {
        world.person_of(&wa_id).and_then(|wa_id| world.people.get(&wa_id)).map(node)
    });
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
    let Some(wa_id) = super::wa_id(&wa_id) else {
        return refuse(
            StatusCode::BAD_REQUEST,
            "the path names no phone number; write it with country code",
        );
    };
    if settings.username.as_ref().is_some_and(|name| !name.is_empty() && !is_username(name)) {
        let what = "username: 3 to 35 of a-z, 0-9, `.` and `_`, with a letter";
        return refuse(StatusCode::BAD_REQUEST, what);
    }
    let habits = Habits {
        reachable: settings.reachable,
        reads: settings.reads,
        phone_hidden: settings.phone_hidden,
        blocks: settings.blocks,
        opted_out: settings.opted_out,
        username: settings.username,
    };
    let person = shell.step(|world, now| {
        let known = world.people.get(&wa_id).map(|person| person.name.clone());
        let name = settings.name.or(known).unwrap_or_else(|| format!("+{wa_id}"));
        world.add_person(&wa_id, &name);
        world.set_habits(&wa_id, habits, now);
        world.people.get(&wa_id).map(node)
    });
    Json(person).into_response()
}
