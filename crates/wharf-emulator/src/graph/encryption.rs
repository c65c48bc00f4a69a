//! `/{phone-number-id}/whatsapp_business_encryption`.

use axum::Router;

use super::edge;
use crate::{
    coverage::{Operation, op},
    shell::Shell,
};

/// What this edge serves.
pub(super) const OPERATIONS: &[Operation] = &[
    op("numbers", "GET", "/{phone}/whatsapp_business_encryption"),
    op("numbers", "POST", "/{phone}/whatsapp_business_encryption"),
];

pub(super) fn routes() -> Router<Shell> {
    Router::new().route(
        "/{version}/{id}/whatsapp_business_encryption",
        edge::get(|world, call, _| world.public_key(&call.id))
            .merge(edge::post(|world, call, _| world.set_public_key(&call.id, &call.body))),
    )
}
