//! The platform's HTTP API: a file per edge. Each turns HTTP into a step of the world and back.

mod account;
mod answer;
mod auth;
mod body;
mod download;
mod fields;
mod media;
mod messages;
mod node;
mod number;
mod page;
mod pin;
mod register;
mod templates;
mod trouble;
mod version;

use axum::{Router, extract::State, http::Uri, middleware, response::Response};

pub(crate) use self::answer::refuse;
use crate::{journal, shell::Shell, world::Refusal};

/// Every edge, behind the checks of version and token.
pub(crate) fn routes(shell: &Shell) -> Router<Shell> {
    Router::new()
        .merge(account::routes())
        .merge(media::routes())
        .merge(messages::routes())
        .merge(node::routes())
        .merge(pin::routes())
        .merge(register::routes())
        .merge(templates::routes())
        .route_layer(middleware::from_fn_with_state(shell.clone(), trouble::check))
        .route_layer(middleware::from_fn_with_state(shell.clone(), auth::check))
        .route_layer(middleware::from_fn_with_state(shell.clone(), version::check))
        .route_layer(middleware::from_fn_with_state(shell.clone(), journal::keep))
        .merge(download::routes())
        .method_not_allowed_fallback(unknown_path)
}

/// A path that is no edge, or an edge that does not take this method.
pub(crate) async fn unknown_path(State(shell): State<Shell>, uri: Uri) -> Response {
    refuse(&shell, Refusal::plain(2500, format!("Unknown path components: {}", uri.path())))
}
