//! `/_control/calls` and `/_control/users/{wa_id}/calls`: people call, answer and hang up.

use axum::{
    Json, Router,
    extract::{Path, State, rejection::JsonRejection},
    http::StatusCode,
    response::{IntoResponse as _, Response},
    routing::{get, post, put},
};
use serde::Deserialize;
use serde_json::{Value, json};
use wharf_model::{
    id::{CallId, MessageId, PhoneNumberId},
    time::Timestamp,
};

use super::{read, refuse};
use crate::{
    shell::Shell,
    world::{Act, Allowance, Call, Dial},
};

pub(super) fn routes() -> Router<Shell> {
    Router::new()
        .route("/_control/calls", get(list))
        .route("/_control/users/{wa_id}/calls", post(dial))
        .route("/_control/users/{wa_id}/calls/{id}", put(act))
        .route("/_control/users/{wa_id}/call_permission", put(allow))
}

/// How somebody calls.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Dialled {
    to: Option<PhoneNumberId>,
    /// The message whose button is tapped.
    message_id: Option<MessageId>,
    /// What the link carries.
    payload: Option<String>,
}

/// What somebody does with a call.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Done {
    action: Action,
    /// With `fail` only.
    code: Option<u32>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Action {
    Answer,
    Decline,
    HangUp,
    Fail,
}

/// What somebody allows.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Allowed {
    to: Option<PhoneNumberId>,
    allow: Allowance,
}

/// Codes of calls that break.
const FAILURES: std::ops::RangeInclusive<u32> = 138_019..=138_023;

fn node(call: &Call) -> Value {
    json!({
        "id": call.id, "phone_number_id": call.number, "wa_id": call.wa_id,
        "direction": if call.by_business { "BUSINESS_INITIATED" } else { "USER_INITIATED" },
        "stage": call.stage, "timestamp": call.at, "start_time": call.taken_at,
        "end_time": call.over_at,
    })
}

async fn list(State(shell): State<Shell>) -> Json<Value> {
    let data: Vec<_> = shell.look(|world, _| world.calls.all().map(node).collect());
    Json(json!({"data": data}))
}

/// Somebody calls the business.
async fn dial(
    State(shell): State<Shell>,
    Path(wa_id): Path<String>,
    body: Result<Json<Dialled>, JsonRejection>,
) -> Response {
    let Dialled { to, message_id: button, payload } = match read(body) {
        Ok(dialled) => dialled,
        Err(response) => return *response,
    };
    let dial = Dial { to, button, payload };
    answer(&shell, &wa_id, |world, wa_id, now| {
        world.dial(wa_id, dial, now).map(|id| json!({"id": id})).map_err(|problem| problem.0)
    })
}

/// Somebody does something with a call.
async fn act(
    State(shell): State<Shell>,
    Path((wa_id, id)): Path<(String, String)>,
    body: Result<Json<Done>, JsonRejection>,
) -> Response {
    let Done { action, code } = match read(body) {
        Ok(done) => done,
        Err(response) => return *response,
    };
    let act = match (action, code) {
        (Action::Answer, None) => Act::Answer,
        (Action::Decline, None) => Act::Decline,
        (Action::HangUp, None) => Act::HangUp,
        (Action::Fail, Some(code)) if FAILURES.contains(&code) => Act::Fail(code),
        (Action::Fail, _) => {
            let what = "code: must be one of 138019 to 138023, with action fail";
            return refuse(StatusCode::BAD_REQUEST, what);
        }
        _ => return refuse(StatusCode::BAD_REQUEST, "code: goes with action fail only"),
    };
    let Ok(id) = CallId::new(id) else {
        return refuse(StatusCode::BAD_REQUEST, "the path names no call");
    };
    answer(&shell, &wa_id, |world, wa_id, now| {
        let id = world.act_on_call(wa_id, Some(&id), act, now).map_err(|problem| problem.0)?;
        let call = world.calls.all().rev().find(|call| call.id == id);
        Ok(call.map(node).unwrap_or_default())
    })
}

/// Somebody says whether they may be called.
async fn allow(
    State(shell): State<Shell>,
    Path(wa_id): Path<String>,
    body: Result<Json<Allowed>, JsonRejection>,
) -> Response {
    let Allowed { to, allow } = match read(body) {
        Ok(allowed) => allowed,
        Err(response) => return *response,
    };
    answer(&shell, &wa_id, |world, wa_id, now| {
        let id = world.allow_calls(wa_id, to, allow, now).map_err(|problem| problem.0)?;
        Ok(json!({"id": id, "allow": allow}))
    })
}

fn answer(
    shell: &Shell,
    path: &str,
    step: impl FnOnce(&mut crate::world::World, &str, Timestamp) -> Result<Value, String>,
) -> Response {
    let Some(wa_id) = super::wa_id(path) else {
        return refuse(StatusCode::BAD_REQUEST, "the path names no phone number");
    };
    match shell.step(|world, now| step(world, &wa_id, now)) {
        Ok(value) => Json(value).into_response(),
        Err(what) => refuse(StatusCode::BAD_REQUEST, what),
    }
}
