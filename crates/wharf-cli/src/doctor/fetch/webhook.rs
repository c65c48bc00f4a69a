//! Asks the webhook what the platform asks it, and what a forger would send.

use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, header};
use wharf::{AppSecret, Client, endpoint::encode};

use super::{Webhook, fetched};
use crate::{
    doctor::facts::{Facts, Fetched, Probe, Reply},
    gateway::without_secrets,
};

/// A webhook in which nothing happened.
const EMPTY: &str = r#"{"object":"whatsapp_business_account","entry":[]}"#;
/// How long a webhook may take; the platform waits about as long.
const PATIENCE: Duration = Duration::from_secs(10);

/// Asks the webhook, if there is one that may be asked.
pub(super) async fn probe(
    client: &Client,
    facts: &Facts,
    wish: &Webhook,
    signed: bool,
) -> Fetched<Probe> {
    let named = named(facts);
    let url = match wish {
        Webhook::Leave => return Fetched::Moot,
        Webhook::At(url) => url.trim().to_owned(),
        Webhook::Named => match &named {
            Some(url) => url.clone(),
            None => return Fetched::Missing("--webhook-url URL"),
        },
    };
    let instead = named.filter(|named| *named != url).map(|named| without_secrets(&named));
    let settings = &facts.settings;
    let challenge = format!("wharf-doctor-{}", facts.now.as_micros());
    let handshake = match &settings.verify_token {
        Some(token) => ask(client, &url, token, &challenge).await,
        None => Fetched::Missing("WHATSAPP_VERIFY_TOKEN"),
    };
    if handshake.trouble().is_some_and(|trouble| trouble.unreachable) {
        // The others would say the same.
        let [stranger, forged, signed] = [Fetched::Moot, Fetched::Moot, Fetched::Moot];
        let shown = without_secrets(&url);
        return Fetched::Here(Probe {
            shown,
            instead,
            challenge,
            handshake,
            stranger,
            forged,
            signed,
        });
    }
    let wrong = format!("not-the-verify-token-{}", facts.now.as_micros());
    let secret = settings.app_secret.as_deref().and_then(|text| AppSecret::new(text.trim()).ok());
    let signature = secret.filter(|_| signed).map(|secret| secret.sign(EMPTY.as_bytes()));
    let forgery = format!("sha256={}", "0".repeat(64));
    Fetched::Here(Probe {
        stranger: ask(client, &url, &wrong, &challenge).await,
        forged: post(client, &url, &forgery).await,
        signed: match signature {
            Some(signature) => post(client, &url, &signature).await,
            None if signed => Fetched::Missing("WHATSAPP_APP_SECRET"),
            None => Fetched::Moot,
        },
        shown: without_secrets(&url),
        instead,
        challenge,
        handshake,
    })
}

/// Where the messages of the number go, as far as the platform told.
fn named(facts: &Facts) -> Option<String> {
    let number = facts.number.here().and_then(|number| number.webhook_configuration.as_ref());
    let of_number = number.and_then(|urls| {
        let all = [&urls.phone_number, &urls.whatsapp_business_account, &urls.application];
        all.into_iter().flatten().next().cloned()
    });
    let of_account = || {
        let apps = facts.apps.here()?;
        apps.iter().find_map(|app| app.override_callback_uri.clone())
    };
    let of_app = || facts.app.here()?.iter().find_map(|app| app.callback_url.clone());
    of_number.or_else(of_account).or_else(of_app)
}

async fn ask(client: &Client, url: &str, token: &str, challenge: &str) -> Fetched<Reply> {
    let joint = if url.contains('?') { '&' } else { '?' };
    let url = format!(
        "{url}{joint}hub.mode=subscribe&hub.challenge={}&hub.verify_token={}",
        encode(challenge),
        encode(token.trim())
    );
    let answer = client.get_webhook(&url, PATIENCE).await;
    fetched(answer.map(|answer| Reply { status: answer.status, body: answer.body.into() }))
}

async fn post(client: &Client, url: &str, signature: &str) -> Fetched<Reply> {
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    if let Ok(signature) = HeaderValue::try_from(signature) {
        headers.insert("x-hub-signature-256", signature);
    }
    let answer = client.post_webhook(url, headers, Bytes::from_static(EMPTY.as_bytes()), PATIENCE);
    let answer = answer.await;
    fetched(answer.map(|answer| Reply { status: answer.status, body: answer.body.into() }))
}
