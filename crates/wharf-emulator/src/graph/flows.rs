//! Flows: `/{waba-id}/flows`, `/{flow-id}` and what is under it.

use axum::{
    Router,
    extract::{DefaultBodyLimit, Path, Request, State},
    response::Response,
    routing::post,
};
use serde_json::{Value, json};
use wharf_model::time::Timestamp;

use super::{
    answer, body,
    edge::{self, Call},
    fields,
    node::{Node, done},
};
use crate::{
    coverage::{Operation, op},
    shell::Shell,
    world::{Published, Refusal, World},
};

/// What this edge serves.
pub(super) const OPERATIONS: &[Operation] = &[
    op("flows", "GET", "/{waba}/flows"),
    op("flows", "POST", "/{waba}/flows"),
    op("flows", "GET", "/{flow}"),
    op("flows", "POST", "/{flow}"),
    op("flows", "DELETE", "/{flow}"),
    op("flows", "GET", "/{flow}/assets"),
    op("flows", "POST", "/{flow}/assets"),
    op("flows", "POST", "/{flow}/publish"),
    op("flows", "POST", "/{flow}/deprecate"),
    op("flows", "POST", "/{waba}/migrate_flows"),
];

/// A flow.
pub(super) const NODE: Node = Node {
    is: |world, id| world.flows.get(id).is_some(),
    read,
    update: |world, call, _| done(world.update_flow(&call.id, &call.body)),
    remove: |world, call, _| done(world.delete_flow(&call.id)),
};

/// What a flow shows when nobody asks for fields.
const DEFAULT_FIELDS: &[&str] = &["name", "status", "categories", "validation_errors"];
/// What a flow may have and this one has not: asked for, it is left out.
const MAYBE: &[&str] =
    &["json_version", "data_api_version", "endpoint_uri", "data_channel_uri", "preview"];
/// Bytes of a flow's JSON, and what surrounds it.
const JSON_BYTES_MAX: usize = 10 * 1024 * 1024 + 64 * 1024;

pub(super) fn routes() -> Router<Shell> {
    let all = edge::get(list).merge(post(create));
    let assets = edge::get(assets)
        .merge(edge::post(|world, call, _| world.set_flow_json(&call.id, &call.body)));
    let withdraw = edge::post(|world, call, _| done(world.deprecate_flow(&call.id)));
    let migrate = edge::post(|world, call, _| {
        of_account(world, &call.id, call.verb)?;
        world.migrate_flows(&call.body)
    });
    let large = DefaultBodyLimit::max(JSON_BYTES_MAX);
    Router::new()
        .route("/{version}/{id}/flows", all.layer(large))
        .route("/{version}/{id}/assets", assets.layer(large))
        .route("/{version}/{id}/publish", post(publish))
        .route("/{version}/{id}/deprecate", withdraw)
        .route("/{version}/{id}/migrate_flows", migrate)
}

fn of_account(world: &World, id: &str, verb: &str) -> Result<(), Refusal> {
    if world.account.as_str() == id { Ok(()) } else { Err(Refusal::no_object(verb, id)) }
}

fn read(world: &mut World, call: &Call, now: Timestamp) -> Result<Value, Refusal> {
    let asked = call.asked.fields();
    if let Some(asked) = asked.filter(|asked| asked.contains("preview")) {
        world.preview_flow(&call.id, asked.contains("preview.invalidate(true)"), now)?;
    }
    node(world, call, &call.id)
}

fn node(world: &World, call: &Call, id: &str) -> Result<Value, Refusal> {
    let flow = world.flows.get(id).ok_or_else(|| Refusal::no_object(call.verb, id))?;
    let mut all = flow.node(call.asked.base());
    let account = json!({"id": world.account, "currency": "USD", "timezone_id": "1"});
    all.insert("whatsapp_business_account".to_owned(), account);
    for name in MAYBE {
        all.entry(*name).or_insert(Value::Null);
    }
    let mut node = fields::select(all, call.asked.fields(), DEFAULT_FIELDS, "WhatsAppFlow")?;
    if let Some(node) = node.as_object_mut() {
        node.retain(|_, value| !value.is_null());
    }
    Ok(node)
}

fn list(world: &mut World, call: &Call, _: Timestamp) -> Result<Value, Refusal> {
    of_account(world, &call.id, call.verb)?;
    let ids = world.flows.all().map(|flow| flow.id.to_string());
    let nodes = ids.map(|id| Ok((id.clone(), node(world, call, &id)?)));
    call.asked.page(nodes.collect::<Result<_, Refusal>>()?)
}

fn assets(world: &mut World, call: &Call, _: Timestamp) -> Result<Value, Refusal> {
    let flow = world.flows.get(&call.id).ok_or_else(|| Refusal::no_object("get", &call.id))?;
    let asset = flow.asset(call.asked.base()).map(|asset| ("flow.json".to_owned(), asset));
    call.asked.page(asset.into_iter().collect())
}

/// Creates a flow, and publishes it if that is wanted and nothing stands in the way.
async fn create(
    State(shell): State<Shell>,
    Path((_, id)): Path<(String, String)>,
    request: Request,
) -> Response {
    let body = match body::object(request).await {
        Ok(body) => body,
        Err(refusal) => return answer::refuse(&shell, refusal),
    };
    let created = shell.step(|world, _| {
        of_account(world, &id, "post")?;
        world.create_flow(&body)
    });
    let id = match created {
        Ok(id) => id,
        Err(refusal) => return answer::refuse(&shell, refusal),
    };
    let wanted = body.get("publish").is_some_and(|on| *on == true || *on == "true");
    if wanted && let Err(refusal) = do_publish(&shell, id.as_str()).await {
        // It is there all the same, as a draft.
        tracing::info!(flow = %id, why = refusal.error.text(), "a flow was created, and not published");
    }
    let errors =
        shell.look(|world, _| world.flows.get(id.as_str()).map(crate::world::Flow::errors));
    answer::give(
        &json!({"id": id, "success": true, "validation_errors": errors.unwrap_or_default()}),
    )
}

async fn publish(State(shell): State<Shell>, Path((_, id)): Path<(String, String)>) -> Response {
    answer::done(&shell, do_publish(&shell, &id).await)
}

async fn do_publish(shell: &Shell, id: &str) -> Result<(), Refusal> {
    match shell.step(|world, _| world.publish_flow(id))? {
        Published::Done => Ok(()),
        Published::Ask(question) => {
            let answer = shell.exchange(&question).await;
            shell.step(|world, _| world.endpoint_is_there(id, answer))
        }
    }
}
