//! `GET /_flow/{id}/{word}/preview`: every screen of a flow with its own examples; nothing of it can be used.

use axum::{
    Router,
    extract::{Path, State},
    http::StatusCode,
    response::{Html, IntoResponse as _, Response},
    routing::get,
};
use maud::{Markup, html};

use super::parts;
use crate::{phone::page::document, shell::Shell, world::FlowView};

pub(super) fn routes() -> Router<Shell> {
    Router::new().route("/_flow/{id}/{word}/preview", get(show))
}

async fn show(State(shell): State<Shell>, Path((id, word)): Path<(String, String)>) -> Response {
    match shell.look(|world, now| world.flow_preview(&id, &word, now)) {
        Some(views) => Html(page(&views).into_string()).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

fn page(views: &[FlowView]) -> Markup {
    let name = views.first().map(|view| view.flow.as_str()).unwrap_or_default();
    let body = html! {
        @for view in views {
            section .flow.flow-preview inert aria-label=(view.title) {
                header .flow-head { h1 { (view.title) } span .small { (view.screen) } }
                div .flow-body { div .flow-form { (parts::all(view)) } }
            }
        }
    };
    document(&format!("{name} · preview · Wharf"), &body)
}
