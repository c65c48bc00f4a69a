//! The WhatsApp Business Account: its node and `GET /{waba-id}/phone_numbers`.

use axum::{
    Extension, Router,
    extract::{OriginalUri, Path, State},
    response::Response,
    routing::get,
};
use serde_json::{Value, json};

use super::{
    answer,
    auth::Caller,
    fields,
    node::{NOTHING, Node},
    number,
    page::Asked,
};
use crate::{
    coverage::{Operation, op},
    shell::Shell,
    world::{Refusal, World},
};

/// What this edge serves.
pub(super) const OPERATIONS: &[Operation] = &[
    op("account", "GET", "/{waba}"),
    op("account", "POST", "/{waba}"),
    op("account", "GET", "/{waba}/phone_numbers"),
];

/// The account.
pub(super) const NODE: Node = Node {
    is: |world, id| world.account.as_str() == id,
    read: |world, call, _| node(world, call.asked.fields()),
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
    Router::new().route("/{version}/{id}/phone_numbers", get(phone_numbers))
}

/// The account's node.
pub(super) fn node(world: &World, asked: Option<&str>) -> Result<Value, Refusal> {
    let name = world.first_number().map(|number| number.name.as_str());
    let mut all = world.account_extra.clone();
    let known = json!({
        "id": world.account,
        "currency": "USD",
        "country": "US",
        "account_review_status": "APPROVED",
        "business_verification_status": "verified",
        "ownership_type": "SELF",
        "status": "ACTIVE",
        "message_template_namespace": "00000000_0000_0000_0000_000000000000",
        "health_status": health(world),
    });
    all.extend(known.as_object().cloned().unwrap_or_default());
    for (field, value) in [
        ("name", json!(name)),
        ("timezone_id", json!("1")),
        ("is_enabled_for_insights", json!(false)),
    ] {
        all.entry(field).or_insert(value);
    }
    fields::select_of(all, asked, DEFAULT_FIELDS, UNSET_FIELDS, "WhatsAppBusinessAccount")
}

fn health(world: &World) -> Value {
    let available = |kind: &str, id: &str| json!({"entity_type": kind, "id": id, "can_send_message": "AVAILABLE"});
    json!({"can_send_message": "AVAILABLE", "entities": [
        available("WABA", world.account.as_str()), available("APP", world.apps.first().id.as_str()),
    ]})
}

async fn phone_numbers(
    State(shell): State<Shell>,
    Extension(Caller(app)): Extension<Caller>,
    Path((_, id)): Path<(String, String)>,
    OriginalUri(uri): OriginalUri,
) -> Response {
    let asked = Asked::new(shell.base(), &uri);
    let list = shell.look(|world, _| {
        if world.account.as_str() != id {
            return Err(Refusal::no_object("get", &id));
        }
        let nodes = world
            .numbers
            .keys()
            .map(|id| Ok((id.to_string(), number::node(world, &app, id, asked.fields())?)));
        asked.page(nodes.collect::<Result<_, Refusal>>()?)
    });
    answer::outcome(&shell, list)
}
