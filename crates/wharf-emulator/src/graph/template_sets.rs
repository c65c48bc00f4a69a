//! Many templates at once: `/{waba-id}/upsert_message_templates`, `/migrate_message_templates`,
//! `/message_templates/archive` and `/unarchive`.

use axum::Router;
use serde_json::Value;
use wharf_model::time::Timestamp;

use super::edge::{self, Call};
use crate::{
    coverage::{Operation, op},
    shell::Shell,
    world::{Refusal, World},
};

/// What this edge serves.
pub(super) const OPERATIONS: &[Operation] = &[
    op("templates", "POST", "/{waba}/upsert_message_templates"),
    op("templates", "POST", "/{waba}/migrate_message_templates"),
    op("templates", "POST", "/{waba}/message_templates/archive"),
    op("templates", "POST", "/{waba}/message_templates/unarchive"),
];

pub(super) fn routes() -> Router<Shell> {
    Router::new()
        .route("/{version}/{id}/upsert_message_templates", edge::post(upsert))
        .route("/{version}/{id}/migrate_message_templates", edge::post(migrate))
        .route("/{version}/{id}/message_templates/archive", edge::post(archive))
        .route("/{version}/{id}/message_templates/unarchive", edge::post(unarchive))
}

fn upsert(world: &mut World, call: &Call, now: Timestamp) -> Result<Value, Refusal> {
    world.of_account(&call.id, "post")?;
    world.upsert_templates(&call.body, now)
}

fn migrate(world: &mut World, call: &Call, now: Timestamp) -> Result<Value, Refusal> {
    world.of_account(&call.id, "post")?;
    world.migrate_templates(&call.body, now)
}

fn archive(world: &mut World, call: &Call, _: Timestamp) -> Result<Value, Refusal> {
    world.of_account(&call.id, "post")?;
    world.archive_templates(&call.body, true)
}

fn unarchive(world: &mut World, call: &Call, _: Timestamp) -> Result<Value, Refusal> {
    world.of_account(&call.id, "post")?;
    world.archive_templates(&call.body, false)
}
