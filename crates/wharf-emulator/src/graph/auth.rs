//! Who calls: the access token, in the header or the query.

use axum::{
    extract::{Request, State},
    http::header,
    middleware::Next,
    response::Response,
};
use url::form_urlencoded;
use wharf_model::id::AppId;

use super::refuse;
use crate::{shell::Shell, world::Refusal};

/// The app whose token a call is made with.
#[derive(Clone, Debug)]
pub(super) struct Caller(pub(super) AppId);

fn caller(shell: &Shell, token: &str) -> Option<Caller> {
    let keys = shell.keys();
    keys.of_access_token(token).or_else(|| keys.of_app_token(token)).map(Caller)
}

fn is_proved(shell: &Shell, app: &AppId, token: &str, request: &Request) -> bool {
    let Some(given) = parameter(request, "appsecret_proof") else { return true };
    shell.keys().secret(app).is_some_and(|secret| secret.appsecret_proof(token) == given)
}

/// Lets calls with the right token through.
pub(super) async fn check(
    State(shell): State<Shell>,
    mut request: Request,
    next: Next,
) -> Response {
    match token(&request) {
        Some(token) => match caller(&shell, &token) {
            // The proof is optional, but a wrong one is refused.
            Some(Caller(app)) if is_proved(&shell, &app, &token, &request) => {
                request.extensions_mut().insert(Caller(app));
                next.run(request).await
            }
            Some(_) => {
                let message = "Invalid appsecret_proof provided in the API argument";
                refuse(&shell, Refusal::plain(100, message))
            }
            None => {
                let message = "Invalid OAuth access token - Cannot parse access token";
                refuse(&shell, Refusal::plain(190, message))
            }
        },
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
