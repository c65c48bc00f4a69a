//! `/{waba-id}/message_templates` and `/{template-id}/unpause`: templates of the account.

use axum::{
    Router,
    extract::{OriginalUri, Path, Request, State},
    response::Response,
    routing::{get, post},
};
use serde_json::Value;
use wharf_model::id::TemplateId;

use super::{
    answer, body, fields,
    node::{NOTHING, Node, done},
    page::Asked,
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
        done(world.edit_template(&id, call.body.clone(), now))
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

pub(super) fn routes() -> Router<Shell> {
    Router::new()
        .route("/{version}/{id}/message_templates", get(list).post(create).delete(remove))
        .route("/{version}/{id}/unpause", post(unpause))
}

/// A template's node.
pub(super) fn node(definition: &Definition, asked: Option<&str>) -> Result<Value, Refusal> {
    fields::select(definition.node(), asked, DEFAULT_FIELDS, "WhatsAppMessageTemplate")
}

fn of_account(world: &World, id: &str, verb: &str) -> Result<(), Refusal> {
    if world.account.as_str() == id { Ok(()) } else { Err(Refusal::no_object(verb, id)) }
}

async fn list(
    State(shell): State<Shell>,
    Path((_, id)): Path<(String, String)>,
    OriginalUri(uri): OriginalUri,
) -> Response {
    let asked = Asked::new(shell.base(), &uri);
    let list = shell.look(|world, _| {
        of_account(world, &id, "get")?;
        let fits = |name: &str, has: &str| {
            asked.get(name).is_none_or(|wanted| wanted.eq_ignore_ascii_case(has))
        };
        let all = world.templates.all().filter(|known| {
            fits("name", &known.name)
                && fits("language", &known.language)
                && fits("category", &known.category)
                && fits("status", &known.status)
                && fits("quality_score", &known.quality)
        });
        let all = all.map(|known| Ok((known.id.to_string(), node(known, asked.fields())?)));
        asked.page(all.collect::<Result<_, Refusal>>()?)
    });
    answer::outcome(&shell, list)
}

async fn create(
    State(shell): State<Shell>,
    Path((_, id)): Path<(String, String)>,
    request: Request,
) -> Response {
    let body = match body::object(request).await {
        Ok(body) => body,
        Err(refusal) => return answer::refuse(&shell, refusal),
    };
    let created = shell.step(|world, now| {
        of_account(world, &id, "post")?;
        world.create_template(body, now)
    });
    answer::outcome(&shell, created)
}

async fn remove(
    State(shell): State<Shell>,
    Path((_, id)): Path<(String, String)>,
    OriginalUri(uri): OriginalUri,
) -> Response {
    let asked = Asked::new(shell.base(), &uri);
    let done = shell.step(|world, now| {
        of_account(world, &id, "delete")?;
        let name = asked
            .get("name")
            .ok_or_else(|| Refusal::plain(100, "(#100) The parameter name is required."))?;
        world.delete_template(name, asked.get("hsm_id"), now)
    });
    answer::done(&shell, done)
}

async fn unpause(State(shell): State<Shell>, Path((_, id)): Path<(String, String)>) -> Response {
    let outcome = shell.step(|world, _| {
        let id = TemplateId::new(id.as_str()).map_err(|_| Refusal::no_object("post", &id))?;
        world.unpause_template(&id)
    });
    answer::outcome(&shell, outcome)
}
