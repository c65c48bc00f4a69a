//! How many management calls the app may make for an account in an hour (Graph API, "Business Use
//! Case Rate Limits").

use axum::{
    extract::{Request, State},
    http::Method,
    middleware::Next,
    response::Response,
};

use super::refuse;
use crate::{shell::Shell, world::World};

/// Edges that are counted, whatever the method.
const COUNTED: &[&str] =
    &["assigned_users", "phone_numbers", "message_templates", "subscribed_apps"];

/// Counts the calls that the documentation names, and refuses those that are too many.
pub(super) async fn check(State(shell): State<Shell>, request: Request, next: Next) -> Response {
    let path = request.uri().path().trim_matches('/').to_owned();
    let is_get = request.method() == Method::GET;
    let spent = shell.step(
        |world, now| {
            if counts(world, is_get, &path) { world.manage(now) } else { Ok(()) }
        },
    );
    match spent {
        Ok(()) => next.run(request).await,
        Err(refusal) => refuse(&shell, refusal),
    }
}

fn counts(world: &World, is_get: bool, path: &str) -> bool {
    let mut segments = path.split('/').skip(1);
    match (segments.next(), segments.next()) {
        (Some(id), None) => {
            is_get && (world.account.as_str() == id || world.number(id, "get").is_ok())
        }
        (Some(_), Some(edge)) => COUNTED.contains(&edge),
        _ => false,
    }
}
