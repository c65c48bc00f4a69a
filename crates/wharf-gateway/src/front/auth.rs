//! Who calls, and for which number.

use axum::extract::Request;
use http::{Method, header};
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;
use url::form_urlencoded;

use super::Refusal;
use crate::desk::Desk;

/// An app whose key was good.
#[derive(Debug)]
pub(super) struct App {
    /// The key's name; idempotency keys of different apps never meet.
    pub(super) name: String,
}

/// Name of whoever shows a key from the settings.
const FROM_SETTINGS: &str = "settings";

/// The app whose key this is.
pub(super) async fn app(desk: &Desk, key: Option<String>) -> Result<App, Refusal> {
    let key = key.ok_or_else(Refusal::no_key)?;
    let digest = <[u8; 32]>::from(Sha256::digest(key.as_bytes()));
    // All are compared, so that the time does not tell which was nearly right.
    let known = desk
        .setup
        .app_keys
        .iter()
        .fold(false, |known, ours| known | bool::from(ours.ct_eq(&digest)));
    if known {
        return Ok(App { name: FROM_SETTINGS.to_owned() });
    }
    match desk.store.key(digest).await {
        Ok(Some(key)) => Ok(App { name: format!("app:{}", key.name) }),
        Ok(None) => Err(Refusal::wrong_key()),
        Err(error) => Err(Refusal::store(desk, &error)),
    }
}

/// Whether the number is served here.
pub(super) fn serves(desk: &Desk, method: &Method, number: &str) -> Result<(), Refusal> {
    if desk.setup.numbers.iter().any(|ours| ours == number) {
        return Ok(());
    }
    Err(Refusal::number(method.as_str(), number))
}

/// The key that was shown: in the header, or in the query as the platform allows, too.
pub(super) fn key(request: &Request) -> Option<String> {
    if let Some(header) = request.headers().get(header::AUTHORIZATION) {
        let (scheme, key) = header.to_str().ok()?.trim().split_once(' ')?;
        let fits = scheme.eq_ignore_ascii_case("bearer") || scheme.eq_ignore_ascii_case("oauth");
        return fits.then(|| key.trim().to_owned()).filter(|key| !key.is_empty());
    }
    let query = request.uri().query().unwrap_or_default();
    let mut pairs = form_urlencoded::parse(query.as_bytes());
    let (_, key) = pairs.find(|(name, _)| name == "access_token")?;
    Some(key.into_owned()).filter(|key| !key.is_empty())
}
