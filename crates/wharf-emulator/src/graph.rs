//! The platform's HTTP API: a file per edge. Each turns HTTP into a step of the world and back.

mod account;
mod activities;
mod analytics;
mod answer;
mod arrange;
mod auth;
mod automation;
mod batch;
mod block_users;
mod body;
mod budget;
mod calls;
mod commerce;
mod compliance;
mod download;
mod edge;
mod encryption;
mod etag;
mod fields;
mod flow_file;
mod flows;
mod gate;
mod groups;
mod history;
mod library;
mod links;
mod marketing;
mod media;
mod messages;
mod node;
mod number;
mod official;
mod ownership;
mod page;
mod pin;
mod profile;
mod register;
mod settings;
mod subscribed_apps;
mod subscriptions;
mod template_groups;
mod template_sets;
mod templates;
mod tokens;
mod trouble;
mod uploads;
mod username;
mod users;
mod version;

use axum::{
    Router,
    extract::State,
    http::{Method, Uri},
    middleware,
    response::Response,
};

pub(crate) use self::answer::refuse;
use crate::{
    coverage::{self, Operation},
    shell::Shell,
    world::Refusal,
};

/// What the edges serve.
pub(crate) const OPERATIONS: &[&[Operation]] = &[
    account::OPERATIONS,
    activities::OPERATIONS,
    analytics::OPERATIONS,
    automation::OPERATIONS,
    batch::OPERATIONS,
    block_users::OPERATIONS,
    calls::OPERATIONS,
    commerce::OPERATIONS,
    compliance::OPERATIONS,
    encryption::OPERATIONS,
    flows::OPERATIONS,
    groups::OPERATIONS,
    history::OPERATIONS,
    library::OPERATIONS,
    links::OPERATIONS,
    marketing::OPERATIONS,
    media::OPERATIONS,
    messages::OPERATIONS,
    number::OPERATIONS,
    official::OPERATIONS,
    ownership::OPERATIONS,
    profile::OPERATIONS,
    register::OPERATIONS,
    settings::OPERATIONS,
    subscribed_apps::OPERATIONS,
    subscriptions::OPERATIONS,
    template_groups::OPERATIONS,
    template_sets::OPERATIONS,
    templates::OPERATIONS,
    tokens::OPERATIONS,
    uploads::OPERATIONS,
    username::OPERATIONS,
    users::OPERATIONS,
];

/// Every edge, behind the checks of version and token.
pub(crate) fn routes(shell: &Shell) -> Router<Shell> {
    let gate = middleware::from_fn_with_state(shell.clone(), gate::pass);
    let edges = edges().route_layer(gate);
    let alone = edges.clone().method_not_allowed_fallback(unknown_path).fallback(unknown_path);
    let batch = batch::routes(alone.with_state(shell.clone()));
    edges
        .merge(batch)
        .merge(download::routes(shell))
        .merge(flow_file::routes())
        .merge(tokens::open_routes())
        .method_not_allowed_fallback(unknown_path)
}

fn edges() -> Router<Shell> {
    Router::new()
        .merge(account::routes())
        .merge(activities::routes())
        .merge(analytics::routes())
        .merge(automation::routes())
        .merge(block_users::routes())
        .merge(calls::routes())
        .merge(commerce::routes())
        .merge(compliance::routes())
        .merge(encryption::routes())
        .merge(flows::routes())
        .merge(groups::routes())
        .merge(history::routes())
        .merge(library::routes())
        .merge(links::routes())
        .merge(marketing::routes())
        .merge(media::routes())
        .merge(messages::routes())
        .merge(node::routes())
        .merge(official::routes())
        .merge(ownership::routes())
        .merge(pin::routes())
        .merge(profile::routes())
        .merge(register::routes())
        .merge(settings::routes())
        .merge(subscribed_apps::routes())
        .merge(subscriptions::routes())
        .merge(template_groups::routes())
        .merge(template_sets::routes())
        .merge(templates::routes())
        .merge(tokens::routes())
        .merge(uploads::routes())
        .merge(username::routes())
        .merge(users::routes())
}

/// A path that is no edge, or an edge that does not take this method; or one that the platform has
/// and the emulator has not.
pub(crate) async fn unknown_path(State(shell): State<Shell>, method: Method, uri: Uri) -> Response {
    if let Some(operation) = coverage::missing(method.as_str(), uri.path()) {
        let what = format!("{} {}", operation.method, operation.path);
        return refuse(&shell, Refusal::not_emulated(&what));
    }
    refuse(&shell, Refusal::plain(2500, format!("Unknown path components: {}", uri.path())))
}
