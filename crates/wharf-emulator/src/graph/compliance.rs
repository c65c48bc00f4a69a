//! `/{phone-number-id}/business_compliance_info`.

use axum::Router;

use super::edge;
use crate::{
    coverage::{Operation, op},
    shell::Shell,
};

/// What this edge serves.
pub(super) const OPERATIONS: &[Operation] = &[
    op("numbers", "GET", "/{phone}/business_compliance_info"),
    op("numbers", "POST", "/{phone}/business_compliance_info"),
];

pub(super) fn routes() -> Router<Shell> {
    Router::new().route(
        "/{version}/{id}/business_compliance_info",
        edge::get(|world, call, _| world.compliance(&call.id))
            .merge(edge::post(|world, call, _| world.set_compliance(&call.id, &call.body))),
    )
}
