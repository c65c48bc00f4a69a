//! Whether the variables are there, and whether they can be what they are said to be.

use crate::doctor::{
    facts::Facts,
    finding::Finding,
    settings::{PLATFORM, Settings},
};

const CHECK: &str = "environment";

/// Pure, as all checks.
pub(super) fn judge(facts: &Facts) -> Vec<Finding> {
    let settings = &facts.settings;
    let found: Vec<_> = [token(settings), ids(settings), secrets(settings), places(settings)]
        .into_iter()
        .flatten()
        .collect();
    if found.is_empty() {
        return vec![Finding::ok(CHECK, "the variables look as they should")];
    }
    found
}

fn token(settings: &Settings) -> Vec<Finding> {
    const NAME: &str = "WHATSAPP_ACCESS_TOKEN";
    let Some(token) = settings.token.as_deref() else {
        let fix = format!(
            "set {NAME}; the platform gives it out in the app's dashboard, or `wharf dev --env-file .env` writes \
             everything for this machine"
        );
        return vec![Finding::danger(
            CHECK,
            format!("{NAME} is not set: nothing can be sent"),
            fix,
        )];
    };
    let token = token.trim();
    if token.starts_with("Bearer ") {
        let fix = "leave `Bearer ` away: it is put in front by whoever calls";
        return vec![Finding::danger(CHECK, format!("{NAME} begins with `Bearer `"), fix)];
    }
    if !token.bytes().all(|byte| byte.is_ascii_graphic()) || token.contains(['"', '\'']) {
        let fix = "copy it again: one word without spaces and quotes";
        return vec![Finding::danger(
            CHECK,
            format!("{NAME} has characters that no token has"),
            fix,
        )];
    }
    if token.contains('|') {
        let fix = "use the token of a system user: an app's own token cannot send";
        return vec![Finding::danger(CHECK, format!("{NAME} is an app's own token"), fix)];
    }
    if settings.app_secret.as_deref().is_some_and(|secret| secret.trim() == token) {
        let fix = "set both: they are two different texts";
        let what = format!("{NAME} and WHATSAPP_APP_SECRET are the same");
        return vec![Finding::danger(CHECK, what, fix)];
    }
    Vec::new()
}

fn ids(settings: &Settings) -> Vec<Finding> {
    let mut found = Vec::new();
    let digits = |text: &str| text.trim().bytes().all(|byte| byte.is_ascii_digit());
    for (name, value) in [
        ("WHATSAPP_PHONE_NUMBER_ID", &settings.number),
        ("WHATSAPP_BUSINESS_ACCOUNT_ID", &settings.account),
        ("WHATSAPP_APP_ID", &settings.app),
    ] {
        let Some(value) = value else { continue };
        if !value.split(',').all(digits) {
            let fix = "set the id, digits only: not the phone number, and not a name";
            found.push(Finding::danger(CHECK, format!("{name} is not an id"), fix));
        }
    }
    if settings.number.is_some() && settings.number == settings.account {
        let fix = "look both up: `wharf phone list` shows the numbers of an account";
        let what = "WHATSAPP_PHONE_NUMBER_ID and WHATSAPP_BUSINESS_ACCOUNT_ID are the same";
        found.push(Finding::danger(CHECK, what, fix));
    }
    if settings.number.as_deref().is_some_and(|numbers| numbers.contains(',')) {
        let what = "WHATSAPP_PHONE_NUMBER_ID names several numbers: the first is looked at";
        found.push(Finding::note(CHECK, what, "run this with --number for each of the others"));
    }
    let recipient = settings.recipient.as_deref();
    if recipient.is_some_and(|text| wharf::phone::normalise(text).is_none()) {
        let fix = "write it with country code, such as +15550001111";
        found.push(Finding::warning(CHECK, "RECIPIENT_NUMBER is not a phone number", fix));
    }
    found
}

fn secrets(settings: &Settings) -> Vec<Finding> {
    let Some(secret) = settings.app_secret.as_deref().map(str::trim) else { return Vec::new() };
    let hex = secret.len() == 32 && secret.bytes().all(|byte| byte.is_ascii_hexdigit());
    if settings.is_platform() && !hex {
        let fix = "copy it from the app's dashboard (App settings, Basic, App secret)";
        let what = "WHATSAPP_APP_SECRET does not look like one: the platform's have 32 hex digits";
        return vec![Finding::warning(CHECK, what, fix)];
    }
    Vec::new()
}

fn places(settings: &Settings) -> Vec<Finding> {
    let mut found = Vec::new();
    let base = settings.base();
    let rest = base.strip_prefix("https://").or_else(|| base.strip_prefix("http://"));
    let named = rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/'));
    if !named || base.contains(['?', '#', '@', ' ']) {
        let fix = format!("leave it unset for {PLATFORM}, or write it like http://127.0.0.1:3000");
        found.push(Finding::danger(CHECK, "WHATSAPP_GRAPH_URL is not a base URL", fix));
    } else if rest.is_some_and(|rest| rest.split('/').skip(1).any(is_version)) {
        let fix = "leave the version away: it goes into WHATSAPP_API_VERSION";
        found.push(Finding::danger(CHECK, "WHATSAPP_GRAPH_URL has a version in it", fix));
    }
    if !is_version(settings.version()) {
        let fix = "write it like v25.0, or leave it unset";
        found.push(Finding::danger(CHECK, "WHATSAPP_API_VERSION is not a version", fix));
    }
    found
}

/// Whether this is `v` and a number, such as `v25.0`.
pub(super) fn is_version(text: &str) -> bool {
    let number = |text: &str| {
        (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    text.strip_prefix('v')
        .and_then(|rest| rest.split_once('.'))
        .is_some_and(|(major, minor)| number(major) && number(minor))
}
