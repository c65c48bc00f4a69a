//! `/{phone-number-id}/block_users`.

use axum::Router;

use super::edge;
use crate::{
    coverage::{Operation, op},
    shell::Shell,
};

/// What this edge serves.
pub(super) const OPERATIONS: &[Operation] = &[
    op("numbers", "GET", "/{phone}/block_users"),
    op("numbers", "POST", "/{phone}/block_users"),
    op("numbers", "DELETE", "/{phone}/block_users"),
];

pub(super) fn routes() -> Router<Shell> {
    Router::new().route(
        "/{version}/{id}/block_users",
        edge::get(|world, call, _| call.asked.page(world.blocked(&call.id)?))
            .merge(edge::post(|world, call, now| world.block(&call.id, &call.body, true, now)))
            .merge(edge::delete(|world, call, now| world.block(&call.id, &call.body, false, now))),
    )
}
