//! `POST /{phone-number-id}/messages`: sending, read receipts, typing.

use axum::{
    Router,
    extract::{Path, Request, State},
    response::Response,
    routing::post,
};

use super::{answer, body};
use crate::{shell::Shell, world::Posted};

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
    match shell.step(|world, now| world.post(&id, body, now)) {
        Ok(Posted::Sent(sent)) => answer::give(&sent),
        Ok(Posted::Done) => answer::done(&shell, Ok(())),
        Err(refusal) => answer::refuse(&shell, refusal),
    }
}
