//! `/{version}/{id}`: many nodes share this path; what the id names says which one is meant.

use axum::{
    Extension, Router,
    extract::{DefaultBodyLimit, OriginalUri, Path, Request, State},
    http::Method,
    response::Response,
    routing::get,
};
use serde_json::{Value, json};

use super::{
    account, answer,
    auth::Caller,
    body,
    edge::{Act, Call},
    flows, groups, media, number,
    page::Asked,
    template_groups, templates, uploads,
};
use crate::{
    coverage,
    shell::Shell,
    world::{Refusal, World},
};

pub(super) fn routes() -> Router<Shell> {
    let node = get(read).post(update).delete(remove);
    Router::new().route("/{version}/{id}", node.layer(DefaultBodyLimit::max(FORM_BYTES_MAX)))
}

/// Bytes of a form with a file: a group's picture, and room for the rest.
const FORM_BYTES_MAX: usize = 6 * 1024 * 1024;

/// A kind of node: what its id names, and what can be done with it. Each is at home in the file of
/// its edge.
pub(super) struct Node {
    /// Whether an id names one.
    pub(super) is: fn(&World, &str) -> bool,
    /// `GET`.
    pub(super) read: Act,
    /// `POST`.
    pub(super) update: Act,
    /// `DELETE`.
    pub(super) remove: Act,
}

/// The first that says yes is asked.
const NODES: &[Node] = &[
    number::NODE,
    account::NODE,
    templates::NODE,
    template_groups::NODE,
    flows::NODE,
    groups::NODE,
    // Any id may have been a file's.
    media::NODE,
];

/// What is answered for a method that a node does not take.
pub(super) const NOTHING: Act = |_, call, _| Err(Refusal::no_object(call.verb, &call.id));

/// The answer of what changes something.
pub(super) fn done(done: Result<(), Refusal>) -> Result<Value, Refusal> {
    done.map(|()| json!({"success": true}))
}

fn step(shell: &Shell, call: &Call, act: fn(&Node) -> Act) -> Result<Value, Refusal> {
    shell.step(|world, now| {
        let node = NODES.iter().find(|node| (node.is)(world, &call.id));
        node.map_or(NOTHING, act)(world, call, now)
    })
}

async fn read(
    State(shell): State<Shell>,
    Extension(Caller(app)): Extension<Caller>,
    Path((_, id)): Path<(String, String)>,
    OriginalUri(uri): OriginalUri,
) -> Response {
    let asked = Asked::new(shell.base(), &uri);
    // A few operations are named where others have an id.
    if coverage::missing("GET", uri.path()).is_some() {
        return super::unknown_path(State(shell), Method::GET, uri).await;
    }
    if uploads::is_session(&id) {
        return uploads::how_far(&shell, &id, asked.get("sig"));
    }
    let call = Call { app, verb: "get", id, rest: String::new(), asked, body: Value::Null };
    let outcome = step(&shell, &call, |node| node.read).map(|value| call.asked.dated(value));
    answer::outcome(&shell, outcome)
}

async fn update(
    State(shell): State<Shell>,
    Extension(Caller(app)): Extension<Caller>,
    Path((_, id)): Path<(String, String)>,
    OriginalUri(uri): OriginalUri,
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
    match number::configure(&shell, &app, &id, &body).await {
        Ok(None) => {}
        Ok(Some(done)) => return answer::give(&done),
        Err(refusal) => return answer::refuse(&shell, refusal),
    }
    let asked = Asked::new(shell.base(), &uri);
    let call = Call { app, verb: "post", id, rest: String::new(), asked, body };
    answer::outcome(&shell, step(&shell, &call, |node| node.update))
}

async fn remove(
    State(shell): State<Shell>,
    Extension(Caller(app)): Extension<Caller>,
    Path((_, id)): Path<(String, String)>,
    OriginalUri(uri): OriginalUri,
) -> Response {
    let asked = Asked::new(shell.base(), &uri);
    let call = Call { app, verb: "delete", id, rest: String::new(), asked, body: Value::Null };
    answer::outcome(&shell, step(&shell, &call, |node| node.remove))
}
