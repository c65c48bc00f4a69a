//! `/{phone-number-id}/settings`.

use axum::Router;

use super::edge;
use crate::{
    coverage::{Operation, op},
    shell::Shell,
};

/// What this edge serves.
pub(super) const OPERATIONS: &[Operation] =
    &[op("numbers", "GET", "/{phone}/settings"), op("numbers", "POST", "/{phone}/settings")];

pub(super) fn routes() -> Router<Shell> {
    Router::new().route(
        "/{version}/{id}/settings",
        edge::get(|world, call, _| world.settings(&call.id))
            .merge(edge::post(|world, call, _| world.set_settings(&call.id, &call.body))),
    )
}
