//! Whether two-step verification is on.

use crate::doctor::{facts::Facts, finding::Finding};

const CHECK: &str = "pin";

/// Pure, as all checks.
pub(super) fn judge(facts: &Facts) -> Vec<Finding> {
    match facts.number.here().and_then(|number| number.is_pin_enabled) {
        Some(true) => vec![Finding::ok(CHECK, "two-step verification is on")],
        Some(false) => {
            let what = "the number has no two-step PIN: whoever gets a code for it can take it";
            vec![Finding::warning(CHECK, what, "`wharf phone set-pin`, and keep the PIN")]
        }
        None => Vec::new(),
    }
}
