//! `/{app-id}/subscriptions`: where webhooks go, and of which fields. It wants the app's own token.

use axum::{
    Router,
    extract::{Path, Request, State},
    response::Response,
    routing::get,
};
use serde_json::{Value, json};
use wharf_model::id::AppId;

use super::{answer, auth, body, number};
use crate::{
    coverage::{Operation, op},
    shell::Shell,
    world::{App, Refusal},
};

/// What this edge serves.
pub(super) const OPERATIONS: &[Operation] = &[
    op("app", "GET", "/{app}/subscriptions"),
    op("app", "POST", "/{app}/subscriptions"),
    op("app", "DELETE", "/{app}/subscriptions"),
];

/// The one object that is emulated.
const OBJECT: &str = "whatsapp_business_account";

pub(super) fn routes() -> Router<Shell> {
    Router::new().route("/{version}/{id}/subscriptions", get(list).post(set).delete(clear))
}

fn check(shell: &Shell, id: &str, request: &Request) -> Result<AppId, Refusal> {
    let app = auth::token(request).and_then(|token| shell.keys().of_app_token(&token));
    let Some(app) = app else {
        let message = "(#15) This method must be called with an app access_token.";
        return Err(Refusal::plain(15, message));
    };
    if app.as_str() == id { Ok(app) } else { Err(Refusal::no_object("get", id)) }
}

fn node(app: &App) -> Value {
    let Some(target) = &app.callbacks.app else { return json!({"data": []}) };
    let fields = app.fields.clone().unwrap_or_else(|| vec!["messages".to_owned()]);
    let fields: Vec<_> =
        fields.iter().map(|name| json!({"name": name, "version": "v25.0"})).collect();
    json!({"data": [{
        "object": OBJECT, "callback_url": target.as_str(), "active": true, "fields": fields,
    }]})
}

async fn list(
    State(shell): State<Shell>,
    Path((_, id)): Path<(String, String)>,
    request: Request,
) -> Response {
    let outcome = check(&shell, &id, &request)
        .map(|app| shell.look(|world, _| world.apps.get(&app).map(node).unwrap_or_default()));
    answer::outcome(&shell, outcome)
}

async fn set(
    State(shell): State<Shell>,
    Path((_, id)): Path<(String, String)>,
    request: Request,
) -> Response {
    let outcome = async {
        let app = check(&shell, &id, &request)?;
        let body = body::object(request).await?;
        let text = |name: &str| body.get(name).and_then(Value::as_str);
        if text("object") != Some(OBJECT) {
            let message = format!("(#100) Param object must be one of {{{OBJECT}}}");
            return Err(Refusal::plain(100, message));
        }
        let target =
            number::override_of(&shell, text("callback_url"), text("verify_token")).await?;
        // A list, or one text with commas in it: the platform takes both.
        let fields = match body.get("fields") {
            Some(Value::Array(fields)) => Some(fields.iter().filter_map(Value::as_str).collect()),
            Some(Value::String(fields)) => Some(fields.split(',').map(str::trim).collect()),
            _ => None,
        };
        let fields = fields.map(|fields: Vec<_>| fields.into_iter().map(str::to_owned).collect());
        shell.step(|world, _| {
            let Some(app) = world.apps.get_mut(&app) else { return };
            app.callbacks.app = target.or(app.callbacks.app.take());
            app.fields = fields.or(app.fields.take());
        });
        Ok(())
    };
    let done = outcome.await;
    answer::done(&shell, done)
}

async fn clear(
    State(shell): State<Shell>,
    Path((_, id)): Path<(String, String)>,
    request: Request,
) -> Response {
    let done = check(&shell, &id, &request).map(|app| {
        shell.step(|world, _| {
            let Some(app) = world.apps.get_mut(&app) else { return };
            app.callbacks.app = None;
            app.fields = None;
        });
    });
    answer::done(&shell, done)
}
