//! Findings as a table.

use super::finding::Finding;
use crate::table;

/// One row per finding; what to do stands below what is so.
pub(super) fn of(findings: &[Finding]) -> String {
    let rows = findings.iter().map(|finding| {
        let fix =
            if finding.fix.is_empty() { String::new() } else { format!("\n→ {}", finding.fix) };
        [
            finding.level.as_str().to_owned(),
            finding.check.to_owned(),
            format!("{}{fix}", finding.what),
        ]
    });
    table::table(&["LEVEL", "CHECK", "WHAT"], rows)
}
