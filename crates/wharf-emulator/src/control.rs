//! `/_control`: what only an emulator has. Makes people write and shows what became of webhooks.

mod account;
mod apps;
mod calls;
mod changes;
mod clock;
mod coverage;
mod deliveries;
mod faults;
mod flows;
mod groups;
mod guard;
mod log;
mod messages;
mod numbers;
mod openapi;
mod rules;
mod script;
mod snapshot;
mod templates;
mod users;
mod webhook;

use axum::{
    Json, Router,
    extract::rejection::JsonRejection,
    http::{Method, StatusCode, Uri},
    middleware,
    response::{IntoResponse as _, Response},
    routing::any,
};
use serde_json::json;
use wharf_model::phone;

pub(crate) use self::guard::{at_home, same_site};
use crate::{shell::Shell, world::rewrite};

/// Every operation.
pub(crate) fn routes() -> Router<Shell> {
    Router::new()
        .merge(account::routes())
        .merge(calls::routes())
        .merge(changes::routes())
        .merge(clock::routes())
        .merge(apps::routes())
        .merge(coverage::routes())
        .merge(deliveries::routes())
        .merge(faults::routes())
        .merge(flows::routes())
        .merge(groups::routes())
        .merge(log::routes())
        .merge(messages::routes())
        .merge(numbers::routes())
        .merge(openapi::routes())
        .merge(rules::routes())
        .merge(script::routes())
        .merge(snapshot::routes())
        .merge(templates::routes())
        .merge(users::routes())
        .merge(webhook::routes())
        .route("/_control/{*path}", any(nothing))
        .method_not_allowed_fallback(not_so)
        .route_layer(middleware::from_fn(same_site))
}

/// Nothing is at this path.
async fn nothing(uri: Uri) -> Response {
    let what = format!("there is no {}; GET /_control/openapi.json says what there is", uri.path());
    refuse(StatusCode::NOT_FOUND, what)
}

/// The path has other methods.
async fn not_so(method: Method, uri: Uri) -> Response {
    let what = format!(
        "{} does not take {method}; GET /_control/openapi.json says what it takes",
        uri.path()
    );
    refuse(StatusCode::METHOD_NOT_ALLOWED, what)
}

/// What the reader of a body says, without the words that axum puts before it.
fn said(text: &str) -> String {
    let said = text.split_once(": ").map_or(text, |(_, said)| said);
    said.to_owned()
}

/// What is wrong with a request, and what would do.
fn refuse(status: StatusCode, message: impl Into<String>) -> Response {
    (status, Json(json!({"error": {"message": message.into()}}))).into_response()
}

/// Whom a path means: a phone number as people write it.
fn wa_id(path: &str) -> Option<String> {
    phone::digits(path).map(|digits| rewrite::wa_id(&digits))
}

/// A body, or what is wrong with it: unknown fields are named.
fn read<T>(body: Result<Json<T>, JsonRejection>) -> Result<T, Box<Response>> {
    body.map(|Json(body)| body).map_err(|rejection| {
        let what = match &rejection {
            JsonRejection::JsonDataError(error) => said(&error.body_text()),
            JsonRejection::JsonSyntaxError(error) => {
                format!("the body is not JSON: {}", said(&error.body_text()))
            }
            JsonRejection::MissingJsonContentType(_) => {
                "the body must be JSON, with `Content-Type: application/json`".to_owned()
            }
            other => other.body_text(),
        };
        refuse(rejection.status(), what).into()
    })
}
