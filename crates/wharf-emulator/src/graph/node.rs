//! `/{version}/{id}`: many nodes share this path; what the id names says which one is meant.

use axum::{
    Router,
    extract::{OriginalUri, Path, Request, State},
    http::Method,
    response::Response,
    routing::get,
};
use serde_json::json;
use wharf_model::id::{MediaId, PhoneNumberId, TemplateId};

use super::{account, answer, body, number, page::Asked, templates, uploads};
use crate::{
    coverage,
    shell::Shell,
    world::{Refusal, World},
};

pub(super) fn routes() -> Router<Shell> {
    Router::new().route("/{version}/{id}", get(read).post(update).delete(remove))
}

/// What an id names.
enum Node {
    Number(PhoneNumberId),
    Account,
    Template(TemplateId),
    /// A file, or nothing.
    File(MediaId),
}

fn find(world: &World, id: &str, verb: &str) -> Result<Node, Refusal> {
    let nothing = |_| Refusal::no_object(verb, id);
    let number = PhoneNumberId::new(id).map_err(nothing)?;
    if world.numbers.contains_key(&number) {
        return Ok(Node::Number(number));
    }
    if world.account.as_str() == id {
        return Ok(Node::Account);
    }
    if world.templates.get(id).is_some() {
        return TemplateId::new(id).map(Node::Template).map_err(nothing);
    }
    MediaId::new(id).map(Node::File).map_err(nothing)
}

async fn read(
    State(shell): State<Shell>,
    Path((_, id)): Path<(String, String)>,
    OriginalUri(uri): OriginalUri,
) -> Response {
    let asked = Asked::new(shell.base(), &uri);
    let base = shell.base().to_owned();
    // A few operations are named where others have an id.
    if coverage::missing("GET", uri.path()).is_some() {
        return super::unknown_path(State(shell), Method::GET, uri).await;
    }
    if uploads::is_session(&id) {
        return uploads::how_far(&shell, &id, asked.get("sig"));
    }
    let node = shell.step(|world, now| match find(world, &id, "get")? {
        Node::Number(number) => number::node(world, &number, asked.fields()),
        Node::Account => account::node(world, asked.fields()),
        Node::Template(_) => match world.templates.get(&id) {
            Some(known) => templates::node(known, asked.fields()),
            None => Err(Refusal::no_object("get", &id)),
        },
        Node::File(media) => {
            let node = world.resolve(&media, asked.get("phone_number_id"), &base, now)?;
            serde_json::to_value(node).map_err(|_| Refusal::plain(1, "An unknown error occurred"))
        }
    });
    answer::outcome(&shell, node)
}

async fn update(
    State(shell): State<Shell>,
    Path((_, id)): Path<(String, String)>,
    request: Request,
) -> Response {
    if uploads::is_session(&id) {
        return uploads::put(&shell, &id, request).await;
    }
    let body = match body::object(request).await {
        Ok(body) => body,
        Err(refusal) => return answer::refuse(&shell, refusal),
    };
    // An override is asked for the handshake first, which takes time.
    match number::configure(&shell, &id, &body).await {
        Ok(None) => {}
        Ok(Some(done)) => return answer::give(&done),
        Err(refusal) => return answer::refuse(&shell, refusal),
    }
    let updated = shell.step(|world, now| match find(world, &id, "post")? {
        Node::Number(_) => world.update_number(&id, &body, now).map(|()| json!({"success": true})),
        Node::Account => world.update_account(&body),
        Node::Template(template) => {
            world.edit_template(&template, body, now)?;
            Ok(templates::edited(world, &id))
        }
        Node::File(_) => Err(Refusal::no_object("post", &id)),
    });
    answer::outcome(&shell, updated)
}

async fn remove(
    State(shell): State<Shell>,
    Path((_, id)): Path<(String, String)>,
    OriginalUri(uri): OriginalUri,
) -> Response {
    let asked = Asked::new(shell.base(), &uri);
    let done = shell.step(|world, now| match find(world, &id, "delete")? {
        Node::File(media) => world.delete_file(&media, asked.get("phone_number_id"), now),
        _ => Err(Refusal::no_object("delete", &id)),
    });
    answer::done(&shell, done)
}
