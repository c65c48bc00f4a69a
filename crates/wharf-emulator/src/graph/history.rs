//! `/{phone-number-id}/message_history` and `/{message-history-id}/events`: what became of messages.

use axum::Router;
use serde_json::{Value, json};
use wharf_model::time::Timestamp;

use super::edge::{self, Call};
use crate::{
    coverage::{Operation, op},
    shell::Shell,
    world::{Refusal, World},
};

/// What this edge serves.
pub(super) const OPERATIONS: &[Operation] =
    &[op("numbers", "GET", "/{phone}/message_history"), op("numbers", "GET", "/{history}/events")];

/// What an entry shows when nobody asks for fields.
const DEFAULT_FIELDS: &[&str] = &["message_id"];

pub(super) fn routes() -> Router<Shell> {
    Router::new()
        .route("/{version}/{id}/message_history", edge::get(list))
        .route("/{version}/{id}/events", edge::get(events))
}

fn list(world: &mut World, call: &Call, _: Timestamp) -> Result<Value, Refusal> {
    let all = world.message_history(&call.id, call.asked.get("message_id"))?;
    call.asked.nodes(all, DEFAULT_FIELDS, "WhatsAppMessageHistory")
}

fn events(world: &mut World, call: &Call, _: Timestamp) -> Result<Value, Refusal> {
    let wanted = call.asked.get("status_filter");
    let all = world.history_events(&call.id)?.into_iter();
    let meant = all.filter(|event| wanted.is_none_or(|wanted| event["delivery_status"] == wanted));
    let rows = meant.enumerate().map(|(at, event)| {
        let key = event["id"].as_str().map_or_else(|| at.to_string(), str::to_owned);
        let row = json!({"cursor": key, "node": event});
        (key, row)
    });
    call.asked.page(rows.collect())
}
