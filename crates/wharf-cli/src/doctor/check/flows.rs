//! Whether flows of the number can be opened: its key must be signed anew after every registration.

use wharf::number::SignatureStatus;

use crate::doctor::{facts::Facts, finding::Finding};

const CHECK: &str = "flows";

/// Pure, as all checks. A number without a key has no flow that asks a server.
pub(super) fn judge(facts: &Facts) -> Vec<Finding> {
    let Some(key) = facts.flow_key.here() else { return Vec::new() };
    match &key.business_public_key_signature_status {
        Some(SignatureStatus::Valid) => {
            vec![Finding::ok(CHECK, "the key of the data endpoint is good")]
        }
        Some(SignatureStatus::Mismatch) => {
            let what = "the key of the data endpoint is from before the last registration: flows that ask your \
                        server cannot be opened";
            vec![Finding::warning(CHECK, what, "`wharf flow key set` sets it again")]
        }
        _ => Vec::new(),
    }
}
