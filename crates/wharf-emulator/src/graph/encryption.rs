//! `/{phone-number-id}/whatsapp_business_encryption`.

use axum::Router;

use super::edge;
use crate::shell::Shell;

pub(super) fn routes() -> Router<Shell> {
    Router::new().route(
        "/{version}/{id}/whatsapp_business_encryption",
        edge::get(|world, call, _| world.public_key(&call.id))
            .merge(edge::post(|world, call, _| world.set_public_key(&call.id, &call.body))),
    )
}
