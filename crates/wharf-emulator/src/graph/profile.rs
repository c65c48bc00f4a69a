//! `/{phone-number-id}/whatsapp_business_profile`.

use axum::Router;

use super::edge;
use crate::shell::Shell;

pub(super) fn routes() -> Router<Shell> {
    Router::new().route(
        "/{version}/{id}/whatsapp_business_profile",
        edge::get(|world, call, _| world.profile(&call.id, call.asked.fields()))
            .merge(edge::post(|world, call, _| world.set_profile(&call.id, &call.body))),
    )
}
