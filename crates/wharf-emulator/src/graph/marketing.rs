//! `POST /{phone-number-id}/marketing_messages`: the Marketing Messages API.

use axum::{
    Router,
    extract::{Path, Request, State},
    response::Response,
    routing::post,
};

use super::{answer, body, messages, trouble};
use crate::{
    coverage::{Operation, op},
    fault::On,
    shell::Shell,
};

/// What this edge serves.
pub(super) const OPERATIONS: &[Operation] =
    &[op("messages", "POST", "/{phone}/marketing_messages")];

pub(super) fn routes() -> Router<Shell> {
    Router::new().route("/{version}/{id}/marketing_messages", post(send))
}

async fn send(
    State(shell): State<Shell>,
    Path((_, id)): Path<(String, String)>,
    request: Request,
) -> Response {
    let body = match body::object(request).await {
        Ok(body) => body,
        Err(refusal) => return answer::refuse(&shell, refusal),
    };
    let struck = shell.step(|world, _| world.faults.of_call(On::Sends));
    let sending = async {
        let posted = shell.step(|world, now| world.post_marketing(&id, body, now));
        messages::posted(&shell, posted).await
    };
    trouble::meet(&shell, struck, sending).await
}
