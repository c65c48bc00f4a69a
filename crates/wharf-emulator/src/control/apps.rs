//! `/_control/apps`: apps of the account, each with its own token, secret and webhook.

use axum::{
    Json, Router,
    extract::{Path, State, rejection::JsonRejection},
    http::StatusCode,
    response::{IntoResponse as _, Response},
    routing::{get, put},
};
use serde::Deserialize;
use serde_json::{Value, json};
use wharf_model::id::AppId;
use wharf_webhook::AppSecret;

use super::{read, refuse, webhook::Webhook};
use crate::{
    keys::Key,
    shell::Shell,
    world::{App, Target, TargetError, World},
};

pub(super) fn routes() -> Router<Shell> {
    Router::new()
        .route("/_control/apps", get(list))
        .route("/_control/apps/{id}", put(set).delete(remove))
}

/// What can be said of an app.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    access_token: Option<String>,
    app_secret: Option<String>,
    name: Option<String>,
    /// The fields it hears of; all when absent.
    fields: Option<Vec<String>>,
    webhook: Option<Webhook>,
}

fn node(app: &App) -> Value {
    json!({
        "id": app.id, "name": app.name, "subscribed": app.subscribed, "fields": app.fields,
        "url": app.callbacks.app.as_ref().map(Target::as_str),
    })
}

async fn list(State(shell): State<Shell>) -> Json<Value> {
    let nodes = |world: &World, _| world.apps.all().map(node).collect::<Vec<_>>();
    Json(json!({"data": shell.look(nodes)}))
}

/// Brings an app into the world, subscribed to the account, or changes it.
async fn set(
    State(shell): State<Shell>,
    Path(id): Path<String>,
    body: Result<Json<Settings>, JsonRejection>,
) -> Response {
    let settings = match read(body) {
        Ok(settings) => settings,
        Err(response) => return *response,
    };
    let bad = |what: String| refuse(StatusCode::BAD_REQUEST, what);
    let Ok(id) = AppId::new(id) else { return bad("the path names no app".to_owned()) };
    if let Err(what) = unlock(&shell, &id, &settings) {
        return bad(what);
    }
    let target = match &settings.webhook {
        None => None,
        Some(webhook) => match Target::new(&webhook.url) {
            Err(TargetError(what)) => return bad(format!("webhook.url: {what}")),
            Ok(target) => match shell.ask(&target, &webhook.verify_token).await {
                Ok(()) => Some(target),
                Err(error) => return refuse(StatusCode::BAD_GATEWAY, error.to_string()),
            },
        },
    };
    let shown = shell.step(|world, _| {
        world.apps.add(&id, "");
        let app = world.apps.get_mut(&id)?;
        app.name = settings.name.unwrap_or_else(|| std::mem::take(&mut app.name));
        app.fields = settings.fields.or(app.fields.take());
        app.callbacks.app = target.or(app.callbacks.app.take());
        Some(node(app))
    });
    Json(shown).into_response()
}

/// Gives an app its token and its secret: one that is new needs both.
fn unlock(shell: &Shell, id: &AppId, settings: &Settings) -> Result<(), String> {
    let known = shell.keys().get(id);
    let given = |name: &str, value: Option<&String>| match value.map(|value| value.trim()) {
        Some("") => Err(format!("{name}: may not be empty")),
        None if known.is_none() => Err(format!("{name}: is required for a new app")),
        value => Ok(value.map(str::to_owned)),
    };
    let token = given("access_token", settings.access_token.as_ref())?;
    let secret = given("app_secret", settings.app_secret.as_ref())?;
    let secret = secret.map(AppSecret::new).transpose();
    let secret = secret.map_err(|error| format!("app_secret: {error}"))?;
    let access_token = token.map(String::into_boxed_str);
    let access_token = access_token.or(known.as_ref().map(|key| key.access_token.clone()));
    let secret = secret.or(known.map(|key| key.secret));
    match (access_token, secret) {
        (Some(access_token), Some(secret)) => {
            shell.keys().set(id.clone(), Key { access_token, secret })
        }
        _ => Ok(()),
    }
}

async fn remove(State(shell): State<Shell>, Path(id): Path<String>) -> Response {
    let gone = AppId::new(id).ok().filter(|id| shell.step(|world, _| world.apps.remove(id)));
    let Some(id) = gone else {
        let what = "there is no such app, or it is the first, which stays";
        return refuse(StatusCode::NOT_FOUND, what);
    };
    shell.keys().remove(&id);
    Json(Value::Null).into_response()
}
