//! Whether the app is subscribed to the account, and where its webhooks really go.

use wharf::id::AppId;
use wharf_model::account::SubscribedApp;

use super::{missing, unread};
use crate::{
    doctor::{
        facts::{Facts, Fetched, Token},
        finding::Finding,
    },
    gateway::without_secrets,
};

const CHECK: &str = "subscription";
const SUBSCRIBE: &str = "POST /{account}/subscribed_apps with this token and no body (a body sets an override, none takes it away)";

/// Pure, as all checks.
pub(super) fn judge(facts: &Facts) -> Vec<Finding> {
    let mut found = match &facts.apps {
        Fetched::Here(apps) => subscribed(facts, apps),
        Fetched::Failed(trouble) => unread(CHECK, trouble),
        Fetched::Missing(setting) => missing(CHECK, setting),
        Fetched::Moot => Vec::new(),
    };
    found.extend(destination(facts));
    found
}

fn subscribed(facts: &Facts, apps: &[SubscribedApp]) -> Vec<Finding> {
    if apps.is_empty() {
        let what = "no app is subscribed to the account: neither messages nor statuses are told to anybody";
        return vec![Finding::danger(CHECK, what, SUBSCRIBE)];
    }
    let ids: Vec<_> = apps.iter().filter_map(id).collect();
    let names: Vec<_> = apps.iter().filter_map(name).collect();
    let of_token = facts.token.here().and_then(Token::app);
    let ours = facts.settings.app.as_deref().map(str::trim).map(str::to_owned).or(of_token);
    match ours {
        Some(app) if !ids.is_empty() && !ids.contains(&app.as_str()) => {
            let what = format!(
                "the token's app is not subscribed to the account; {} is",
                names.join(", ")
            );
            vec![Finding::danger(CHECK, what, SUBSCRIBE)]
        }
        _ => vec![Finding::ok(CHECK, format!("subscribed to the account: {}", names.join(", ")))],
    }
}

fn id(app: &SubscribedApp) -> Option<&str> {
    let nested = app.whatsapp_business_api_data.as_ref().and_then(|app| app.id.as_ref());
    nested.or(app.id.as_ref()).map(AppId::as_str)
}

fn name(app: &SubscribedApp) -> Option<&str> {
    let nested = app.whatsapp_business_api_data.as_ref().and_then(|app| app.name.as_deref());
    nested.or(app.name.as_deref()).or_else(|| id(app))
}

/// Overrides are for messages alone; the number's goes before the account's.
fn destination(facts: &Facts) -> Vec<Finding> {
    let Some(number) = facts.number.here() else { return Vec::new() };
    let Some(urls) = &number.webhook_configuration else { return Vec::new() };
    let (of_number, of_account) = (&urls.phone_number, &urls.whatsapp_business_account);
    let overriding = match (of_number, of_account) {
        (Some(url), _) => Some(("number", url)),
        (None, Some(url)) => Some(("account", url)),
        (None, None) => None,
    };
    let mut found = Vec::new();
    match (&urls.application, overriding) {
        (None, None) => {
            let what = "no callback URL is set: webhooks go nowhere";
            let fix = "set one in the app's dashboard (WhatsApp, Configuration)";
            found.push(Finding::danger(CHECK, what, fix));
        }
        (Some(app), None) => {
            found.push(Finding::ok(CHECK, format!("webhooks go to {}", without_secrets(app))));
        }
        (app, Some((of, url))) => {
            let url = without_secrets(url);
            let rest = app.as_deref().map_or_else(|| "nowhere".to_owned(), without_secrets);
            let what =
                format!("messages go to {url}, an override of the {of}; everything else to {rest}");
            found.push(Finding::note(CHECK, what, ""));
        }
    }
    let called: Vec<_> =
        urls.application.iter().chain(overriding.map(|(_, url)| url)).map(String::as_str).collect();
    found.extend(scheme(facts, &called));
    found
}

/// The platform calls `https://` only.
fn scheme(facts: &Facts, urls: &[&str]) -> Vec<Finding> {
    let plain = |url: &&&str| facts.settings.is_platform() && !url.starts_with("https://");
    let finding = |url: &&str| {
        let what =
            format!("{} is not https://: the platform does not call it", without_secrets(url));
        let fix = "put TLS in front, with a certificate of a public authority";
        Finding::danger(CHECK, what, fix)
    };
    urls.iter().filter(plain).map(finding).collect()
}
