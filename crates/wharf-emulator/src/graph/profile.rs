//! `/{phone-number-id}/whatsapp_business_profile`.

use axum::Router;

use super::edge;
use crate::{
    coverage::{Operation, op},
    shell::Shell,
};

/// What this edge serves.
pub(super) const OPERATIONS: &[Operation] = &[
    op("numbers", "GET", "/{phone}/whatsapp_business_profile"),
    op("numbers", "POST", "/{phone}/whatsapp_business_profile"),
];

pub(super) fn routes() -> Router<Shell> {
    Router::new().route(
        "/{version}/{id}/whatsapp_business_profile",
        edge::get(|world, call, _| world.profile(&call.id, call.asked.fields()))
            .merge(edge::post(|world, call, _| world.set_profile(&call.id, &call.body))),
    )
}
