//! `/{phone-number-id}/calls` and `/{phone-number-id}/call_permissions`.

use axum::Router;

use super::edge;
use crate::{
    coverage::{Operation, op},
    shell::Shell,
};

/// What this edge serves.
pub(super) const OPERATIONS: &[Operation] =
    &[op("numbers", "POST", "/{phone}/calls"), op("numbers", "GET", "/{phone}/call_permissions")];

pub(super) fn routes() -> Router<Shell> {
    let calls = edge::post(|world, call, now| world.post_call(&call.id, &call.body, now));
    let permissions = edge::get(|world, call, now| {
        let person = call.asked.get("user_wa_id").or_else(|| call.asked.get("recipient"));
        world.call_permission(&call.id, person, now)
    });
    Router::new()
        .route("/{version}/{id}/calls", calls)
        .route("/{version}/{id}/call_permissions", permissions)
}
