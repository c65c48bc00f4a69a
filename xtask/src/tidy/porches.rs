//! Every crate says what it is for in a README, which is its docs too.

use std::collections::BTreeMap;

use super::{Finding, declared::Crate};

const DOCS: &str = "#![doc = include_str!(\"../README.md\")]";

pub(super) fn check(crates: &[Crate], files: &BTreeMap<String, String>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for member in crates {
        let readme = format!("{}/README.md", member.folder);
        if !files.contains_key(&readme) {
            findings.push(Finding::new(&readme, 1, "no README", "Write what the crate is for"));
        }
        if !files.get(&member.head).is_some_and(|text| text.contains(DOCS)) {
            let what = "the docs are not the README";
            findings.push(Finding::new(&member.head, 1, what, format!("Begin it with {DOCS}")));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{Crate, DOCS, check};

    #[test]
    fn a_crate_without_a_readme_or_docs_is_found() {
        let member = Crate {
            name: "a".into(),
            folder: "crates/a".into(),
            head: "crates/a/src/lib.rs".into(),
        };
        let crates = [member];
        let bare =
            BTreeMap::from([("crates/a/src/lib.rs".to_owned(), "//! Own words.".to_owned())]);
        let paths = check(&crates, &bare).into_iter().map(|found| found.path).collect::<Vec<_>>();
        assert_eq!(paths, ["crates/a/README.md", "crates/a/src/lib.rs"]);

        let good = BTreeMap::from([
            ("crates/a/src/lib.rs".to_owned(), DOCS.to_owned()),
            ("crates/a/README.md".to_owned(), String::new()),
        ]);
        assert!(check(&crates, &good).is_empty());
    }
}
