//! Asks for everything that the checks want to know.

mod door;
mod graph;
mod token;
mod webhook;

use wharf::{
    AccessToken, AppSecret, Client, Error,
    time::{Clock as _, SystemClock},
};

use super::{
    facts::{Facts, Fetched, Trouble},
    settings::Settings,
};

/// Which webhook to try.
pub(super) enum Webhook {
    /// The one that the platform names.
    Named,
    /// This one.
    At(String),
    /// None.
    Leave,
}

/// Everything that can be known with these settings.
pub(super) async fn all(settings: Settings, wish: &Webhook, signed: bool) -> Facts {
    let now = SystemClock.now();
    let mut facts = nothing(settings, now);
    let Some(plain) = client(&facts.settings, None) else { return facts };
    facts.door = door::knock(&plain).await;
    // After the answer: its clock is compared with ours.
    facts.now = SystemClock.now();
    let Some(door) = facts.door.here() else {
        facts.webhook = webhook::probe(&plain, &facts, wish, signed).await;
        return facts;
    };
    let behind_gateway = door.is_gateway;
    let proved = proved(&facts.settings);
    let mut insists = false;
    if facts.settings.token.is_none() {
        facts.token = Fetched::Missing("WHATSAPP_ACCESS_TOKEN");
    } else if !behind_gateway {
        insists = token::ask(&mut facts, &plain, proved.as_ref()).await;
    }
    let client = proved.filter(|_| insists).unwrap_or_else(|| plain.clone());
    graph::ask(&mut facts, &client).await;
    facts.gateway = door::ready(&plain, &facts.settings, behind_gateway).await;
    facts.webhook = webhook::probe(&plain, &facts, wish, signed).await;
    facts
}

fn nothing(settings: Settings, now: wharf::time::Timestamp) -> Facts {
    Facts {
        settings,
        now,
        door: Fetched::Moot,
        token: Fetched::Moot,
        proof: Fetched::Moot,
        app: Fetched::Moot,
        number: Fetched::Moot,
        account: Fetched::Moot,
        numbers: Fetched::Moot,
        apps: Fetched::Moot,
        templates: Fetched::Moot,
        flow_key: Fetched::Moot,
        webhook: Fetched::Moot,
        gateway: Fetched::Moot,
    }
}

/// A client; none when a setting is malformed, which the check of the environment says. Without an access token it
/// shows one that nobody takes, to find out who answers.
fn client(settings: &Settings, secret: Option<AppSecret>) -> Option<Client> {
    let token = settings.token.as_deref().unwrap_or("none");
    let token = AccessToken::new(token).ok()?;
    let mut builder = Client::builder(token).base_url(settings.base()).version(settings.version());
    if let Some(secret) = secret {
        builder = builder.app_secret(secret);
    }
    builder.build().ok()
}

/// A client whose calls carry the proof of the app secret.
fn proved(settings: &Settings) -> Option<Client> {
    let secret = AppSecret::new(settings.app_secret.as_deref()?.trim()).ok()?;
    client(settings, Some(secret))
}

/// A call's outcome.
fn fetched<T>(outcome: Result<T, Error>) -> Fetched<T> {
    outcome.map_or_else(|error| Fetched::Failed(trouble(&error)), Fetched::Here)
}

fn trouble(error: &Error) -> Trouble {
    let unreachable = matches!(error.kind(), wharf::Kind::NotSent { .. });
    let what = error.graph().map_or_else(|| error.to_string(), ToString::to_string);
    // What to do is for a check to say.
    let what = what.split("; ").next().unwrap_or_default().to_owned();
    Trouble { code: error.code(), what, unreachable }
}
