//! `/debug_token` and `/oauth/access_token`.

use std::collections::HashMap;

use axum::{
    Router,
    extract::{Query, State},
    response::Response,
    routing::get,
};
use serde_json::{Value, json};

use super::answer;
use crate::{
    coverage::{Operation, op},
    shell::Shell,
    world::Refusal,
};

/// What this edge serves.
pub(super) const OPERATIONS: &[Operation] =
    &[op("app", "GET", "/debug_token"), op("app", "GET", "/oauth/access_token")];

type Parameters = Query<HashMap<String, String>>;

pub(super) fn routes() -> Router<Shell> {
    Router::new().route("/{version}/debug_token", get(debug))
}

/// What needs no token.
pub(super) fn open_routes() -> Router<Shell> {
    Router::new().route("/{version}/oauth/access_token", get(exchange))
}

/// What a token is good for.
async fn debug(State(shell): State<Shell>, Query(query): Parameters) -> Response {
    let Some(token) = query.get("input_token") else {
        let refusal = Refusal::plain(100, "(#100) The parameter input_token is required.");
        return answer::refuse(&shell, refusal);
    };
    let (user, own) = (shell.keys().of_access_token(token), shell.keys().of_app_token(token));
    let data = shell.look(|world, _| {
        let app = user.as_ref().or(own.as_ref()).and_then(|app| world.apps.get(app));
        let Some(app) = app else {
            return json!({
                "is_valid": false, "scopes": [],
                "error": {"code": 190, "message": "Invalid OAuth access token."},
            });
        };
        let scopes = ["whatsapp_business_management", "whatsapp_business_messaging"];
        let granular: Vec<_> = scopes
            .iter()
            .map(|scope| json!({"scope": scope, "target_ids": [world.account]}))
            .collect();
        json!({
            "app_id": app.id, "application": app.name,
            "type": if own.is_some() { "APP" } else { "SYSTEM_USER" },
            "is_valid": true, "expires_at": 0, "data_access_expires_at": 0,
            "scopes": scopes, "granular_scopes": granular,
        })
    });
    answer::give(&json!({"data": data}))
}

/// The app's own token for its id and secret; other grants are not emulated.
async fn exchange(State(shell): State<Shell>, Query(query): Parameters) -> Response {
    let text = |name: &str| query.get(name).map(String::as_str).unwrap_or_default();
    let token = format!("{}|{}", text("client_id"), text("client_secret"));
    let given = !text("grant_type").is_empty() || !text("code").is_empty();
    let answer: Result<Value, Refusal> = if !given {
        Err(Refusal::plain(100, "(#100) The parameter grant_type is required."))
    } else if text("grant_type") != "client_credentials" {
        Err(Refusal::not_emulated("GET /oauth/access_token for other than client_credentials"))
    } else if shell.keys().of_app_token(&token).is_some() {
        Ok(json!({"access_token": token, "token_type": "bearer"}))
    } else {
        Err(Refusal::plain(1, "Error validating client secret."))
    };
    answer::outcome(&shell, answer)
}
