//! `/_control/users/{wa_id}/changes`: somebody gets another phone number, user id or identity key.

use axum::{
    Json, Router,
    extract::{Path, State, rejection::JsonRejection},
    http::StatusCode,
    response::{IntoResponse as _, Response},
    routing::post,
};
use serde::Deserialize;

use super::{read, refuse, users};
use crate::{shell::Shell, world::Changes};

pub(super) fn routes() -> Router<Shell> {
    Router::new().route("/_control/users/{wa_id}/changes", post(change))
}

/// What changes.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wanted {
    /// The new number.
    phone: Option<String>,
    #[serde(default)]
    user_id: bool,
    #[serde(default)]
    identity: bool,
}

impl Wanted {
    fn check(self) -> Result<Changes, &'static str> {
        let Self { phone, user_id, identity } = self;
        match phone {
            None if !user_id && !identity => {
                Err("say what changes: phone (the new one), user_id (true), identity (true)")
            }
            Some(_) if user_id => Err("user_id: changes with the phone anyway; leave it out"),
            phone => Ok(Changes { phone, user_id, identity }),
        }
    }
}

async fn change(
    State(shell): State<Shell>,
    Path(wa_id): Path<String>,
    body: Result<Json<Wanted>, JsonRejection>,
) -> Response {
    let changes = match read(body).map(Wanted::check) {
        Ok(Ok(changes)) => changes,
        Ok(Err(what)) => return refuse(StatusCode::BAD_REQUEST, what),
        Err(response) => return *response,
    };
    let person = shell.step(|world, now| {
        let wa_id = world.person_of(&wa_id)?;
        let outcome = world.change_person(&wa_id, &changes, now);
        Some(outcome.map(|wa_id| world.people.get(&wa_id).map(users::node)))
    });
    match person {
        Some(Ok(person)) => Json(person).into_response(),
        Some(Err(problem)) => refuse(StatusCode::BAD_REQUEST, problem.0),
        None => refuse(
            StatusCode::NOT_FOUND,
            "nobody has this number; PUT /_control/users/{digits} first",
        ),
    }
}
