//! `/{phone-number-id}/business_compliance_info`.

use axum::Router;

use super::edge;
use crate::shell::Shell;

pub(super) fn routes() -> Router<Shell> {
    Router::new().route(
        "/{version}/{id}/business_compliance_info",
        edge::get(|world, call, _| world.compliance(&call.id))
            .merge(edge::post(|world, call, _| world.set_compliance(&call.id, &call.body))),
    )
}
