//! `/{phone-number-id}/official_business_account`: the request for the badge.

use axum::Router;

use super::edge;
use crate::{
    coverage::{Operation, op},
    shell::Shell,
};

/// What this edge serves.
pub(super) const OPERATIONS: &[Operation] = &[
    op("numbers", "GET", "/{phone}/official_business_account"),
    op("numbers", "POST", "/{phone}/official_business_account"),
];

pub(super) fn routes() -> Router<Shell> {
    Router::new().route(
        "/{version}/{id}/official_business_account",
        edge::get(|world, call, _| world.official(&call.id))
            .merge(edge::post(|world, call, _| world.request_official(&call.id, &call.body))),
    )
}
