//! `/{waba-id}/message_templates` and `/{template-id}/unpause`: templates of the account.

use axum::Router;
use serde_json::{Value, json};
use wharf_model::{id::TemplateId, time::Timestamp};

use super::{
    edge::{self, Call},
    fields,
    node::{NOTHING, Node, done},
};
use crate::{
    coverage::{Operation, op},
    shell::Shell,
    world::{Definition, Refusal, World},
};

/// What this edge serves.
pub(super) const OPERATIONS: &[Operation] = &[
    op("templates", "GET", "/{waba}/message_templates"),
    op("templates", "POST", "/{waba}/message_templates"),
    op("templates", "DELETE", "/{waba}/message_templates"),
    op("templates", "GET", "/{template}"),
    op("templates", "POST", "/{template}"),
    op("templates", "POST", "/{template}/unpause"),
    op("templates", "GET", "/{template}/compare"),
];

/// A template.
pub(super) const NODE: Node = Node {
    is: |world, id| world.templates.get(id).is_some(),
    read: |world, call, _| {
        let known = world.templates.get(&call.id);
        let known = known.ok_or_else(|| Refusal::no_object("get", &call.id))?;
        node(known, call.asked.fields())
    },
    update: |world, call, now| {
        let id = TemplateId::new(call.id.as_str());
        let id = id.map_err(|_| Refusal::no_object("post", &call.id))?;
        world.edit_template(&id, call.body.clone(), now)?;
        Ok(edited(world, &call.id))
    },
    remove: NOTHING,
};

/// What a template shows when nobody asks for fields.
pub(super) const DEFAULT_FIELDS: &[&str] = &[
    "name",
    "parameter_format",
    "components",
    "language",
    "status",
    "category",
    "rejected_reason",
    "message_send_ttl_seconds",
    "sub_category",
];

/// What a template is called in refusals.
pub(super) const KIND: &str = "WhatsAppMessageTemplate";

/// What a template may have, and most have not.
pub(super) const UNSET_FIELDS: &[&str] = &[
    "message_send_ttl_seconds",
    "correct_category",
    "previous_category",
    "library_template_name",
    "cta_url_link_tracking_opted_out",
    "sub_category",
    "degrees_of_freedom_spec",
];

pub(super) fn routes() -> Router<Shell> {
    let all = edge::get(list).merge(edge::post(create)).merge(edge::delete(remove));
    Router::new()
        .route("/{version}/{id}/message_templates", all)
        .route("/{version}/{id}/unpause", edge::post(unpause))
        .route("/{version}/{id}/compare", edge::get(compare))
}

/// A template's node.
fn node(definition: &Definition, asked: Option<&str>) -> Result<Value, Refusal> {
    fields::select_of(definition.node(), asked, DEFAULT_FIELDS, UNSET_FIELDS, KIND)
}

/// What is answered to an edit.
fn edited(world: &World, id: &str) -> Value {
    let mut answer = json!({"success": true});
    if let Some(known) = world.templates.get(id) {
        answer["id"] = known.id.as_str().into();
        answer["name"] = known.name.as_str().into();
        answer["category"] = known.category.as_str().into();
    }
    answer
}

/// Which templates are asked for.
fn fits(known: &Definition, call: &Call) -> bool {
    let same = |name: &str, has: &str| {
        call.asked.get(name).is_none_or(|wanted| wanted.eq_ignore_ascii_case(has))
    };
    let says = |name: &str, has: &str| {
        call.asked.get(name).is_none_or(|part| has.to_lowercase().contains(&part.to_lowercase()))
    };
    let moment = |name: &str| call.asked.get(name).and_then(|text| text.parse::<i64>().ok());
    let (content, at) = (known.components.to_string(), known.changed_at());
    let correct = known.node()["correct_category"].as_str().unwrap_or_default().to_owned();
    says("name", &known.name)
        && says("content", &content)
        && says("name_or_content", &format!("{} {content}", known.name))
        && same("language", &known.language)
        && same("category", &known.category)
        && same("status", &known.status)
        && same("quality_score", &known.quality)
        && same("correct_category", &correct)
        && moment("since").is_none_or(|since| at >= since)
        && moment("until").is_none_or(|until| at <= until)
        // What the platform makes for messages that are sent directly: there is none.
        && call.asked.get("source") != Some("AUTO_GENERATED")
}

fn list(world: &mut World, call: &Call, _: Timestamp) -> Result<Value, Refusal> {
    world.of_account(&call.id, "get")?;
    let meant = world.templates.all().filter(|known| fits(known, call));
    let nodes = meant.map(|known| (known.id.to_string(), known.node()));
    let mut page = call.asked.nodes_of(nodes.collect(), DEFAULT_FIELDS, UNSET_FIELDS, KIND)?;
    for name in call.asked.summary() {
        let value = match name {
            "message_template_count" => world.templates.all().count().into(),
            "message_template_limit" => world.templates_most().into(),
            "are_translations_complete" => json!(true),
            _ => continue,
        };
        page["summary"][name] = value;
    }
    Ok(page)
}

fn create(world: &mut World, call: &Call, now: Timestamp) -> Result<Value, Refusal> {
    world.of_account(&call.id, "post")?;
    world.create_template(call.body.clone(), now)
}

fn remove(world: &mut World, call: &Call, now: Timestamp) -> Result<Value, Refusal> {
    world.of_account(&call.id, "delete")?;
    let name = call.asked.get("name");
    let name = name.ok_or_else(|| Refusal::plain(100, "(#100) The parameter name is required."))?;
    done(world.delete_template(name, call.asked.get("hsm_id"), now))
}

fn unpause(world: &mut World, call: &Call, now: Timestamp) -> Result<Value, Refusal> {
    let id = TemplateId::new(call.id.as_str()).map_err(|_| Refusal::no_object("post", &call.id))?;
    world.unpause_template(&id, now)
}

fn compare(world: &mut World, call: &Call, _: Timestamp) -> Result<Value, Refusal> {
    let moment = |name: &str| {
        let seconds = call.asked.get(name).and_then(|text| text.parse().ok());
        seconds.ok_or_else(|| {
            Refusal::plain(100, format!("(#100) Param {name} must be a Unix timestamp"))
        })
    };
    if world.templates.get(&call.id).is_none() {
        return Err(Refusal::no_object("get", &call.id));
    }
    let others = call.asked.list("template_ids").unwrap_or_default();
    world.compare_templates(&call.id, &others, moment("start")?, moment("end")?)
}
