//! `/{phone-number-id}/request_code` and `/verify_code`.

use axum::Router;

use super::edge;
use crate::{
    coverage::{Operation, op},
    shell::Shell,
};

/// What this edge serves.
pub(super) const OPERATIONS: &[Operation] = &[
    op("numbers", "POST", "/{phone}/request_code"),
    op("numbers", "POST", "/{phone}/verify_code"),
];

pub(super) fn routes() -> Router<Shell> {
    let ask = edge::post(|world, call, _| world.request_code(&call.id, &call.body));
    let prove = edge::post(|world, call, _| world.verify_code(&call.id, &call.body));
    Router::new()
        .route("/{version}/{id}/request_code", ask)
        .route("/{version}/{id}/verify_code", prove)
}
