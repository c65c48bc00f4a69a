//! The files of the project.

use std::{collections::BTreeMap, path::Path};

use anyhow::{Context as _, Result};

use crate::command::{at_root, output};

/// Every text file that git keeps or would keep, by its path from the root.
pub(super) fn texts(root: &Path) -> Result<BTreeMap<String, String>> {
    let mut git = at_root("git");
    git.args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
    let list = output(git.current_dir(root)).context("the list of files comes from git")?;
    let mut texts = BTreeMap::new();
    for path in list.split('\0').filter(|path| !path.is_empty()) {
        // A file that is gone, or no text, has nothing to check.
        if let Ok(text) = std::fs::read_to_string(root.join(path)) {
            texts.insert(path.to_owned(), text);
        }
    }
    Ok(texts)
}
