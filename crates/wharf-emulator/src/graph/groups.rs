//! Groups: `/{phone-number-id}/groups`, the node of a group and its edges.

use axum::Router;
use serde_json::{Value, json};
use wharf_model::time::Timestamp;

use super::{edge, edge::Call, fields, node::Node};
use crate::{
    coverage::{Operation, op},
    shell::Shell,
    world::{Refusal, World},
};

/// What this edge serves.
pub(super) const OPERATIONS: &[Operation] = &[
    op("groups", "POST", "/{phone}/groups"),
    op("groups", "GET", "/{phone}/groups"),
    op("groups", "GET", "/{group}"),
    op("groups", "POST", "/{group}"),
    op("groups", "DELETE", "/{group}"),
    op("groups", "GET", "/{group}/invite_link"),
    op("groups", "POST", "/{group}/invite_link"),
    op("groups", "DELETE", "/{group}/invite_link"),
    op("groups", "GET", "/{group}/join_requests"),
    op("groups", "POST", "/{group}/join_requests"),
    op("groups", "DELETE", "/{group}/join_requests"),
    op("groups", "POST", "/{group}/participants"),
    op("groups", "DELETE", "/{group}/participants"),
];

/// A group.
pub(super) const NODE: Node = Node {
    is: |world, id| world.groups.get(id).is_some(),
    read: |world, call, _| {
        let all = world.group_fields(world.group(&call.id, "get")?);
        fields::select(all, call.asked.fields(), &["messaging_product"], "WhatsAppGroup")
    },
    update: |world, call, now| world.edit_group(&call.id, &call.body, now),
    remove: |world, call, now| world.delete_group(&call.id, now),
};

/// Groups of a page, at most.
const PAGE_MOST: usize = 1_024;

pub(super) fn routes() -> Router<Shell> {
    let groups = edge::get(list)
        .merge(edge::post(|world, call, now| world.create_group(&call.id, &call.body, now)));
    let link = edge::get(|world, call, _| world.invite_link(&call.id))
        .merge(edge::post(|world, call, _| world.reset_invite_link(&call.id, &call.body)))
        .merge(edge::delete(|world, call, _| world.revoke_invite_link(&call.id, &call.body)));
    let requests = edge::get(|world, call, _| call.asked.page(world.join_requests(&call.id)?))
        .merge(edge::post(|world, call, now| {
            world.approve_join_requests(&call.id, &call.body, now)
        }))
        .merge(edge::delete(|world, call, _| world.reject_join_requests(&call.id, &call.body)));
    let participants = edge::post(add).merge(edge::delete(|world, call, now| {
        world.remove_participants(&call.id, &call.body, now)
    }));
    Router::new()
        .route("/{version}/{id}/groups", groups)
        .route("/{version}/{id}/invite_link", link)
        .route("/{version}/{id}/join_requests", requests)
        .route("/{version}/{id}/participants", participants)
}

/// The rows stand one level deeper than in other lists.
fn list(world: &mut World, call: &Call, _: Timestamp) -> Result<Value, Refusal> {
    let number = world.number(&call.id, "get")?.id.clone();
    let mine = world.groups.all().filter(|group| group.number == number);
    let mut mine: Vec<_> = mine.collect();
    mine.sort_by_key(|group| (group.made_at, &group.id));
    let rows = mine.into_iter().map(|group| {
        let created_at = group.made_at.as_secs().to_string();
        let row = json!({"id": group.id, "subject": group.subject, "created_at": created_at});
        (group.id.to_string(), row)
    });
    let mut page = call.asked.page_of(rows.collect(), PAGE_MOST)?;
    page["data"] = json!({"groups": page["data"].take()});
    Ok(page)
}

/// The API description has this operation; the guide says that nobody can be put into a group.
fn add(world: &mut World, call: &Call, _: Timestamp) -> Result<Value, Refusal> {
    world.group(&call.id, "post")?;
    let details = "people cannot be put into a group: they come by its invite link";
    Err(Refusal::new(100, details))
}
