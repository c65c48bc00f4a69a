//! Fixtures are named alike and can be read, except those that are there because they cannot.

use super::Finding;

pub(super) fn check(path: &str, text: &str) -> Vec<Finding> {
    let Some((_, name)) = path.strip_prefix("fixtures/").and_then(|rest| rest.rsplit_once('/'))
    else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    let stem = name.strip_suffix(".json");
    if !stem.is_some_and(is_snake_case) {
        findings.push(Finding::new(path, 1, "not a snake_case name", "Name it like_this.json"));
    }
    if !name.starts_with("raw_")
        && let Err(error) = serde_json::from_str::<serde_json::Value>(text)
    {
        let what = format!("not JSON: {error}");
        let advice = "Mend it, or name it raw_… if it is meant so";
        findings.push(Finding::new(path, error.line().max(1), what, advice));
    }
    findings
}

fn is_snake_case(name: &str) -> bool {
    let words = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    name.split('_').all(|word| !word.is_empty() && word.chars().all(words))
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn a_good_fixture_is_no_finding() {
        assert!(check("fixtures/webhook/text_2.json", "{}").is_empty());
        assert!(check("crates/wharf/Bad-Name.json", "{").is_empty());
    }

    #[test]
    fn a_badly_named_fixture_is_found() {
        for name in ["Text.json", "two-words.json", "text.txt", "_text.json", "a__b.json"] {
            assert_eq!(check(&format!("fixtures/webhook/{name}"), "{}").len(), 1, "{name}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_found_unless_it_is_meant_so() {
        assert_eq!(check("fixtures/graph/text.json", "{\n\n,")[0].line, 3);
        assert!(check("fixtures/graph/raw_cut.json", "{").is_empty());
    }
}
