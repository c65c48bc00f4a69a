//! Whether the access token is good, for how long and for what.

use wharf::time::Timestamp;

use super::{missing, unread};
use crate::doctor::{
    facts::{Facts, Fetched, Token, Trouble},
    finding::Finding,
};

const CHECK: &str = "token";
const MESSAGING: &str = "whatsapp_business_messaging";
const MANAGEMENT: &str = "whatsapp_business_management";
/// Days before its end when it is time to get another.
const SOON: i64 = 7;
const DAY: i64 = 24 * 60 * 60;

/// Pure, as all checks.
pub(super) fn judge(facts: &Facts) -> Vec<Finding> {
    match &facts.token {
        Fetched::Here(token) => described(facts, token),
        Fetched::Failed(trouble) if trouble.is_token() => vec![refused(&trouble.what)],
        // The check of the app secret says so.
        Fetched::Failed(trouble) if trouble.is_proof() => Vec::new(),
        Fetched::Failed(trouble) => undescribed(facts, trouble),
        Fetched::Missing(_) => missing(CHECK, "WHATSAPP_ACCESS_TOKEN"),
        Fetched::Moot => through_gateway(facts),
    }
}

fn refused(what: &str) -> Finding {
    let fix = "make a new token for a system user (Business settings, System users) and set WHATSAPP_ACCESS_TOKEN";
    Finding::danger(CHECK, format!("the platform refuses it: {what}"), fix)
}

/// The platform describes a token to developers of its app only: what can be seen is whether calls go through.
fn undescribed(facts: &Facts, trouble: &Trouble) -> Vec<Finding> {
    let troubles = [facts.number.trouble(), facts.account.trouble()];
    if let Some(trouble) = troubles.into_iter().flatten().find(|trouble| trouble.is_token()) {
        return vec![refused(&trouble.what)];
    }
    if facts.number.here().is_none() && facts.account.here().is_none() {
        return unread(CHECK, trouble);
    }
    let what = "calls go through; when it ends and what it may do is not shown";
    let fix = "set WHATSAPP_APP_ID and WHATSAPP_APP_SECRET: the app itself may ask";
    vec![Finding::note(CHECK, what, fix)]
}

/// A gateway keeps the platform's token to itself: what can be seen is whether calls go through.
fn through_gateway(facts: &Facts) -> Vec<Finding> {
    let gateway = facts.door.here().is_some_and(|door| door.is_gateway);
    if !gateway {
        return Vec::new();
    }
    let troubles = [facts.number.trouble(), facts.account.trouble()];
    if let Some(trouble) = troubles.into_iter().flatten().find(|trouble| trouble.is_token()) {
        let fix = "show WHARF_APP_KEY of the gateway as WHATSAPP_ACCESS_TOKEN; if it is that, the platform refuses the \
                   gateway's own token";
        return vec![Finding::danger(CHECK, format!("it is refused: {}", trouble.what), fix)];
    }
    let asked = facts.number.here().is_some() || facts.account.here().is_some();
    let what = if asked {
        "the gateway takes it as an app's key, and its own token is good with the platform"
    } else {
        "it is an app's key of the gateway; whether it is good was not seen"
    };
    let fix = "run `wharf doctor` in the gateway's own environment to see when its token ends";
    vec![Finding::note(CHECK, what, fix)]
}

fn described(facts: &Facts, token: &Token) -> Vec<Finding> {
    if !token.is_valid {
        return vec![refused("it is not valid, or not any more")];
    }
    let mut found = Vec::new();
    found.extend(lacks(token));
    found.extend(end(facts.now, token.expires_at, "it"));
    found.extend(end(facts.now, token.data_access_expires_at, "its access to data"));
    found.extend(targets(facts, token));
    if let Some(app) = facts.settings.app.as_deref()
        && token.app().is_some_and(|of| of != app.trim())
    {
        let what = "it belongs to another app than WHATSAPP_APP_ID names";
        found.push(Finding::danger(CHECK, what, "set the token or the id of the other app"));
    }
    if found.is_empty() {
        let kind = token.kind.as_deref().unwrap_or("of unknown kind");
        let app = token.application.as_deref().map(|app| format!(" of {app}")).unwrap_or_default();
        let ends = match token.expires_at {
            Some(at) if at > 0 => format!("ends in {} days", (at - facts.now.as_secs()) / DAY),
            _ => "does not end".to_owned(),
        };
        found
            .push(Finding::ok(CHECK, format!("good ({kind}{app}), {ends}, may do what is needed")));
    }
    found
}

/// Permissions that are not there.
fn lacks(token: &Token) -> Vec<Finding> {
    let granted = |name: &str| token.scopes.iter().any(|scope| scope == name);
    let fix = |name: &str| format!("make a token with the permission {name}");
    let mut found = Vec::new();
    if !granted(MESSAGING) {
        let what = format!("it lacks {MESSAGING}: nothing can be sent, and no message is told");
        found.push(Finding::danger(CHECK, what, fix(MESSAGING)));
    }
    if !granted(MANAGEMENT) {
        let what = format!("it lacks {MANAGEMENT}: numbers, templates and flows are out of reach");
        found.push(Finding::warning(CHECK, what, fix(MANAGEMENT)));
    }
    found
}

/// When something of it ends.
fn end(now: Timestamp, at: Option<i64>, of: &str) -> Option<Finding> {
    let left = at.filter(|at| *at > 0)? - now.as_secs();
    let fix = "make a token of a system user that does not expire, and replace this one before";
    if left <= 0 {
        return Some(Finding::danger(CHECK, format!("{of} has ended"), fix));
    }
    let (days, hours) = (left / DAY, left / (60 * 60));
    let span = if days > 0 { format!("{days} days") } else { format!("{hours} hours") };
    (days < SOON).then(|| Finding::warning(CHECK, format!("{of} ends in {span}"), fix))
}

/// A permission that is for other accounts only.
fn targets(facts: &Facts, token: &Token) -> Option<Finding> {
    let account = facts.settings.account.as_deref()?.trim();
    let other = token.granular_scopes.iter().find(|granted| {
        let of_messages = [MESSAGING, MANAGEMENT].contains(&granted.scope.as_str());
        of_messages
            && !granted.target_ids.is_empty()
            && !granted.target_ids.iter().any(|id| id == account)
    })?;
    let what = format!("its permission {} is for other accounts than this one", other.scope);
    let fix =
        "give the system user this account (Business settings, Accounts), and make a new token";
    Some(Finding::danger(CHECK, what, fix))
}

/// Whether the token was refused, wherever that was seen.
pub(super) fn is_refused(facts: &Facts) -> bool {
    facts.token.trouble().is_some_and(Trouble::is_token)
}
