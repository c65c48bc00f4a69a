//! Findings as a table of 80 columns.

use comfy_table::{Cell, ContentArrangement, Table, presets};

use super::finding::Finding;
use crate::print::WIDTH;

/// One row per finding; what to do stands below what is so.
pub(super) fn of(findings: &[Finding]) -> String {
    let mut table = Table::new();
    table
        .load_style(presets::NOTHING)
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(WIDTH);
    for finding in findings {
        let fix =
            if finding.fix.is_empty() { String::new() } else { format!("\n→ {}", finding.fix) };
        let text = format!("{}{fix}", finding.what);
        table.add_row([finding.level.as_str(), finding.check, &text].map(Cell::new));
    }
    table.lines().map(|line| line.trim_end().to_owned()).collect::<Vec<_>>().join("\n")
}
