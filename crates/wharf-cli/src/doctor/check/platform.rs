//! Whether the platform, or what stands in its place, can be reached.

use crate::doctor::{
    facts::{Facts, Fetched},
    finding::Finding,
};

const CHECK: &str = "platform";

/// Pure, as all checks.
pub(super) fn judge(facts: &Facts) -> Vec<Finding> {
    let base = facts.settings.base();
    match &facts.door {
        Fetched::Here(door) if door.is_gateway => {
            vec![Finding::ok(CHECK, format!("a Wharf gateway answers at {base}"))]
        }
        Fetched::Here(_) if facts.settings.is_platform() => {
            vec![Finding::ok(CHECK, format!("{base} answers"))]
        }
        Fetched::Here(_) => {
            let what = format!("{base} answers, which is not the platform itself");
            let fix = "unset WHATSAPP_GRAPH_URL to go live";
            vec![Finding::note(CHECK, what, fix)]
        }
        Fetched::Failed(trouble) => {
            let fix = "check WHATSAPP_GRAPH_URL, the network and the proxy settings (HTTPS_PROXY); the rest was not \
                       checked";
            vec![Finding::danger(CHECK, format!("{base} cannot be reached: {}", trouble.what), fix)]
        }
        Fetched::Missing(_) | Fetched::Moot => Vec::new(),
    }
}
