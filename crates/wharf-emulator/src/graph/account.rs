//! The WhatsApp Business Account: its node and `GET /{waba-id}/phone_numbers`.

use axum::Router;
use serde_json::{Map, Value, json};
use wharf_model::{id::AppId, time::Timestamp};

use super::{
    analytics,
    edge::{self, Call},
    fields,
    node::{NOTHING, Node},
    number, page, templates,
};
use crate::{
    coverage::{Operation, op},
    shell::Shell,
    world::{Definition, Refusal, World},
};

/// What this edge serves.
pub(super) const OPERATIONS: &[Operation] = &[
    op("account", "GET", "/{waba}"),
    op("account", "POST", "/{waba}"),
    op("account", "GET", "/{waba}/phone_numbers"),
    op("account", "POST", "/{waba}/phone_numbers"),
];

/// The account.
pub(super) const NODE: Node = Node {
    is: |world, id| world.account.as_str() == id,
    read: |world, call, now| node(world, call, now),
    update: |world, call, _| world.update_account(&call.body),
    remove: NOTHING,
};

/// What an account shows when nobody asks for fields.
const DEFAULT_FIELDS: &[&str] = &["name", "timezone_id", "message_template_namespace"];

/// What an account may have, and has not before it is set.
const UNSET_FIELDS: &[&str] = &[
    "primary_funding_id",
    "purchase_order_number",
    "owner_business_info",
    "on_behalf_of_business_info",
    "marketing_messages_onboarding_status",
    "marketing_messages_lite_api_status",
    "degrees_of_freedom_spec",
    "disable_marketing_messages_on_cloud_api",
    "subscribed_apps",
];

pub(super) fn routes() -> Router<Shell> {
    Router::new().route(
        "/{version}/{id}/phone_numbers",
        edge::get(phone_numbers).merge(edge::post(|world, call, now| {
            world.of_account(&call.id, "post")?;
            world.add_number(&call.body, now)
        })),
    )
}

/// The account's node.
fn node(world: &World, call: &Call, now: Timestamp) -> Result<Value, Refusal> {
    let asked = call.asked.fields();
    let name = world.first_number().map(|number| number.name.as_str());
    let mut all = world.account_extra.clone();
    let known = json!({
        "id": world.account,
        "currency": "USD",
        "country": "US",
        "business_verification_status": "verified",
        "ownership_type": "SELF",
        "message_template_namespace": "00000000_0000_0000_0000_000000000000",
        "health_status": health(world),
    });
    all.extend(known.as_object().cloned().unwrap_or_default());
    all.extend(world.state.fields());
    all.extend(analytics::of_account(world, asked, now)?);
    all.extend(lists(world, &call.app, asked)?);
    for (field, value) in [
        ("name", json!(name)),
        ("timezone_id", json!("1")),
        ("is_enabled_for_insights", json!(false)),
    ] {
        all.entry(field).or_insert(value);
    }
    fields::select_of(all, asked, DEFAULT_FIELDS, UNSET_FIELDS, "WhatsAppBusinessAccount")
}

/// Lists of the account that are asked for as fields: `phone_numbers.limit(5){id}`.
fn lists(world: &World, app: &AppId, asked: Option<&str>) -> Result<Map<String, Value>, Refusal> {
    let mut found = Map::new();
    for field in fields::read(asked.unwrap_or_default()) {
        let (nodes, default, unset, kind): (Vec<_>, _, _, _) = match field.name {
            "phone_numbers" => {
                let all =
                    world.numbers.values().map(|number| number::all_fields(world, app, number));
                (all.collect(), number::DEFAULT_FIELDS, number::UNSET_FIELDS, number::KIND)
            }
            "message_templates" => {
                let all = world.templates.all().map(Definition::node);
                (all.collect(), templates::DEFAULT_FIELDS, templates::UNSET_FIELDS, templates::KIND)
            }
            _ => continue,
        };
        let limit = field.parameter("limit").and_then(|limit| limit.parse().ok());
        let shown = nodes.into_iter().take(limit.unwrap_or(page::LIMIT));
        let shown = shown.map(|node| fields::select_of(node, field.nested, default, unset, kind));
        let data = shown.collect::<Result<Vec<_>, Refusal>>()?;
        found.insert(field.name.to_owned(), json!({"data": data}));
    }
    Ok(found)
}

fn health(world: &World) -> Value {
    let available = |kind: &str, id: &str| json!({"entity_type": kind, "id": id, "can_send_message": "AVAILABLE"});
    json!({"can_send_message": "AVAILABLE", "entities": [
        available("WABA", world.account.as_str()), available("APP", world.apps.first().id.as_str()),
    ]})
}

fn phone_numbers(world: &mut World, call: &Call, _: Timestamp) -> Result<Value, Refusal> {
    world.of_account(&call.id, "get")?;
    let nodes = world.numbers.values();
    let nodes =
        nodes.map(|number| (number.id.to_string(), number::all_fields(world, &call.app, number)));
    let (default, unset) = (number::DEFAULT_FIELDS, number::UNSET_FIELDS);
    call.asked.nodes_of(nodes.collect(), default, unset, number::KIND)
}
