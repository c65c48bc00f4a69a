//! `POST /{phone-number-id}/register` and `/deregister`.

use axum::{
    Router,
    extract::{Path, Request, State},
    response::Response,
    routing::post,
};

use super::{answer, body};
use crate::{
    coverage::{Operation, op},
    shell::Shell,
};

/// What this edge serves.
pub(super) const OPERATIONS: &[Operation] =
    &[op("numbers", "POST", "/{phone}/register"), op("numbers", "POST", "/{phone}/deregister")];

pub(super) fn routes() -> Router<Shell> {
    Router::new()
        .route("/{version}/{id}/register", post(register))
        .route("/{version}/{id}/deregister", post(deregister))
}

async fn register(
    State(shell): State<Shell>,
    Path((_, id)): Path<(String, String)>,
    request: Request,
) -> Response {
    match body::object(request).await {
        Ok(body) => answer::done(&shell, shell.step(|world, now| world.register(&id, &body, now))),
        Err(refusal) => answer::refuse(&shell, refusal),
    }
}

async fn deregister(State(shell): State<Shell>, Path((_, id)): Path<(String, String)>) -> Response {
    answer::done(&shell, shell.step(|world, now| world.deregister(&id, now)))
}
