//! `GET /_media/…`: where the URL of a file leads. It wants the same token, as the platform's does.

use std::collections::HashMap;

use axum::{
    Router,
    extract::{Path, Query, Request, State},
    http::{StatusCode, header},
    middleware,
    response::{IntoResponse as _, Response},
    routing::get,
};

use super::{auth, trouble};
use crate::shell::Shell;

pub(super) fn routes(shell: &Shell) -> Router<Shell> {
    let trouble = middleware::from_fn_with_state(shell.clone(), trouble::check);
    Router::new().route("/_media/{id}", get(download)).route_layer(trouble)
}

async fn download(
    State(shell): State<Shell>,
    Path(id): Path<String>,
    Query(query): Query<HashMap<String, String>>,
    request: Request,
) -> Response {
    if auth::token(&request).and_then(|token| shell.keys().of_access_token(&token)).is_none() {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    let ticket = query.get("ticket").map(String::as_str).unwrap_or_default();
    let file = shell.look(|world, now| world.download(&id, ticket, now).cloned());
    match file {
        Some(file) => ([(header::CONTENT_TYPE, file.mime_type)], file.bytes).into_response(),
        // What the platform says of a URL that is over.
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
