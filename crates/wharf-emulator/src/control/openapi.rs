//! `GET /_control/openapi.json`: this API, for programs.

use axum::{
    Router,
    http::header,
    response::{IntoResponse as _, Response},
    routing::get,
};

use crate::shell::Shell;

/// Written by hand; a test holds it against the routes.
const DOCUMENT: &str = include_str!("openapi.json");

pub(super) fn routes() -> Router<Shell> {
    Router::new().route("/_control/openapi.json", get(show))
}

async fn show() -> Response {
    ([(header::CONTENT_TYPE, "application/json")], DOCUMENT).into_response()
}
