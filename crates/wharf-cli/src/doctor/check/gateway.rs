//! Whether the gateway that apps call can work.

use crate::doctor::{
    facts::{Facts, Fetched},
    finding::Finding,
};

const CHECK: &str = "gateway";

/// Pure, as all checks.
pub(super) fn judge(facts: &Facts) -> Vec<Finding> {
    match &facts.gateway {
        Fetched::Here(ready) if ready.status == 200 => {
            vec![Finding::ok(CHECK, format!("ready ({})", ready.url))]
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
