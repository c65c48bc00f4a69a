//! Whether the gateway that apps call can work.

use crate::doctor::{
    facts::{Facts, Fetched, Ready},
    finding::Finding,
};

const CHECK: &str = "gateway";

/// Pure, as all checks.
pub(super) fn judge(facts: &Facts) -> Vec<Finding> {
    match &facts.gateway {
        Fetched::Here(ready) if ready.status == 200 => {
            let mut found = vec![Finding::ok(CHECK, format!("ready ({})", ready.url))];
            found.extend(waiting(ready));
            found
        }
        Fetched::Here(ready) => {
            let what = format!("not ready: HTTP {} {}", ready.status, ready.said);
            let fix = "see to its store and its disk; the platform repeats webhooks for hours, not for ever";
            vec![Finding::danger(CHECK, what, fix)]
        }
        Fetched::Failed(trouble) => {
            let what = format!("its private listener does not answer: {}", trouble.what);
            vec![Finding::warning(CHECK, what, "check --gateway-api or WHARF_API_LISTEN")]
        }
        Fetched::Missing(setting) => super::missing(CHECK, setting),
        Fetched::Moot => Vec::new(),
    }
}

/// What waits, or was given up.
fn waiting(ready: &Ready) -> Vec<Finding> {
    let all = [
        (
            "wharf_dead_letters",
            "events were given up: your app never took them",
            "/api/dead_letters on the private listener says which and why",
        ),
        (
            "wharf_conversations_parked",
            "conversations wait: your app answered an event with a failure",
            "/api/subscribers on the private listener says why, and tries again",
        ),
        (
            "wharf_sends{state=\"unknown\"}",
            "sends have no answer yet",
            "wait for their statuses, and see that the app is subscribed to `messages`",
        ),
        (
            "wharf_sends{state=\"unresolved\"}",
            "sends were given up without an answer",
            "nobody knows whether they went out: /api/sends says which",
        ),
    ];
    let found = all.into_iter().filter_map(|(metric, what, fix)| {
        let count = ready.count(metric);
        (count > 0).then(|| Finding::warning(CHECK, format!("{count} {what}"), fix))
    });
    found.collect()
}
