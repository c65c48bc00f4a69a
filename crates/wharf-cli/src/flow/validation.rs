//! What is wrong with a flow's JSON, with the place in the file.

use serde_json::Value;
use wharf_model::flow::{FlowError, FlowPointer};

use crate::exit::Failure;

/// Errors as compilers show them: the place, what is wrong, and the line itself if the text is at hand. Empty when
/// there is none.
pub(super) fn of(errors: &[FlowError], file: &str, text: &str) -> String {
    let lines: Vec<_> = text.lines().collect();
    errors.iter().map(|error| one(error, file, &lines)).collect::<Vec<_>>().join("\n")
}

/// What to do then; nothing when there is no error.
pub(super) fn verdict(errors: &[FlowError], done: &str) -> Result<(), Failure> {
    match errors.len() {
        0 => Ok(()),
        1 => Err(Failure::failed(format!("{done}, and cannot be published: 1 error"))),
        many => Err(Failure::failed(format!("{done}, and cannot be published: {many} errors"))),
    }
}

/// Where something is: lines and columns count from 1.
struct Place {
    line: usize,
    column: usize,
    /// One past the last column, where it is the same line.
    end: Option<usize>,
}

fn one(error: &FlowError, file: &str, lines: &[&str]) -> String {
    let kind = error.error.as_deref().or(error.error_type.as_deref()).unwrap_or("error");
    let message = error.message.as_deref().unwrap_or("no reason given");
    let pointers = error.pointers.as_deref().unwrap_or_default();
    let place = place(error, pointers.first());
    let path = pointers.iter().filter_map(|pointer| pointer.path.as_deref());
    let path = path.fold(String::new(), |shown, path| shown + "\n  at " + path);
    let Some(place) = place else { return format!("{file}: {kind}: {message}{path}") };
    let Place { line, column, end } = place;
    let head = format!("{file}:{line}:{column}: {kind}: {message}{path}");
    match line.checked_sub(1).and_then(|index| lines.get(index)) {
        Some(shown) => format!("{head}\n{}", excerpt(shown, line, column, end)),
        None => head,
    }
}

fn place(error: &FlowError, pointer: Option<&FlowPointer>) -> Option<Place> {
    let of = |own: Option<i64>, pointed: fn(&FlowPointer) -> Option<i64>| {
        let number = own.or_else(|| pointer.and_then(pointed))?;
        usize::try_from(number).ok().filter(|number| *number > 0)
    };
    let line = of(error.line_start, |pointer| pointer.line_start)?;
    let last = of(error.line_end, |pointer| pointer.line_end);
    let end = of(error.column_end, |pointer| pointer.column_end);
    Some(Place {
        line,
        column: of(error.column_start, |pointer| pointer.column_start).unwrap_or(1),
        end: end.filter(|_| last.is_none_or(|last| last == line)),
    })
}

/// The line, and below it what is meant.
fn excerpt(shown: &str, line: usize, column: usize, end: Option<usize>) -> String {
    /// Characters of a line that are shown: flows are often written without line breaks.
    const SHOWN: usize = 70;

    let chars: Vec<_> = shown.chars().map(|char| if char == '\t' { ' ' } else { char }).collect();
    let at = (column - 1).min(chars.len());
    let skipped = if chars.len() > SHOWN { at.saturating_sub(SHOWN / 2) } else { 0 };
    let text: String = chars.iter().skip(skipped).take(SHOWN).collect();
    let room = (SHOWN + skipped).saturating_sub(at).max(1);
    let width = end.map_or(1, |end| end.saturating_sub(column)).clamp(1, room);
    let number = line.to_string();
    let margin = " ".repeat(number.len());
    let before = " ".repeat(at - skipped);
    format!("  {number} | {}\n  {margin} | {before}{}", text.trim_end(), "^".repeat(width))
}

/// JSON that can be read, or where it cannot be.
pub(super) fn read(file: &str, bytes: &[u8]) -> Result<String, Failure> {
    let text = std::str::from_utf8(bytes)
        .map_err(|_| Failure::usage(format!("{file}: is no text (UTF-8)")))?;
    if let Err(error) = serde_json::from_str::<Value>(text) {
        let (line, column) = (error.line(), error.column());
        let shown = text.lines().nth(line.saturating_sub(1)).unwrap_or_default();
        let shown = excerpt(shown, line, column.max(1), None);
        return Err(Failure::usage(format!(
            "{file}:{line}:{column}: is no JSON: {error}\n{shown}"
        )));
    }
    Ok(text.to_owned())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn shown(error: Value, text: &str) -> String {
        of(&[serde_json::from_value(error).unwrap()], "flow.json", text)
    }

    #[test]
    fn an_error_stands_below_its_line() {
        let error = json!({
            "error": "INVALID_PROPERTY_VALUE", "error_type": "FLOW_JSON_ERROR", "message": "bad version",
            "line_start": 2, "line_end": 2, "column_start": 14, "column_end": 19,
        });
        assert_eq!(
            shown(error, "{\n  \"version\": \"9.9\"\n}"),
            "flow.json:2:14: INVALID_PROPERTY_VALUE: bad version\n  2 |   \"version\": \"9.9\"\n    |              ^^^^^"
        );
    }

    #[test]
    fn a_place_may_stand_in_a_pointer_or_nowhere() {
        let pointed = json!({"message": "x", "pointers": [{"path": "screens[0]", "line_start": 1, "column_start": 1}]});
        assert_eq!(
            shown(pointed, "{}"),
            "flow.json:1:1: error: x\n  at screens[0]\n  1 | {}\n    | ^"
        );
        assert_eq!(shown(json!({"message": "x"}), "{}"), "flow.json: error: x");
        // A place that is not in the file.
        let far = json!({"message": "x", "line_start": 9, "column_start": 400, "line_end": 9});
        assert_eq!(shown(far, "{}"), "flow.json:9:400: error: x");
    }

    #[test]
    fn of_a_long_line_the_middle_is_shown() {
        let long = format!("{}HERE{}", "a".repeat(500), "b".repeat(500));
        let error =
            json!({"message": "x", "line_start": 1, "column_start": 501, "column_end": 505});
        let text = shown(error, &long);
        let (line, marks) = text.split_once('\n').unwrap().1.split_once('\n').unwrap();
        assert!(line.len() <= 80, "{line}");
        assert_eq!(line.find("HERE"), marks.find("^^^^"), "{text}");
        let wide = json!({"message": "x", "line_start": 1, "column_start": 1, "column_end": 1_000});
        assert!(shown(wide, &long).lines().all(|line| line.len() <= 80));
    }
}
