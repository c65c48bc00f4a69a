//! Analytics: fields of the account with parameters, `/{waba-id}/template_analytics`,
//! `/{waba-id}/template_group_analytics` and `/{waba-id}/group_analytics`.

use axum::Router;
use serde_json::{Map, Value};
use wharf_model::time::Timestamp;

use super::{
    edge::{self, Call},
    fields::{self, Field},
};
use crate::{
    coverage::{Operation, op},
    shell::Shell,
    world::{Refusal, World},
};

/// What this edge serves.
pub(super) const OPERATIONS: &[Operation] = &[
    op("templates", "GET", "/{waba}/template_analytics"),
    op("templates", "GET", "/{waba}/template_group_analytics"),
    op("groups", "GET", "/{waba}/group_analytics"),
];

pub(super) fn routes() -> Router<Shell> {
    Router::new()
        .route("/{version}/{id}/template_analytics", edge::get(templates))
        .route("/{version}/{id}/template_group_analytics", edge::get(sets))
        .route("/{version}/{id}/group_analytics", edge::get(groups))
}

fn templates(world: &mut World, call: &Call, now: Timestamp) -> Result<Value, Refusal> {
    world.of_account(&call.id, "get")?;
    world.template_analytics(&|name| call.asked.get(name).map(str::to_owned), now)
}

fn groups(world: &mut World, call: &Call, now: Timestamp) -> Result<Value, Refusal> {
    world.of_account(&call.id, "get")?;
    world.group_analytics(&|name| call.asked.get(name).map(str::to_owned), now)
}

fn sets(world: &mut World, call: &Call, now: Timestamp) -> Result<Value, Refusal> {
    world.of_account(&call.id, "get")?;
    world.template_group_analytics(&|name| call.asked.get(name).map(str::to_owned), now)
}

/// The fields of the account that are asked for and hold numbers.
pub(super) fn of_account(
    world: &World,
    asked: Option<&str>,
    now: Timestamp,
) -> Result<Map<String, Value>, Refusal> {
    let mut found = Map::new();
    for field in fields::read(asked.unwrap_or_default()) {
        if let Some(numbers) = numbers(world, &field, now)? {
            found.insert(field.name.to_owned(), numbers);
        }
    }
    Ok(found)
}

fn numbers(world: &World, field: &Field<'_>, now: Timestamp) -> Result<Option<Value>, Refusal> {
    let wanted = |name: &str| field.parameter(name).map(str::to_owned);
    let numbers = match field.name {
        "analytics" => world.message_analytics(&wanted, now)?,
        "conversation_analytics" => world.conversation_analytics(&wanted, now)?,
        "pricing_analytics" => world.pricing_analytics(&wanted, now)?,
        "call_analytics" => world.call_analytics(&wanted, now)?,
        _ => return Ok(None),
    };
    Ok(Some(numbers))
}
