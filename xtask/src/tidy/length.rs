//! Nothing is longer than one can keep in mind. Functions are clippy's matter.

use super::Finding;

const RUST_LINES_MAX: usize = 400;
const README_LINES_MAX: usize = 150;
const ARCHITECTURE_LINES_MAX: usize = 200;

pub(super) fn check(path: &str, text: &str) -> Option<Finding> {
    let (most, advice) = limit(path)?;
    let lines = text.lines().count();
    (lines > most)
        .then(|| Finding::new(path, most + 1, format!("{lines} lines, more than {most}"), advice))
}

/// How many lines a file may have, and what to do when it has more.
fn limit(path: &str) -> Option<(usize, &'static str)> {
    let rust = path.strip_suffix(".rs").is_some()
        && (path.starts_with("crates/") || path.starts_with("xtask/"));
    match path {
        "README.md" => Some((README_LINES_MAX, "Move detail to docs/")),
        "ARCHITECTURE.md" => {
            Some((ARCHITECTURE_LINES_MAX, "Say why, not what: lists of types rot"))
        }
        _ if rust => Some((RUST_LINES_MAX, "Give one of its nouns or verbs a file of its own")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn a_long_file_is_found_and_one_at_the_limit_is_not() {
        for (path, most) in [
            ("crates/wharf/src/lib.rs", 400),
            ("xtask/src/main.rs", 400),
            ("README.md", 150),
            ("ARCHITECTURE.md", 200),
        ] {
            assert_eq!(check(path, &"line\n".repeat(most)), None);
            let finding = check(path, &"line\n".repeat(most + 1)).unwrap();
            assert_eq!((finding.path.as_str(), finding.line), (path, most + 1));
        }
    }

    #[test]
    fn other_files_may_be_long() {
        assert_eq!(check("Cargo.lock", &"line\n".repeat(9_999)), None);
    }
}
