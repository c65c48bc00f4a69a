//! `/{phone-number-id}/settings`.

use axum::Router;

use super::edge;
use crate::shell::Shell;

pub(super) fn routes() -> Router<Shell> {
    Router::new().route(
        "/{version}/{id}/settings",
        edge::get(|world, call, _| world.settings(&call.id))
            .merge(edge::post(|world, call, _| world.set_settings(&call.id, &call.body))),
    )
}
