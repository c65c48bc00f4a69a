//! `/{waba-id}/template_groups` and `/{template-group-id}`: templates that are measured together.

use axum::Router;

use super::{
    edge, fields,
    node::{Node, done},
};
use crate::{
    coverage::{Operation, op},
    shell::Shell,
    world::Refusal,
};

/// What this edge serves.
pub(super) const OPERATIONS: &[Operation] = &[
    op("templates", "GET", "/{waba}/template_groups"),
    op("templates", "POST", "/{waba}/template_groups"),
    op("templates", "GET", "/{template_group}"),
    op("templates", "POST", "/{template_group}"),
    op("templates", "DELETE", "/{template_group}"),
];

/// A group of templates.
pub(super) const NODE: Node = Node {
    is: |world, id| world.template_group(id).is_some(),
    read: |world, call, _| {
        let group = world.template_group(&call.id);
        let group = group.ok_or_else(|| Refusal::no_object("get", &call.id))?;
        fields::select(group, call.asked.fields(), DEFAULT_FIELDS, KIND)
    },
    update: |world, call, _| done(world.update_template_group(&call.id, &call.body)),
    remove: |world, call, _| done(world.delete_template_group(&call.id)),
};

/// What a group is called in refusals.
const KIND: &str = "WhatsAppMessageTemplateGroup";
/// What a group shows when nobody asks for fields.
const DEFAULT_FIELDS: &[&str] = &["name", "description", "whatsapp_business_templates"];

pub(super) fn routes() -> Router<Shell> {
    let list = edge::get(|world, call, _| {
        world.of_account(&call.id, "get")?;
        call.asked.nodes(world.template_groups(), DEFAULT_FIELDS, KIND)
    });
    let create = edge::post(|world, call, _| {
        world.of_account(&call.id, "post")?;
        world.create_template_group(&call.body)
    });
    Router::new().route("/{version}/{id}/template_groups", list.merge(create))
}
