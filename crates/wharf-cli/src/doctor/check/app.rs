//! Whether the app secret belongs to the app, and what the app is subscribed to.

use super::{missing, token, unread};
use crate::{
    doctor::{
        facts::{Facts, Fetched, Subscription, Trouble},
        finding::Finding,
    },
    gateway::without_secrets,
};

const CHECK: &str = "app";
const OBJECT: &str = "whatsapp_business_account";
const MESSAGES: &str = "messages";

/// Pure, as all checks.
pub(super) fn judge(facts: &Facts) -> Vec<Finding> {
    if token::is_refused(facts) {
        return Vec::new();
    }
    let mut found = proof(facts);
    let wrong = found.iter().any(|finding| !finding.fix.is_empty());
    match &facts.app {
        Fetched::Here(subscriptions) => found.extend(subscribed(facts, subscriptions)),
        // Said already.
        Fetched::Failed(_) if wrong => {}
        Fetched::Failed(trouble) => found.extend(unread(CHECK, trouble)),
        Fetched::Missing("WHATSAPP_APP_SECRET") | Fetched::Moot => {}
        Fetched::Missing(setting) => found.extend(missing(CHECK, setting)),
    }
    found
}

fn proof(facts: &Facts) -> Vec<Finding> {
    match &facts.proof {
        Fetched::Here(()) => {
            vec![Finding::ok(CHECK, "WHATSAPP_APP_SECRET belongs to the token's app")]
        }
        Fetched::Failed(trouble) if trouble.is_proof() => {
            let what = "WHATSAPP_APP_SECRET is not the secret of the token's app: calls with its proof are refused, \
                        and the platform's webhooks would be taken for forged";
            let fix = "copy the secret of the same app (App settings, Basic, App secret)";
            vec![Finding::danger(CHECK, what, fix)]
        }
        Fetched::Failed(trouble) => unread(CHECK, trouble),
        Fetched::Missing(_) if facts.token.trouble().is_some_and(Trouble::is_proof) => {
            let what = "the app takes no call without the proof of its secret";
            let fix =
                "set WHATSAPP_APP_SECRET, or let the app not require it (App settings, Advanced)";
            vec![Finding::danger(CHECK, what, fix)]
        }
        Fetched::Missing(setting) => missing(CHECK, setting),
        Fetched::Moot => Vec::new(),
    }
}

fn subscribed(facts: &Facts, subscriptions: &[Subscription]) -> Vec<Finding> {
    let ours = subscriptions.iter().find(|subscription| subscription.object == OBJECT);
    let fix = "set a callback URL in the app's dashboard (WhatsApp, Configuration), and subscribe to `messages`";
    let Some(ours) = ours else {
        let elsewhere =
            facts.number.here().and_then(|number| number.webhook_configuration.as_ref());
        let overridden = elsewhere.is_some_and(|urls| {
            urls.phone_number.is_some() || urls.whatsapp_business_account.is_some()
        });
        let what = "the app has no webhook of its own";
        return vec![if overridden {
            Finding::warning(CHECK, format!("{what}: only messages go to the override"), fix)
        } else {
            Finding::danger(CHECK, format!("{what}: nothing is told to anybody"), fix)
        }];
    };
    let mut found = Vec::new();
    if ours.active == Some(false) {
        found.push(Finding::danger(CHECK, "the app's webhook is switched off", fix));
    }
    if !ours.fields.iter().any(|field| field.name == MESSAGES) {
        let what = "the app is not subscribed to the field `messages`: neither messages nor statuses are told";
        let fix =
            "tick `messages` in the app's dashboard (WhatsApp, Configuration, Webhook fields)";
        found.push(Finding::danger(CHECK, what, fix));
    }
    if found.is_empty() {
        let fields: Vec<_> = ours.fields.iter().map(|field| field.name.as_str()).collect();
        let url =
            ours.callback_url.as_deref().map_or_else(|| "nowhere".to_owned(), without_secrets);
        found.push(Finding::ok(CHECK, format!("hears of {} at {url}", fields.join(", "))));
    }
    found
}
