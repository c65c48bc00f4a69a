//! `/{phone-number-id}/whatsapp_commerce_settings`.

use axum::Router;

use super::edge;
use crate::{
    coverage::{Operation, op},
    shell::Shell,
};

/// What this edge serves.
pub(super) const OPERATIONS: &[Operation] = &[
    op("numbers", "GET", "/{phone}/whatsapp_commerce_settings"),
    op("numbers", "POST", "/{phone}/whatsapp_commerce_settings"),
];

pub(super) fn routes() -> Router<Shell> {
    Router::new().route(
        "/{version}/{id}/whatsapp_commerce_settings",
        edge::get(|world, call, _| world.commerce(&call.id))
            .merge(edge::post(|world, call, _| world.set_commerce(&call.id, &call.body))),
    )
}
