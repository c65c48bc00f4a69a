//! `POST /{phone-number-id}/messages`: sending, read receipts, typing.

use axum::{
    Router,
    extract::{Path, Request, State},
    response::Response,
    routing::post,
};
use serde_json::Value;

use super::{answer, body, trouble};
use crate::{
    coverage::{Operation, op},
    fault::On,
    shell::Shell,
    world::{Posted, Refusal},
};

/// What this edge serves.
pub(super) const OPERATIONS: &[Operation] = &[op("messages", "POST", "/{phone}/messages")];

pub(super) fn routes() -> Router<Shell> {
    Router::new().route("/{version}/{id}/messages", post(messages))
}

async fn messages(
    State(shell): State<Shell>,
    Path((_, id)): Path<(String, String)>,
    request: Request,
) -> Response {
    let body = match body::object(request).await {
        Ok(body) => body,
        Err(refusal) => return answer::refuse(&shell, refusal),
    };
    // Receipts share the edge, and are no sends.
    let is_send = body.get("status").is_none();
    let is_calm = !is_send || shell.look(|world, _| world.faults.rules().is_empty());
    let struck =
        if is_calm { None } else { shell.step(|world, _| world.faults.of_call(On::Sends)) };
    trouble::meet(&shell, struck, post_body(&shell, &id, body)).await
}

async fn post_body(shell: &Shell, id: &str, body: Value) -> Response {
    posted(shell, shell.step(|world, now| world.post(id, body, now))).await
}

/// The answer to what was posted.
pub(super) async fn posted(shell: &Shell, posted: Result<Posted, Refusal>) -> Response {
    match posted {
        Ok(Posted::Sent { sent, statuses_first }) => {
            if statuses_first {
                shell.settled().await;
            }
            answer::give(&sent)
        }
        Ok(Posted::Done) => answer::done(shell, Ok(())),
        Err(refusal) => answer::refuse(shell, refusal),
    }
}
