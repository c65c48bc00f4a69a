//! `GET /{waba-id}/activities`: what the app did on the account.

use axum::Router;
use serde_json::Value;
use wharf_model::time::Timestamp;

use super::edge::{self, Call};
use crate::{
    coverage::{Operation, op},
    shell::Shell,
    world::{Refusal, World, civil},
};

/// What this edge serves.
pub(super) const OPERATIONS: &[Operation] = &[op("account", "GET", "/{waba}/activities")];

/// What an activity shows when nobody asks for fields.
const DEFAULT_FIELDS: &[&str] = &["activity_type", "timestamp", "actor_type"];

pub(super) fn routes() -> Router<Shell> {
    Router::new().route("/{version}/{id}/activities", edge::get(list))
}

fn list(world: &mut World, call: &Call, _: Timestamp) -> Result<Value, Refusal> {
    world.of_account(&call.id, "get")?;
    let moment = |name: &str| {
        let text = call.asked.get(name);
        let seconds = text.map(|text| text.parse().ok().or_else(|| civil::read(text)));
        match seconds {
            Some(None) => {
                let message =
                    format!("(#100) Param {name} must be a Unix timestamp or an ISO 8601 date");
                Err(Refusal::plain(100, message))
            }
            Some(seconds) => Ok(seconds),
            None => Ok(None),
        }
    };
    let kinds = call.asked.list("activity_type");
    let all = world.activities(kinds.as_deref(), moment("since")?, moment("until")?);
    call.asked.nodes(all, DEFAULT_FIELDS, "WhatsAppBusinessAccountActivity")
}
