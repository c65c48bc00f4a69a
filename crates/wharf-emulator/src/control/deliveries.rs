//! `GET /_control/deliveries`: what became of webhooks.

use axum::{Json, Router, extract::State, routing::get};
use serde_json::{Value, json};

use crate::{shell::Shell, world::Told};

/// How many are shown.
const MOST: usize = 100;

pub(super) fn routes() -> Router<Shell> {
    Router::new().route("/_control/deliveries", get(list))
}

async fn list(State(shell): State<Shell>) -> Json<Value> {
    let data: Vec<_> = shell.look(|world, _| world.outbox.told(MOST)).iter().map(node).collect();
    Json(json!({"data": data}))
}

fn node(told: &Told) -> Value {
    let body: Value = serde_json::from_str(&told.body).unwrap_or_default();
    json!({
        "id": told.id, "field": told.field, "state": told.state,
        "attempts": told.attempts, "answer": told.answer, "body": body,
    })
}
