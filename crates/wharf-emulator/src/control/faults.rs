//! `/_control/faults`: what goes wrong on purpose.

use axum::{
    Json, Router,
    extract::{State, rejection::JsonRejection},
    http::StatusCode,
    response::{IntoResponse as _, Response},
    routing::get,
};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{read, refuse};
use crate::{
    fault::{Faults, Rule},
    shell::Shell,
};

/// Rules at once.
const RULES_MOST: usize = 100;

pub(super) fn routes() -> Router<Shell> {
    Router::new().route("/_control/faults", get(show).put(set).post(add).delete(clear))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Plan {
    faults: Vec<Rule>,
}

fn node(faults: &Faults) -> Value {
    json!({"faults": faults.rules()})
}

async fn show(State(shell): State<Shell>) -> Json<Value> {
    Json(shell.look(|world, _| node(&world.faults)))
}

async fn set(State(shell): State<Shell>, body: Result<Json<Plan>, JsonRejection>) -> Response {
    change(&shell, body, Faults::set)
}

/// More rules, after those that are there.
async fn add(State(shell): State<Shell>, body: Result<Json<Plan>, JsonRejection>) -> Response {
    change(&shell, body, Faults::add)
}

async fn clear(State(shell): State<Shell>) -> Json<Value> {
    Json(shell.step(|world, _| {
        world.faults.set(Vec::new());
        node(&world.faults)
    }))
}

fn change(
    shell: &Shell,
    body: Result<Json<Plan>, JsonRejection>,
    change: impl FnOnce(&mut Faults, Vec<Rule>),
) -> Response {
    let Plan { faults } = match read(body) {
        Ok(plan) => plan,
        Err(response) => return *response,
    };
    for (at, rule) in faults.iter().enumerate() {
        if let Err(what) = rule.check() {
            return refuse(StatusCode::BAD_REQUEST, format!("faults[{at}].{what}"));
        }
    }
    shell.step(|world, _| {
        if world.faults.rules().len() + faults.len() > RULES_MOST {
            return refuse(StatusCode::BAD_REQUEST, format!("faults: at most {RULES_MOST} rules"));
        }
        change(&mut world.faults, faults);
        Json(node(&world.faults)).into_response()
    })
}
