//! `/{waba-id}/subscribed_apps`: apps hear of the account, at their own URL or at another.

use axum::{
    Extension, Router,
    extract::{Path, Request, State},
    response::Response,
    routing,
};
use serde_json::{Value, json};

use super::{answer, auth::Caller, body, edge, number};
use crate::{
    coverage::{Operation, op},
    shell::Shell,
    world::{Refusal, World},
};

/// What this edge serves.
pub(super) const OPERATIONS: &[Operation] = &[
    op("account", "GET", "/{waba}/subscribed_apps"),
    op("account", "POST", "/{waba}/subscribed_apps"),
    op("account", "DELETE", "/{waba}/subscribed_apps"),
];

pub(super) fn routes() -> Router<Shell> {
    let apps = edge::get(|world, call, _| list(world, &call.id))
        .merge(edge::delete(|world, call, _| {
            of_account(world, &call.id, "delete")?;
            if let Some(app) = world.apps.get_mut(&call.app) {
                app.subscribed = false;
                app.callbacks.account = None;
            }
            Ok(json!({"success": true}))
        }))
        .merge(routing::post(subscribe));
    Router::new().route("/{version}/{id}/subscribed_apps", apps)
}

fn of_account(world: &World, id: &str, verb: &str) -> Result<(), Refusal> {
    if world.account.as_str() == id { Ok(()) } else { Err(Refusal::no_object(verb, id)) }
}

fn list(world: &World, id: &str) -> Result<Value, Refusal> {
    of_account(world, id, "get")?;
    let subscribed = world.apps.all().filter(|app| app.subscribed);
    let nodes = subscribed.map(|app| {
        let mut node = json!({"whatsapp_business_api_data": {
            "id": app.id, "name": app.name,
            "link": format!("https://www.facebook.com/games/?app_id={}", app.id),
        }});
        if let Some(target) = &app.callbacks.account {
            node["override_callback_uri"] = target.as_str().into();
        }
        node
    });
    Ok(json!({"data": nodes.collect::<Vec<_>>()}))
}

/// An empty body takes an override away, as on the platform.
async fn subscribe(
    State(shell): State<Shell>,
    Extension(Caller(app)): Extension<Caller>,
    Path((_, id)): Path<(String, String)>,
    request: Request,
) -> Response {
    let outcome = async {
        let body = body::object(request).await?;
        shell.look(|world, _| of_account(world, &id, "post"))?;
        let text = |name: &str| body.get(name).and_then(Value::as_str);
        let target =
            number::override_of(&shell, text("override_callback_uri"), text("verify_token"))
                .await?;
        shell.step(|world, _| {
            if let Some(app) = world.apps.get_mut(&app) {
                app.subscribed = true;
                app.callbacks.account = target;
            }
        });
        Ok(())
    };
    let done = outcome.await;
    answer::done(&shell, done)
}
