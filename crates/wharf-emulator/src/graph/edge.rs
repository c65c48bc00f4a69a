//! Edges that lead to one step of the world: what they have in common.

use std::collections::HashMap;

use axum::{
    Extension,
    extract::{OriginalUri, Path, Request, State},
    http::StatusCode,
    response::Response,
    routing::{self, MethodRouter},
};
use serde_json::Value;
use wharf_model::{id::AppId, time::Timestamp};

use super::{answer, auth::Caller, body, page::Asked};
use crate::{
    shell::Shell,
    world::{Refusal, World},
};

/// A call, as an edge is given it.
#[derive(Debug)]
pub(super) struct Call {
    /// The app whose token it is made with.
    pub(super) app: AppId,
    /// What is done, as refusals name it: `get`, `post`, `delete`.
    pub(super) verb: &'static str,
    /// The node that the path names.
    pub(super) id: String,
    /// What stands behind the edge in the path, if there is more.
    pub(super) rest: String,
    /// The query.
    pub(super) asked: Asked,
    /// The body; null for GET.
    pub(super) body: Value,
}

/// What an edge does.
pub(super) type Act = fn(&mut World, &Call, Timestamp) -> Result<Value, Refusal>;

/// `GET`.
pub(super) fn get(act: Act) -> MethodRouter<Shell> {
    routing::get(move |state, app, path, uri, request| {
        run(state, app, path, uri, request, "get", act)
    })
}

/// `POST`.
pub(super) fn post(act: Act) -> MethodRouter<Shell> {
    routing::post(move |state, app, path, uri, request| {
        run(state, app, path, uri, request, "post", act)
    })
}

/// `DELETE`, which may have a body.
pub(super) fn delete(act: Act) -> MethodRouter<Shell> {
    routing::delete(move |state, app, path, uri, request| {
        run(state, app, path, uri, request, "delete", act)
    })
}

async fn run(
    State(shell): State<Shell>,
    Extension(Caller(app)): Extension<Caller>,
    Path(mut path): Path<HashMap<String, String>>,
    OriginalUri(uri): OriginalUri,
    request: Request,
    verb: &'static str,
    act: Act,
) -> Response {
    let asked = Asked::new(shell.base(), &uri);
    let body = if verb == "get" { Ok(Value::Null) } else { body::object(request).await };
    let body = match body {
        Ok(body) => body,
        Err(refusal) => return answer::refuse(&shell, refusal),
    };
    let id = path.remove("id").unwrap_or_default();
    let rest = path.remove("rest").unwrap_or_default();
    let call = Call { app, verb, id, rest, asked, body };
    match shell.step(|world, now| act(world, &call, now)) {
        // What was done in part says so in both ways.
        Ok(value) if value.get("error").is_some() => answer::json(partly(&value), &value),
        Ok(value) => answer::give(&call.asked.dated(value)),
        Err(refusal) => answer::refuse(&shell, refusal),
    }
}

/// The status of what was done in part; a group has one of its own.
fn partly(value: &Value) -> StatusCode {
    if value["error"]["code"] == 131_201 {
        StatusCode::PARTIAL_CONTENT
    } else {
        StatusCode::BAD_REQUEST
    }
}
