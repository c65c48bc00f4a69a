//! `/{phone-number-id}/conversational_automation`.

use axum::Router;

use super::edge;
use crate::{
    coverage::{Operation, op},
    shell::Shell,
};

/// What this edge serves.
pub(super) const OPERATIONS: &[Operation] =
    &[op("numbers", "POST", "/{phone}/conversational_automation")];

pub(super) fn routes() -> Router<Shell> {
    Router::new().route(
        "/{version}/{id}/conversational_automation",
        edge::post(|world, call, _| world.set_automation(&call.id, &call.body)),
    )
}
