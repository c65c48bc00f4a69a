//! Who calls: the access token, in the header or the query.

use axum::{
    extract::{Request, State},
    http::header,
    middleware::Next,
    response::Response,
};
use url::form_urlencoded;

use super::refuse;
use crate::{shell::Shell, world::Refusal};

/// Lets calls with the right token through.
pub(super) async fn check(State(shell): State<Shell>, request: Request, next: Next) -> Response {
    match token(&request) {
        Some(token) if shell.is_token(&token) || shell.is_app_token(&token) => {
            match parameter(&request, "appsecret_proof") {
                // Optional, but a wrong one is refused.
                Some(proof) if proof != shell.push().appsecret_proof(&token) => {
                    let message = "Invalid appsecret_proof provided in the API argument";
                    refuse(&shell, Refusal::plain(100, message))
                }
                _ => next.run(request).await,
            }
        }
        Some(_) => refuse(
            &shell,
            Refusal::plain(190, "Invalid OAuth access token - Cannot parse access token"),
        ),
        None => refuse(
            &shell,
            Refusal::plain(104, "An access token is required to request this resource."),
        ),
    }
}

/// The token of a call. Resumable uploads use another scheme. A token in the query is named for this
/// call and goes before the header's, which a client adds to all of its calls.
pub(super) fn token(request: &Request) -> Option<String> {
    if let Some(token) = parameter(request, "access_token").filter(|token| !token.is_empty()) {
        return Some(token);
    }
    let header = request.headers().get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = header.split_once(' ')?;
    let known = scheme.eq_ignore_ascii_case("bearer") || scheme.eq_ignore_ascii_case("oauth");
    known.then(|| token.trim().to_owned()).filter(|token| !token.is_empty())
}

/// A parameter of the query.
fn parameter(request: &Request, name: &str) -> Option<String> {
    let query = request.uri().query().unwrap_or_default();
    let mut pairs = form_urlencoded::parse(query.as_bytes());
    pairs.find(|(key, _)| key == name).map(|(_, value)| value.into_owned())
}
