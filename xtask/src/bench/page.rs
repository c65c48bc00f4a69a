//! docs/benchmarks.md: a section for each measurement.

use std::fs;

use anyhow::{Context as _, Result};

use crate::command::root;

const HEAD: &str = "\
# Benchmarks

Written by `cargo xtask bench --write`. Times are those of the machine it ran on; what counts is the ratio, which is
taken in turns within one run.
";

/// What was measured at once.
pub(super) struct Section {
    pub(super) title: &'static str,
    pub(super) text: String,
}

/// Puts the sections into the page, in place of those of the same title.
pub(super) fn write(sections: &[Section]) -> Result<()> {
    let path = root().join("docs/benchmarks.md");
    let old = fs::read_to_string(&path).unwrap_or_default();
    fs::write(&path, merged(&old, sections)).context("docs/benchmarks.md")
}

fn merged(old: &str, sections: &[Section]) -> String {
    let mut all: Vec<(String, String)> = old
        .split("\n## ")
        .skip(1)
        .filter_map(|part| part.split_once('\n'))
        .map(|(title, text)| (title.to_owned(), text.trim().to_owned()))
        .collect();
    for section in sections {
        let text = section.text.trim().to_owned();
        match all.iter_mut().find(|(title, _)| title == section.title) {
            Some((_, old)) => *old = text,
            None => all.push((section.title.to_owned(), text)),
        }
    }
    all.iter()
        .fold(HEAD.to_owned(), |page, (title, text)| format!("{page}\n## {title}\n\n{text}\n"))
}

#[cfg(test)]
mod tests {
    use super::{HEAD, Section, merged};

    #[test]
    fn a_section_takes_the_place_of_the_old_one() {
        let first = [("One", "1"), ("Two", "2")]
            .map(|(title, text)| Section { title, text: text.to_owned() });
        let page = merged("", &first);
        let page = merged(&page, &[Section { title: "One", text: "new".to_owned() }]);
        assert_eq!(page, format!("{HEAD}\n## One\n\nnew\n\n## Two\n\n2\n"));
    }
}
