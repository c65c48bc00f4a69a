//! The WhatsApp Business Account: its node and `GET /{waba-id}/phone_numbers`.

use axum::{
    Router,
    extract::{Path, State},
    response::Response,
    routing::get,
};
use serde_json::{Value, json};

use super::answer;
use crate::{
    shell::Shell,
    world::{Refusal, World},
};

pub(super) fn routes() -> Router<Shell> {
    Router::new().route("/{version}/{id}/phone_numbers", get(phone_numbers))
}

/// The account's node.
pub(super) fn node(world: &World) -> Value {
    let name = world.first_number().map(|number| number.name.as_str());
    json!({
        "id": world.account,
        "name": name,
        "timezone_id": "1",
        "message_template_namespace": "00000000_0000_0000_0000_000000000000",
    })
}

async fn phone_numbers(
    State(shell): State<Shell>,
    Path((_, id)): Path<(String, String)>,
) -> Response {
    let list = shell.look(|world, _| {
        if world.account.as_str() != id {
            return Err(Refusal::no_object("get", &id));
        }
        let nodes: Result<Vec<_>, _> =
            world.numbers.values().map(|number| number.node(None)).collect();
        Ok(json!({"data": nodes?}))
    });
    answer::outcome(&shell, list)
}
