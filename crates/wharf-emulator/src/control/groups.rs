//! `/_control/groups` and `/_control/users/{wa_id}/groups`: who is where, who comes and goes.

use axum::{
    Json, Router,
    extract::{Path, State, rejection::JsonRejection},
    http::StatusCode,
    response::{IntoResponse as _, Response},
    routing::{delete, get, put},
};
use serde::Deserialize;
use serde_json::{Value, json};
use wharf_model::{id::GroupId, time::Timestamp};

use super::{read, refuse};
use crate::{
    shell::Shell,
    world::{Group, Joined},
};

pub(super) fn routes() -> Router<Shell> {
    Router::new()
        .route("/_control/groups", get(list))
        .route("/_control/groups/{id}", put(set))
        .route("/_control/users/{wa_id}/groups", get(mine).post(join))
        .route("/_control/users/{wa_id}/groups/{id}", delete(leave))
}

/// What can be different about a group.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    suspended: bool,
}

/// A link that is opened.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Invite {
    invite_link: String,
}

fn node(group: &Group, now: Timestamp) -> Value {
    let wishes = group.wishes.iter();
    let wishes: Vec<_> = wishes
        .map(|wish| json!({"join_request_id": wish.id, "wa_id": wish.wa_id, "timestamp": wish.at}))
        .collect();
    let pins = group.pinned(now);
    let pins: Vec<_> =
        pins.map(|pin| json!({"message_id": pin.message, "until": pin.until})).collect();
    json!({
        "id": group.id, "phone_number_id": group.number, "subject": group.subject,
        "description": group.description, "join_approval_mode": group.approval,
        "suspended": group.suspended, "invite_link": group.link(), "members": group.members,
        "removed": group.removed, "join_requests": wishes, "pinned": pins,
        "window_until": group.window_until(),
    })
}

async fn list(State(shell): State<Shell>) -> Json<Value> {
    let data: Vec<_> =
        shell.look(|world, now| world.groups.all().map(|group| node(group, now)).collect());
    Json(json!({"data": data}))
}

/// The platform suspends a group, or lets it go on.
async fn set(
    State(shell): State<Shell>,
    Path(id): Path<String>,
    body: Result<Json<Settings>, JsonRejection>,
) -> Response {
    let Settings { suspended } = match read(body) {
        Ok(settings) => settings,
        Err(response) => return *response,
    };
    let changed = shell.step(|world, now| {
        let group = GroupId::new(id.as_str()).ok()?;
        world.suspend_group(&group, suspended, now).then_some(())?;
        world.groups.get(&id).map(|group| node(group, now))
    });
    match changed {
        Some(node) => Json(node).into_response(),
        None => refuse(StatusCode::NOT_FOUND, format!("there is no group {id}")),
    }
}

async fn mine(State(shell): State<Shell>, Path(wa_id): Path<String>) -> Response {
    let Some(wa_id) = super::wa_id(&wa_id) else { return nobody() };
    let data: Vec<_> =
        shell.look(|world, now| world.groups.of(&wa_id).map(|group| node(group, now)).collect());
    Json(json!({"data": data})).into_response()
}

/// Somebody opens an invite link.
async fn join(
    State(shell): State<Shell>,
    Path(wa_id): Path<String>,
    body: Result<Json<Invite>, JsonRejection>,
) -> Response {
    let Invite { invite_link } = match read(body) {
        Ok(invite) => invite,
        Err(response) => return *response,
    };
    let Some(wa_id) = super::wa_id(&wa_id) else { return nobody() };
    match shell.step(|world, now| world.open_invite(&wa_id, &invite_link, now)) {
        Ok(Joined::In(group)) => Json(json!({"group_id": group, "joined": true})).into_response(),
        Ok(Joined::Asked(group, request)) => {
            Json(json!({"group_id": group, "joined": false, "join_request_id": request}))
                .into_response()
        }
        Err(problem) => refuse(StatusCode::BAD_REQUEST, problem.0),
    }
}

/// Somebody leaves a group, or no longer asks to come in.
async fn leave(State(shell): State<Shell>, Path((wa_id, id)): Path<(String, String)>) -> Response {
    let Some(wa_id) = super::wa_id(&wa_id) else { return nobody() };
    let Ok(id) = GroupId::new(id) else { return nobody() };
    match shell.step(|world, now| world.leave_group(&wa_id, &id, now)) {
        Ok(()) => Json(json!({"group_id": id, "joined": false})).into_response(),
        Err(problem) => refuse(StatusCode::BAD_REQUEST, problem.0),
    }
}

fn nobody() -> Response {
    refuse(StatusCode::BAD_REQUEST, "the path names no phone number")
}
