//! Whether the webhook can be reached, is the right one, and turns forgers away.

use super::missing;
use crate::doctor::{
    facts::{Facts, Fetched, Probe, Reply},
    finding::Finding,
};

const CHECK: &str = "webhook";

/// Pure, as all checks.
pub(super) fn judge(facts: &Facts) -> Vec<Finding> {
    match &facts.webhook {
        Fetched::Here(probe) => {
            let all =
                [other(probe), handshake(probe), stranger(probe), forged(probe), signed(probe)];
            all.into_iter().flatten().collect()
        }
        Fetched::Missing(setting) => missing(CHECK, setting),
        Fetched::Failed(_) | Fetched::Moot => Vec::new(),
    }
}

/// Whether it is not the one that the platform calls.
fn other(probe: &Probe) -> Option<Finding> {
    let instead = probe.instead.as_deref()?;
    let what = format!("messages go to {instead}, not to {}", probe.shown);
    Some(Finding::warning(
        CHECK,
        what,
        "register this one, or check that one (leave --webhook-url away)",
    ))
}

fn handshake(probe: &Probe) -> Option<Finding> {
    let url = &probe.shown;
    let reply = match &probe.handshake {
        Fetched::Here(reply) => reply,
        Fetched::Failed(trouble) => {
            let what = format!("{url} does not answer: {}", trouble.what);
            let fix = "start your app, and check name, port, TLS and proxy from outside; the platform repeats for hours, \
                       not for ever";
            return Some(Finding::danger(CHECK, what, fix));
        }
        Fetched::Missing(setting) => return missing(CHECK, setting).pop(),
        Fetched::Moot => return None,
    };
    let Reply { status, body } = reply;
    Some(match status {
        200 if *body == probe.challenge.as_bytes() => {
            Finding::ok(CHECK, format!("{url} answers the handshake"))
        }
        200 => {
            let what =
                format!("{url} answers the handshake with something else than the challenge");
            let fix = "answer with hub.challenge alone, byte for byte, as text/plain: no quotes, no newline. Or \
                       another program listens there";
            Finding::danger(CHECK, what, fix)
        }
        401 | 403 => {
            let what = format!("{url} refuses the verify token (HTTP {status})");
            let fix = "give your app and this command the same WHATSAPP_VERIFY_TOKEN; it is the one that is \
                       registered beside the callback URL";
            Finding::danger(CHECK, what, fix)
        }
        _ => {
            let what = format!("{url} answers the handshake with HTTP {status} instead of 200");
            let fix = "check the path, and what the proxy in front of your app does with GET";
            Finding::danger(CHECK, what, fix)
        }
    })
}

fn stranger(probe: &Probe) -> Option<Finding> {
    let reply = probe.stranger.here()?;
    let taken = reply.status == 200 && reply.body == probe.challenge.as_bytes();
    taken.then(|| {
        let what = "it answers the handshake whatever the verify token";
        let fix = "compare hub.verify_token, and answer 403 when it is another";
        Finding::warning(CHECK, what, fix)
    })
}

fn forged(probe: &Probe) -> Option<Finding> {
    let status = probe.forged.here()?.status;
    Some(match status {
        200..=299 => {
            let what = format!(
                "it takes a body with a wrong signature (HTTP {status}): unless it drops it in silence, anybody can \
                 write messages to your app"
            );
            let fix = "check X-Hub-Signature-256 over the raw body with WHATSAPP_APP_SECRET, and answer 401";
            Finding::danger(CHECK, what, fix)
        }
        400..=499 => Finding::ok(CHECK, format!("it turns a wrong signature away (HTTP {status})")),
        _ => {
            let what = format!("it answers a wrong signature with HTTP {status}");
            Finding::warning(CHECK, what, "answer 401: it is no failure of your app")
        }
    })
}

fn signed(probe: &Probe) -> Option<Finding> {
    let reply = match &probe.signed {
        Fetched::Here(reply) => reply,
        Fetched::Missing(setting) => return missing(CHECK, setting).pop(),
        Fetched::Failed(trouble) => {
            let what = format!("it does not answer a signed body: {}", trouble.what);
            return Some(Finding::danger(CHECK, what, "see to your app"));
        }
        Fetched::Moot => return None,
    };
    Some(match reply.status {
        200 => Finding::ok(CHECK, "it takes a body that is signed with WHATSAPP_APP_SECRET"),
        401 | 403 => {
            let what = format!(
                "it refuses a body that is signed with WHATSAPP_APP_SECRET (HTTP {})",
                reply.status
            );
            let fix = "give your app the same secret; check that nothing changes the body before it is checked";
            Finding::danger(CHECK, what, fix)
        }
        status => {
            let what =
                format!("it answers a good body without events with HTTP {status} instead of 200");
            let fix = "answer 200 as soon as the body is kept: anything else is repeated";
            Finding::danger(CHECK, what, fix)
        }
    })
}
