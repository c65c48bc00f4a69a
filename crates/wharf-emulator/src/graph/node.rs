//! `/{version}/{id}`: many nodes share this path; what the id names says which one is meant.

use std::collections::HashMap;

use axum::{
    Router,
    extract::{Path, Query, Request, State},
    response::Response,
    routing::get,
};
use serde_json::Value;
use wharf_model::id::{MediaId, PhoneNumberId};

use super::{account, answer, body};
use crate::{
    shell::Shell,
    world::{Refusal, World},
};

pub(super) fn routes() -> Router<Shell> {
    Router::new().route("/{version}/{id}", get(read).post(update).delete(remove))
}

/// The parameters of a query; of one given twice, the last counts.
type Parameters = Query<HashMap<String, String>>;

async fn read(
    State(shell): State<Shell>,
    Path((_, id)): Path<(String, String)>,
    Query(query): Parameters,
) -> Response {
    let fields = query.get("fields").map(String::as_str);
    let asker = query.get("phone_number_id").map(String::as_str);
    let base = shell.base().to_owned();
    let node = shell.step(|world, now| {
        if let Some(number) = number(world, &id) {
            return world
                .numbers
                .get(&number)
                .map_or(Ok(Value::Null), |number| number.node(fields));
        }
        if world.account.as_str() == id {
            return Ok(account::node(world));
        }
        let media = MediaId::new(id.as_str()).map_err(|_| Refusal::no_object("get", &id))?;
        let node = world.resolve(&media, asker, &base, now)?;
        serde_json::to_value(node).map_err(|_| Refusal::plain(1, "An unknown error occurred"))
    });
    answer::outcome(&shell, node)
}

async fn update(
    State(shell): State<Shell>,
    Path((_, id)): Path<(String, String)>,
    request: Request,
) -> Response {
    match body::object(request).await {
        Ok(body) => answer::done(&shell, shell.step(|world, _| world.update_number(&id, body))),
        Err(refusal) => answer::refuse(&shell, refusal),
    }
}

async fn remove(
    State(shell): State<Shell>,
    Path((_, id)): Path<(String, String)>,
    Query(query): Parameters,
) -> Response {
    let asker = query.get("phone_number_id").map(String::as_str);
    let done = shell.step(|world, now| {
        let media = MediaId::new(id.as_str()).map_err(|_| Refusal::no_object("delete", &id))?;
        world.delete_file(&media, asker, now)
    });
    answer::done(&shell, done)
}

fn number(world: &World, id: &str) -> Option<PhoneNumberId> {
    PhoneNumberId::new(id).ok().filter(|id| world.numbers.contains_key(id))
}
