//! `/{phone-number-id}/request_code` and `/verify_code`.

use axum::Router;

use super::edge;
use crate::shell::Shell;

pub(super) fn routes() -> Router<Shell> {
    let ask = edge::post(|world, call, _| world.request_code(&call.id, &call.body));
    let prove = edge::post(|world, call, _| world.verify_code(&call.id, &call.body));
    Router::new()
        .route("/{version}/{id}/request_code", ask)
        .route("/{version}/{id}/verify_code", prove)
}
