//! The door for apps: the platform's own API.

mod answer;
mod auth;
mod batch;
mod body;
mod messages;
mod passthrough;
mod pin;
mod quoted;
mod refusal;
mod waiting;

use std::sync::Arc;

use axum::{
    Router,
    extract::{Request, State},
    http::Method,
    response::{IntoResponse as _, Response},
};
use percent_encoding::percent_decode_str;

use crate::{desk::Desk, tally::Count};
pub(crate) use answer::public_id;
pub(crate) use refusal::Refusal;
pub(crate) use waiting::Waiting;

/// Every path that is not the webhook.
pub(crate) fn router(desk: &Arc<Desk>) -> Router {
    Router::new().fallback(any).with_state(Arc::clone(desk))
}

/// Where a request wants to go.
#[derive(Debug, PartialEq, Eq)]
enum Edge {
    /// `POST /{version}/{number}/messages`.
    Messages { version: String, number: String },
    /// `POST /{version}/{number}/account/set_pin`, as the seed guide writes it.
    Pin { version: String, number: String },
    /// `POST /{version}`: several calls in one.
    Batch,
    /// Any other `/{version}/…`.
    Other,
    /// No path of the platform's API.
    Nowhere,
}

impl Edge {
    fn of(method: &Method, path: &str) -> Self {
        let segments: Vec<_> = path
            .split('/')
            .filter(|segment| !segment.is_empty())
            .map(|segment| percent_decode_str(segment).decode_utf8_lossy().into_owned())
            .collect();
        let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
        let post = method == Method::POST;
        match segments.as_slice() {
            [version, ..] if !is_version(version) => Self::Nowhere,
            [version, number, "messages"] if post => {
                Self::Messages { version: (*version).to_owned(), number: (*number).to_owned() }
            }
            [version, number, "account", "set_pin"] if post => {
                Self::Pin { version: (*version).to_owned(), number: (*number).to_owned() }
            }
            [_version] if post => Self::Batch,
            [_, _, ..] => Self::Other,
            [] | [_] => Self::Nowhere,
        }
    }
}

fn is_version(segment: &str) -> bool {
    let number = |text: &str| {
        (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    segment
        .strip_prefix('v')
        .and_then(|rest| rest.split_once('.'))
        .is_some_and(|(major, minor)| number(major) && number(minor))
}

async fn any(State(desk): State<Arc<Desk>>, request: Request) -> Response {
    let edge = Edge::of(request.method(), request.uri().path());
    let label = match edge {
        Edge::Messages { .. } => "messages",
        Edge::Pin { .. } => "pin",
        Edge::Batch => "batch",
        Edge::Other => "passthrough",
        Edge::Nowhere => "nowhere",
    };
    desk.tally.add(Count::Front, label);
    match enter(&desk, edge, request).await {
        Ok(answer) => answer,
        Err(refusal) => refusal.into_response(),
    }
}

async fn enter(desk: &Arc<Desk>, edge: Edge, request: Request) -> Result<Response, Refusal> {
    if edge == Edge::Nowhere {
        return Err(Refusal::nowhere(request.uri().path()));
    }
    let app = auth::app(desk, auth::key(&request)).await?;
    match edge {
        Edge::Messages { version, number } => {
            auth::serves(desk, request.method(), &number)?;
            messages::post(desk, &app, (version, number), request).await
        }
        Edge::Pin { version, number } => {
            auth::serves(desk, request.method(), &number)?;
            pin::set(desk, &version, &number, request).await
        }
        Edge::Batch => batch::forward(desk, request).await,
        Edge::Other | Edge::Nowhere => passthrough::forward(desk, request).await,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edge_is_known_however_its_path_is_spelt() {
        let messages = || Edge::Messages { version: "v16.0".to_owned(), number: "1".to_owned() };
        let pin = Edge::Pin { version: "v25.0".to_owned(), number: "1".to_owned() };
        for (path, edge) in [
            ("/v16.0/1/messages", messages()),
            ("/v16.0/1/messages/", messages()),
            ("/v16.0//1/message%73", messages()),
            ("/v25.0/1/account/set_pin", pin),
            ("/v25.0/1", Edge::Other),
            ("/v25.0/1/media", Edge::Other),
            ("/", Edge::Nowhere),
            ("/v25.0", Edge::Batch),
            ("/v25.0/", Edge::Batch),
            ("/1/messages", Edge::Nowhere),
            ("/v1/1/messages", Edge::Nowhere),
        ] {
            assert_eq!(Edge::of(&Method::POST, path), edge, "{path}");
        }
        assert_eq!(Edge::of(&Method::GET, "/v16.0/1/messages"), Edge::Other);
        assert_eq!(Edge::of(&Method::GET, "/v16.0"), Edge::Nowhere);
    }
}
