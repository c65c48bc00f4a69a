//! `cargo xtask tidy`: checks the house itself. Also a test, so that no test run passes without it.

use std::{fmt, path::Path};

use anyhow::{Result, bail};

use crate::{command, say};

mod banned;
mod declared;
mod edges;
mod fixtures;
mod length;
mod machine;
mod modules;
mod porches;
mod tree;
mod walls;

/// Something that is not as it should be.
#[derive(Debug, PartialEq, Eq)]
struct Finding {
    /// The file, from the root.
    path: String,
    /// The line, from 1.
    line: usize,
    /// What is wrong.
    what: String,
    /// What to do about it.
    advice: String,
}

impl Finding {
    fn new(path: &str, line: usize, what: impl Into<String>, advice: impl Into<String>) -> Self {
        Self { path: path.into(), line, what: what.into(), advice: advice.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}. {}.", self.path, self.line, self.what, self.advice)
    }
}

/// `cargo xtask tidy`.
pub(crate) fn run() -> Result<()> {
    let findings = findings(&command::root())?;
    for finding in &findings {
        say::line(finding);
    }
    match findings.len() {
        0 => say::line("tidy: nothing found"),
        count => bail!("{count} found"),
    }
    Ok(())
}

/// All there is to find, in the order of the files.
fn findings(root: &Path) -> Result<Vec<Finding>> {
    let mut findings = Vec::new();
    let files = tree::texts(root)?;
    for (path, text) in &files {
        findings.extend(length::check(path, text));
        findings.extend(modules::check(path));
        findings.extend(machine::check(path, text));
        findings.extend(fixtures::check(path, text));
    }
    let declared = declared::read(root)?;
    findings.extend(porches::check(&declared.crates, &files));
    findings.extend(edges::check(&declared));
    findings.extend(walls::check(&declared));
    findings.extend(banned::check(&banned::built(root)?));
    findings.sort_by(|a, b| (&a.path, a.line).cmp(&(&b.path, b.line)));
    Ok(findings)
}

#[cfg(test)]
mod tests {
    use super::{Finding, command, findings};

    #[test]
    fn the_house_is_tidy() {
        let findings = findings(&command::root()).unwrap();
        let lines = findings.iter().map(ToString::to_string).collect::<Vec<_>>();
        assert!(lines.is_empty(), "{} found:\n{}", lines.len(), lines.join("\n"));
    }

    #[test]
    fn a_finding_says_where_what_and_what_to_do() {
        let finding = Finding::new("a/b.rs", 3, "too long", "Split it");
        assert_eq!(finding.to_string(), "a/b.rs:3: too long. Split it.");
    }
}
