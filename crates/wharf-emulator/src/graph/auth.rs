//! Who calls: the access token, in the header or the query.

use axum::{extract::Request, http::header};
use url::form_urlencoded;
use wharf_model::id::AppId;

use crate::{shell::Shell, world::Refusal};

/// The app whose token a call is made with.
#[derive(Clone, Debug)]
pub(super) struct Caller(pub(super) AppId);

/// Whose call it is, if its token is right.
pub(super) fn caller(shell: &Shell, request: &Request) -> Result<Caller, Refusal> {
    let Some(token) = token(request) else {
        let message = "An access token is required to request this resource.";
        return Err(Refusal::plain(104, message));
    };
    let keys = shell.keys();
    let app = keys.of_access_token(&token).or_else(|| keys.of_app_token(&token));
    let Some(app) = app else {
        let message = "Invalid OAuth access token - Cannot parse access token";
        return Err(Refusal::plain(190, message));
    };
    // The proof is optional, but a wrong one is refused.
    if let Some(given) = parameter(request, "appsecret_proof")
        && keys.secret(&app).is_none_or(|secret| secret.appsecret_proof(&token) != given)
    {
        let message = "Invalid appsecret_proof provided in the API argument";
        return Err(Refusal::plain(100, message));
    }
    Ok(Caller(app))
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
