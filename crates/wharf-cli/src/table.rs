//! Tables for people, no wider than a terminal of 80 columns.

use comfy_table::{ContentArrangement, Table, presets};

/// Columns of the narrowest terminal that is thought of.
const COLUMNS: u16 = 80;

/// A table with a head, without lines. What does not fit is broken within its column.
pub(crate) fn table<R, C>(head: &[&str], rows: R) -> String
where
    R: IntoIterator<Item = C>,
    C: IntoIterator<Item = String>,
{
    let mut table = Table::new();
    table.load_style(presets::NOTHING);
    table.set_content_arrangement(ContentArrangement::Dynamic).set_width(COLUMNS);
    table.set_header(head.iter().copied());
    for row in rows {
        table.add_row(row);
    }
    for column in table.column_iter_mut() {
        column.set_padding((0, 2));
    }
    let lines: Vec<_> = table.lines().map(|line| line.trim_end().to_owned()).collect();
    lines.join("\n")
}

/// The members of an object, one a line: its name, and its value as text or as JSON. What is absent is left out.
pub(crate) fn members(value: &impl serde::Serialize) -> String {
    let Ok(serde_json::Value::Object(members)) = serde_json::to_value(value) else {
        return String::new();
    };
    let width = members.keys().map(String::len).max().unwrap_or_default();
    let lines = members.iter().filter(|(_, value)| !value.is_null()).map(|(name, value)| {
        let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        format!("{name:<width$}  {value}")
    });
    lines.collect::<Vec<_>>().join("\n")
}
