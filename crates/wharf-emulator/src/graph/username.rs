//! `/{phone-number-id}/username` and `/username_suggestions`.

use axum::Router;

use super::edge;
use crate::{
    coverage::{Operation, op},
    shell::Shell,
};

/// What this edge serves.
pub(super) const OPERATIONS: &[Operation] = &[
    op("numbers", "GET", "/{phone}/username"),
    op("numbers", "POST", "/{phone}/username"),
    op("numbers", "DELETE", "/{phone}/username"),
    op("numbers", "GET", "/{phone}/username_suggestions"),
];

pub(super) fn routes() -> Router<Shell> {
    let username = edge::get(|world, call, _| world.username(&call.id))
        .merge(edge::post(|world, call, now| world.set_username(&call.id, &call.body, now)))
        .merge(edge::delete(|world, call, _| world.delete_username(&call.id)));
    let suggestions = edge::get(|world, call, _| world.username_suggestions(&call.id));
    Router::new()
        .route("/{version}/{id}/username", username)
        .route("/{version}/{id}/username_suggestions", suggestions)
}
