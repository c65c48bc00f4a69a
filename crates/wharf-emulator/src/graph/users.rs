//! `/{waba-id}/assigned_users`: who works on the account.

use axum::Router;

use super::edge;
use crate::{
    coverage::{Operation, op},
    shell::Shell,
    world::Refusal,
};

/// What this edge serves.
pub(super) const OPERATIONS: &[Operation] = &[
    op("account", "GET", "/{waba}/assigned_users"),
    op("account", "POST", "/{waba}/assigned_users"),
    op("account", "DELETE", "/{waba}/assigned_users"),
];

/// What somebody shows when nobody asks for fields.
const DEFAULT_FIELDS: &[&str] = &["name", "tasks"];

pub(super) fn routes() -> Router<Shell> {
    let list = edge::get(|world, call, _| {
        world.of_account(&call.id, "get")?;
        if call.asked.get("business").is_none() {
            return Err(Refusal::plain(100, "(#100) The parameter business is required."));
        }
        call.asked.nodes(world.assigned_users(), DEFAULT_FIELDS, "AssignedUser")
    });
    let assign = edge::post(|world, call, _| {
        world.of_account(&call.id, "post")?;
        world.assign_user(&call.body)
    });
    let remove = edge::delete(|world, call, _| {
        world.of_account(&call.id, "delete")?;
        world.remove_user(&call.body)
    });
    Router::new().route("/{version}/{id}/assigned_users", list.merge(assign).merge(remove))
}
