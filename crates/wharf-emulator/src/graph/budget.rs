//! How many management calls the app may make for an account in an hour (Graph API, "Business Use
//! Case Rate Limits").

use axum::{extract::Request, http::Method};

use crate::{
    shell::Shell,
    world::{Refusal, World},
};

/// Edges that are counted, whatever the method.
const COUNTED: &[&str] =
    &["assigned_users", "phone_numbers", "message_templates", "subscribed_apps"];

/// Counts the calls that the documentation names, and refuses those that are too many.
pub(super) fn spend(shell: &Shell, request: &Request) -> Result<(), Refusal> {
    let path = request.uri().path().trim_matches('/');
    let mut segments = path.split('/').skip(1);
    match (segments.next(), segments.next()) {
        (Some(id), None) if request.method() == Method::GET => shell.step(|world, now| {
            let counts = world.account.as_str() == id || world.number(id, "get").is_ok();
            if counts { world.manage(now) } else { Ok(()) }
        }),
        (Some(_), Some(edge)) if COUNTED.contains(&edge) => shell.step(World::manage),
        _ => Ok(()),
    }
}
