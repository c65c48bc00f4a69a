//! `/_control/templates`: what the platform decides about templates.

use axum::{
    Json, Router,
    extract::{Path, State, rejection::JsonRejection},
    http::StatusCode,
    response::{IntoResponse as _, Response},
    routing::{get, put},
};
use serde_json::{Value, json};

use super::{read, refuse};
use crate::{shell::Shell, world::Verdict};

pub(super) fn routes() -> Router<Shell> {
    Router::new()
        .route("/_control/templates", get(list))
        .route("/_control/templates/{template}", put(decide))
        .route("/_control/template_sources/{id}", put(set_source))
}

async fn list(State(shell): State<Shell>) -> Response {
    let data: Vec<_> =
        shell.look(|world, _| world.templates.all().map(crate::world::Definition::node).collect());
    Json(json!({"data": data})).into_response()
}

/// Gives another account of the portfolio templates, to be copied from.
async fn set_source(
    State(shell): State<Shell>,
    Path(account): Path<String>,
    body: Result<Json<Vec<Value>>, JsonRejection>,
) -> Response {
    let templates = match read(body) {
        Ok(templates) => templates,
        Err(response) => return *response,
    };
    let count = templates.len();
    match shell.step(|world, _| world.set_source(&account, templates)) {
        Ok(()) => Json(json!({"id": account, "templates": count})).into_response(),
        Err(what) => refuse(StatusCode::BAD_REQUEST, what),
    }
}

/// Decides about a template, by id or by name; the app is told.
async fn decide(
    State(shell): State<Shell>,
    Path(template): Path<String>,
    body: Result<Json<Verdict>, JsonRejection>,
) -> Response {
    let mut verdict = match read(body) {
        Ok(verdict) => verdict,
        Err(response) => return *response,
    };
    if let Err(what) = verdict.check() {
        return refuse(StatusCode::BAD_REQUEST, what);
    }
    let decided: Vec<_> = shell.step(|world, now| {
        let meant = world.templates.all().filter(|known| {
            let language = verdict.language.as_ref();
            let named = known.name == template
                && language.is_none_or(|language| *language == known.language);
            named || known.id.as_str() == template
        });
        let ids: Vec<_> = meant.map(|known| known.id.clone()).collect();
        ids.iter().filter_map(|id| world.judge(id, &verdict, now)).collect()
    });
    if decided.is_empty() {
        return refuse(StatusCode::NOT_FOUND, format!("there is no template {template}"));
    }
    let data: Vec<_> = decided.iter().map(crate::world::Definition::node).collect();
    Json(json!({"data": data})).into_response()
}
