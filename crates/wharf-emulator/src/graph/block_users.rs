//! `/{phone-number-id}/block_users`.

use axum::Router;

use super::edge;
use crate::shell::Shell;

pub(super) fn routes() -> Router<Shell> {
    Router::new().route(
        "/{version}/{id}/block_users",
        edge::get(|world, call, _| call.asked.page(world.blocked(&call.id)?))
            .merge(edge::post(|world, call, now| world.block(&call.id, &call.body, true, now)))
            .merge(edge::delete(|world, call, now| world.block(&call.id, &call.body, false, now))),
    )
}
