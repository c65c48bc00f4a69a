//! Why JSON cannot be read.

use serde_json::error::Category;

/// Why JSON cannot be read, and where. The reader's own text may quote what it found, which may be personal: only what
/// it expected is said, and the names of fields that are missing.
pub fn json_problem(error: &serde_json::Error) -> String {
    let what = match error.classify() {
        Category::Eof => "it ends too early".to_owned(),
        Category::Data => match wanted(&error.to_string()) {
            Some(wanted) => format!("it is JSON, but not of the expected shape ({wanted})"),
            None => "it is JSON, but not of the expected shape".to_owned(),
        },
        Category::Syntax | Category::Io => "it is not JSON".to_owned(),
    };
    // A value that was read before has no place in a text.
    if error.line() == 0 || (error.classify() == Category::Data && error.column() <= 1) {
        return what;
    }
    format!("{what}: line {}, column {}", error.line(), error.column())
}

/// The part of a reader's text that is this program's own.
fn wanted(text: &str) -> Option<&str> {
    let text = text.rsplit_once(" at line ").map_or(text, |(text, _)| text);
    if text.starts_with("missing field `") {
        return Some(text);
    }
    // What stands before was found, and what it found may hold the same word: the last one is ours.
    let at = text.rfind("expected ")?;
    text.get(at..)
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::json_problem;

    #[derive(Debug, Deserialize)]
    struct Named {
        #[expect(dead_code, reason = "only whether it is there counts")]
        name: String,
    }

    #[test]
    fn what_was_expected_is_said_and_what_was_found_is_not() {
        for (json, says) in [
            (
                r#"{"name": 5}"#,
                "it is JSON, but not of the expected shape (expected a string): line 1, column 10",
            ),
            (
                r#"{"age": 5}"#,
                "it is JSON, but not of the expected shape (missing field `name`): line 1, column 10",
            ),
            (
                r#""expected Ada""#,
                "it is JSON, but not of the expected shape (expected struct Named): line 1, column 14",
            ),
            (r#"{"name""#, "it ends too early: line 1, column 7"),
            ("<html>", "it is not JSON: line 1, column 1"),
        ] {
            let error = serde_json::from_str::<Named>(json).unwrap_err();
            assert_eq!(json_problem(&error), says, "{json}");
        }
        let error = serde_json::from_value::<Named>(serde_json::json!(5)).unwrap_err();
        let says = "it is JSON, but not of the expected shape (expected struct Named)";
        assert_eq!(json_problem(&error), says);
    }
}
