//! `/{waba-id}/subscribed_apps`: the app hears of the account, at its own URL or at another.

use axum::{
    Router,
    extract::{Path, Request, State},
    response::Response,
    routing,
};
use serde_json::{Value, json};

use super::{answer, body, edge, number};
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
            world.app.subscribed = false;
            world.callbacks.account = None;
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
    if !world.app.subscribed {
        return Ok(json!({"data": []}));
    }
    let mut app = json!({"whatsapp_business_api_data": {
        "id": world.app.id, "name": "Wharf", "link": "https://www.facebook.com/games/?app_id=",
    }});
    if let Some(target) = &world.callbacks.account {
        app["override_callback_uri"] = target.as_str().into();
    }
    Ok(json!({"data": [app]}))
}

/// An empty body takes an override away, as on the platform.
async fn subscribe(
    State(shell): State<Shell>,
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
            world.app.subscribed = true;
            world.callbacks.account = target;
        });
        Ok(())
    };
    let done = outcome.await;
    answer::done(&shell, done)
}
