//! Carries out what the fault plan does to calls.

use std::{future::Future, time::Duration};

use axum::{
    extract::{Request, State},
    http::{Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse as _, Response},
};

use super::refuse;
use crate::{
    call_log,
    fault::{Kind, On, Struck},
    serve::Dropped,
    shell::Shell,
    world::Refusal,
};

/// Seconds that a slow answer takes when the rule does not say.
const SECONDS: u32 = 30;

const PAGE: &str = "<!DOCTYPE html><html><head><title>Error</title></head>\
    <body><h1>Sorry, something went wrong.</h1></body></html>";

/// Rules on `calls`: every call of the API; and on `files`: those that carry one.
pub(super) async fn check(State(shell): State<Shell>, request: Request, next: Next) -> Response {
    let struck = struck(&shell, &request);
    meet(&shell, struck, next.run(request)).await
}

/// What strikes this call.
pub(super) fn struck(shell: &Shell, request: &Request) -> Option<Struck> {
    // Most worlds have no trouble, and to look costs less than a step.
    if shell.look(|world, _| world.faults.rules().is_empty()) {
        return None;
    }
    let carries = carries_a_file(request.method(), request.uri().path());
    shell.step(|world, _| {
        let struck = world.faults.of_call(On::Calls);
        struck.or_else(|| carries.then(|| world.faults.of_call(On::Files)).flatten())
    })
}

fn carries_a_file(method: &Method, path: &str) -> bool {
    let up = path.ends_with("/media") || path.ends_with("/assets") || path.contains("/upload:");
    path.starts_with("/_media/") || (*method == Method::POST && up)
}

/// Answers, unless a fault stands in the way.
pub(super) async fn meet(
    shell: &Shell,
    struck: Option<Struck>,
    answer: impl Future<Output = Response>,
) -> Response {
    let Some(rule) = struck else { return answer.await };
    call_log::note(format!("fault: {}", word(rule.fault)));
    match rule.fault {
        Kind::Error => {
            let details = rule.details.unwrap_or_else(|| "as the fault plan says".to_owned());
            let mut refusal = Refusal::new(rule.code.unwrap_or(1), details);
            refusal.status = rule.status.unwrap_or(refusal.status);
            refuse(shell, refusal)
        }
        Kind::Drop => dropped(),
        Kind::AcceptThenDrop => {
            answer.await;
            dropped()
        }
        Kind::Slow => {
            let until = shell.now().plus(Duration::from_secs(rule.seconds_or(SECONDS).into()));
            let response = answer.await;
            tokio::select! {
                () = shell.clock().reach(until) => {}
                () = shell.stopping().cancelled() => {}
            }
            response
        }
        Kind::Html => {
            let status = rule.status.and_then(|status| StatusCode::from_u16(status).ok());
            let status = status.unwrap_or(StatusCode::BAD_GATEWAY);
            (status, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], PAGE).into_response()
        }
        _ => answer.await,
    }
}

fn dropped() -> Response {
    let mut response = StatusCode::INTERNAL_SERVER_ERROR.into_response();
    response.extensions_mut().insert(Dropped);
    response
}

fn word(kind: Kind) -> String {
    let word = serde_json::to_value(kind).unwrap_or_default();
    word.as_str().unwrap_or_default().to_owned()
}
