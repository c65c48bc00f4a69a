//! `/_control/templates`: what the platform decides about templates.

use axum::{
    Json, Router,
    extract::{Path, State, rejection::JsonRejection},
    http::StatusCode,
    response::{IntoResponse as _, Response},
    routing::{get, put},
};
use serde::Deserialize;
use serde_json::json;

use super::{read, refuse};
use crate::{
    shell::Shell,
    world::{Change, EVENTS},
};

pub(super) fn routes() -> Router<Shell> {
    Router::new()
        .route("/_control/templates", get(list))
        .route("/_control/templates/{template}", put(decide))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Decision {
    event: String,
    reason: Option<String>,
    /// Which, when a name has several.
    language: Option<String>,
}

async fn list(State(shell): State<Shell>) -> Response {
    let data: Vec<_> =
        shell.look(|world, _| world.templates.all().map(crate::world::Definition::node).collect());
    Json(json!({"data": data})).into_response()
}

/// Decides about a template, by id or by name; the app is told.
async fn decide(
    State(shell): State<Shell>,
    Path(template): Path<String>,
    body: Result<Json<Decision>, JsonRejection>,
) -> Response {
    let Decision { event, reason, language } = match read(body) {
        Ok(decision) => decision,
        Err(response) => return *response,
    };
    let event = event.to_ascii_uppercase();
    if !EVENTS.contains(&event.as_str()) {
        let what = format!("event: `{event}` is not one of {}", EVENTS.join(", "));
        return refuse(StatusCode::BAD_REQUEST, what);
    }
    let change = Change { event, reason };
    let decided: Vec<_> = shell.step(|world, _| {
        let meant = world.templates.all().filter(|known| {
            let named = known.name == template
                && language.as_ref().is_none_or(|language| *language == known.language);
            named || known.id.as_str() == template
        });
        let ids: Vec<_> = meant.map(|known| known.id.clone()).collect();
        ids.iter().filter_map(|id| world.change_template(id, &change)).collect()
    });
    if decided.is_empty() {
        return refuse(StatusCode::NOT_FOUND, format!("there is no template {template}"));
    }
    let data: Vec<_> = decided.iter().map(crate::world::Definition::node).collect();
    Json(json!({"data": data})).into_response()
}
