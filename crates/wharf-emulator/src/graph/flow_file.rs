//! `GET /_flow/…`: where the URL of a flow's JSON leads; `GET /_flow_media/…`: the sealed file that somebody gave a
//! flow. They want no token, as the platform's do not.

use axum::{
    Router,
    extract::{Path, State},
    http::{StatusCode, header},
    response::{IntoResponse as _, Response},
    routing::get,
};

use crate::shell::Shell;

pub(super) fn routes() -> Router<Shell> {
    Router::new()
        .route("/_flow/{id}/{ticket}", get(download))
        .route("/_flow_media/{id}", get(fetch))
}

async fn download(
    State(shell): State<Shell>,
    Path((id, ticket)): Path<(String, String)>,
) -> Response {
    let json = shell.look(|world, _| {
        let flow = world.flows.get(&id).filter(|flow| flow.ticket == ticket)?;
        flow.json.clone()
    });
    match json {
        Some(json) => ([(header::CONTENT_TYPE, "application/json")], json).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

async fn fetch(State(shell): State<Shell>, Path(id): Path<String>) -> Response {
    match shell.look(|world, _| world.sealed(&id)) {
        Some(bytes) => {
            ([(header::CONTENT_TYPE, "application/octet-stream")], bytes).into_response()
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
