//! Whether the clock of this machine is right: the platform's answers tell the time.

use crate::doctor::{facts::Facts, finding::Finding};

const CHECK: &str = "clock";
/// Seconds that may lie between two clocks and an answer on its way.
const TOLERATED: i64 = 60;

/// Pure, as all checks.
pub(super) fn judge(facts: &Facts) -> Vec<Finding> {
    let Some(theirs) = facts.door.here().and_then(|door| door.date) else { return Vec::new() };
    let ahead = facts.now.as_secs() - theirs.as_secs();
    if ahead.abs() <= TOLERATED {
        return vec![Finding::ok(CHECK, "this machine and the platform agree on the time")];
    }
    let direction = if ahead > 0 { "ahead of" } else { "behind" };
    let what = format!(
        "this machine is {} s {direction} the platform: windows of 24 hours, retries and log lines are off by as much",
        ahead.abs()
    );
    vec![Finding::warning(CHECK, what, "let the clock be set by NTP")]
}
