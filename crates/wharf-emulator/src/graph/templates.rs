//! `GET /{waba-id}/message_templates`: what is approved.

use std::collections::HashMap;

use axum::{
    Router,
    extract::{Path, Query, State},
    response::Response,
    routing::get,
};
use serde_json::json;

use super::answer;
use crate::{shell::Shell, world::Refusal};

pub(super) fn routes() -> Router<Shell> {
    Router::new().route("/{version}/{id}/message_templates", get(list))
}

async fn list(
    State(shell): State<Shell>,
    Path((_, id)): Path<(String, String)>,
    Query(query): Query<HashMap<String, String>>,
) -> Response {
    let list = shell.look(|world, _| {
        if world.account.as_str() != id {
            return Err(Refusal::no_object("get", &id));
        }
        let wanted = query.get("name");
        let fits = |name: &str| wanted.is_none_or(|wanted| wanted == name);
        let all = world.templates.all().iter().filter(|definition| fits(definition.name()));
        let nodes: Vec<_> = all.map(crate::world::Definition::node).collect();
        Ok(json!({"data": nodes}))
    });
    answer::outcome(&shell, list)
}
