//! `POST /{phone-number-id}/account/set_pin`: the seed guide's spelling of `POST /{phone-number-id}`.
//! It is in no version of the platform.

use axum::{
    Router,
    extract::{Path, Request, State},
    response::Response,
    routing::post,
};

use super::{answer, body};
use crate::shell::Shell;

pub(super) fn routes() -> Router<Shell> {
    Router::new().route("/{version}/{id}/account/set_pin", post(set_pin))
}

async fn set_pin(
    State(shell): State<Shell>,
    Path((_, id)): Path<(String, String)>,
    request: Request,
) -> Response {
    match body::object(request).await {
        Ok(body) => {
            answer::done(&shell, shell.step(|world, now| world.update_number(&id, body, now)))
        }
        Err(refusal) => answer::refuse(&shell, refusal),
    }
}
