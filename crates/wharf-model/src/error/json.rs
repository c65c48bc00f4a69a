//! Why JSON cannot be read.

use serde_json::error::Category;

/// Why JSON cannot be read, and where. The reader's own text may quote what it found, which may be personal, so that
/// is not shown.
pub fn json_problem(error: &serde_json::Error) -> String {
    let what = match error.classify() {
        Category::Eof => "it ends too early",
        Category::Data => "it is JSON, but not of the expected shape",
        Category::Syntax | Category::Io => "it is not JSON",
    };
    format!("{what}: line {}, column {}", error.line(), error.column())
}
