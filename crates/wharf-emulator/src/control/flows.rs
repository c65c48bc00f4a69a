//! `/_control/flows`: what the platform decides about flows; `/_control/users/{wa_id}/flow`: what somebody does with one.

use axum::{
    Json, Router,
    extract::{Path, State, rejection::JsonRejection},
    http::StatusCode,
    response::{IntoResponse as _, Response},
    routing::{get, post, put},
};
use serde::Deserialize;
use serde_json::{Map, Value, json};
use wharf_model::id::MessageId;

use super::{read, refuse};
use crate::{
    shell::Shell,
    world::{ALERTS, Alert, Flow, FlowView, STATUSES, Turn, Use, World},
};

pub(super) fn routes() -> Router<Shell> {
    Router::new()
        .route("/_control/flows", get(list))
        .route("/_control/flows/{flow}", put(decide))
        .route("/_control/users/{wa_id}/flow", get(show).post(open).put(submit).delete(close))
        .route("/_control/users/{wa_id}/flow/back", post(back))
        .route("/_control/users/{wa_id}/flow/reply", post(reply))
}

/// What happens to a flow: a status, or an alert.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Decision {
    status: Option<String>,
    alert: Option<String>,
    #[serde(default)]
    over: bool,
    value: Option<f64>,
    threshold: Option<u64>,
}

/// Which message; the newest with a flow when absent.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Which {
    message: Option<MessageId>,
}

/// What somebody enters, and what they use then: the footer, unless it says another place.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entered {
    #[serde(default)]
    values: Map<String, Value>,
    part: Option<usize>,
}

/// An answer without screens.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Reply {
    message: Option<MessageId>,
    values: Map<String, Value>,
}

async fn list(State(shell): State<Shell>) -> Response {
    let data: Vec<_> =
        shell.look(|world, _| world.flows.all().map(|flow| flow.node(shell.base())).collect());
    Json(json!({"data": data})).into_response()
}

/// Decides about a flow, by id or by name; the app is told.
async fn decide(
    State(shell): State<Shell>,
    Path(flow): Path<String>,
    body: Result<Json<Decision>, JsonRejection>,
) -> Response {
    let Decision { status, alert, over, value, threshold } = match read(body) {
        Ok(decision) => decision,
        Err(response) => return *response,
    };
    let known = |name: &str, word: &str, words: &[&str]| {
        let fits = words.contains(&word);
        let what = || format!("{name}: `{word}` is not one of {}", words.join(", "));
        if fits { Ok(()) } else { Err(what()) }
    };
    let wrong = match (&status, &alert) {
        (Some(status), None) => known("status", status, &STATUSES),
        (None, Some(alert)) => known("alert", alert, &ALERTS),
        _ => Err("status, alert: one of both is required".to_owned()),
    };
    if let Err(what) = wrong {
        return refuse(StatusCode::BAD_REQUEST, what);
    }
    let decided = shell.step(|world, _| {
        let meant =
            world.flows.all().find(|known| known.name == flow || known.id.as_str() == flow)?;
        let id = meant.id.clone();
        match (status, alert) {
            (Some(status), _) => world.flow_becomes(&id, &status),
            (_, Some(event)) => world.alert_of_flow(&id, &Alert { event, over, value, threshold }),
            _ => None,
        }
    });
    match decided.as_ref().map(|flow: &Flow| flow.node(shell.base())) {
        Some(node) => Json(node).into_response(),
        None => refuse(StatusCode::NOT_FOUND, format!("there is no flow {flow}")),
    }
}

fn shown(view: &FlowView) -> Value {
    let parts: Vec<_> = view
        .parts
        .iter()
        .map(|part| {
            let mut shown = Value::Object(part.props.clone());
            if !part.value.is_null() {
                shown["value"] = part.value.clone();
            }
            if let Some(error) = &part.error {
                shown["error"] = error.as_str().into();
            }
            shown
        })
        .collect();
    json!({
        "flow": view.flow, "screen": view.screen, "title": view.title, "parts": parts,
        "problem": view.problem,
    })
}

fn look(world: &World, wa_id: &str) -> Value {
    world.flow_view(wa_id).as_ref().map(shown).unwrap_or_default()
}

fn person(shell: &Shell, wa_id: &str) -> Result<String, Box<Response>> {
    let known = shell.look(|world, _| world.person_of(wa_id));
    known.ok_or_else(|| refuse(StatusCode::NOT_FOUND, "nobody has this number").into())
}

/// What is shown now.
async fn show(State(shell): State<Shell>, Path(wa_id): Path<String>) -> Response {
    match person(&shell, &wa_id) {
        Ok(wa_id) => Json(shell.look(|world, _| look(world, &wa_id))).into_response(),
        Err(response) => *response,
    }
}

/// The endpoint is asked where it must be; then what is shown, or the answer's id.
async fn outcome(shell: &Shell, wa_id: &str, turn: Result<Turn, String>) -> Response {
    match turn {
        Err(what) => refuse(StatusCode::BAD_REQUEST, what),
        Ok(turn) => match shell.go_on(wa_id, turn).await {
            Turn::Done(id) => Json(json!({"id": id})).into_response(),
            _ => Json(shell.look(|world, _| look(world, wa_id))).into_response(),
        },
    }
}

async fn open(
    State(shell): State<Shell>,
    Path(wa_id): Path<String>,
    body: Result<Json<Which>, JsonRejection>,
) -> Response {
    let (wa_id, which) = match (person(&shell, &wa_id), read(body)) {
        (Ok(wa_id), Ok(which)) => (wa_id, which),
        (Err(response), _) | (_, Err(response)) => return *response,
    };
    let turn = shell.step(|world, _| {
        let message = which.message.or_else(|| world.newest_flow(&wa_id));
        let message = message.ok_or("no message on this phone has a flow")?;
        world.open_flow(&wa_id, &message).map_err(|problem| problem.to_string())
    });
    outcome(&shell, &wa_id, turn).await
}

async fn submit(
    State(shell): State<Shell>,
    Path(wa_id): Path<String>,
    body: Result<Json<Entered>, JsonRejection>,
) -> Response {
    let (wa_id, entered) = match (person(&shell, &wa_id), read(body)) {
        (Ok(wa_id), Ok(entered)) => (wa_id, entered),
        (Err(response), _) | (_, Err(response)) => return *response,
    };
    let what = entered.part.map_or(Use::Footer, Use::Part);
    let turn = shell.step(|world, now| world.use_flow(&wa_id, entered.values, what, now));
    outcome(&shell, &wa_id, turn.map_err(|problem| problem.to_string())).await
}

async fn back(State(shell): State<Shell>, Path(wa_id): Path<String>) -> Response {
    let wa_id = match person(&shell, &wa_id) {
        Ok(wa_id) => wa_id,
        Err(response) => return *response,
    };
    let turn = shell.step(|world, _| world.back_in_flow(&wa_id));
    outcome(&shell, &wa_id, turn.map_err(|problem| problem.to_string())).await
}

async fn close(State(shell): State<Shell>, Path(wa_id): Path<String>) -> Response {
    match person(&shell, &wa_id) {
        Ok(wa_id) => {
            shell.step(|world, _| world.close_flow(&wa_id));
            Json(Value::Null).into_response()
        }
        Err(response) => *response,
    }
}

/// Answers without going through the screens.
async fn reply(
    State(shell): State<Shell>,
    Path(wa_id): Path<String>,
    body: Result<Json<Reply>, JsonRejection>,
) -> Response {
    let (wa_id, Reply { message, values }) = match (person(&shell, &wa_id), read(body)) {
        (Ok(wa_id), Ok(reply)) => (wa_id, reply),
        (Err(response), _) | (_, Err(response)) => return *response,
    };
    let outcome = shell.step(|world, now| {
        let message = message.or_else(|| world.newest_flow(&wa_id));
        let message = message.ok_or("no message on this phone has a flow")?;
        let outcome = world.reply_to_flow(&wa_id, &message, values, now);
        outcome.map_err(|problem| problem.to_string())
    });
    match outcome {
        Ok(id) => Json(json!({"id": id})).into_response(),
        Err(what) => refuse(StatusCode::BAD_REQUEST, what),
    }
}
