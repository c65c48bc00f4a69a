//! Node with the packages that are tried against the emulator, in a folder of their own.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result};

use super::Piece;
use crate::{
    command::{at_root, run},
    tool,
};

/// What others wrote, at the versions that the tests know the faults of.
const PACKAGES: &[&str] = &["@kapso/whatsapp-cloud-api@0.3.0", "whatsapp-api-js@6.3.0"];

/// Written last: a folder with it is complete, for this list.
const MARK: &str = "made-for";

/// Finds Node, or installs it when it is missing and we may; fills the folder once, and anew when the list
/// changes.
pub(super) fn prepare(target: &Path) -> Vec<Piece> {
    let given = |variable: &str| env::var_os(variable).map(PathBuf::from);
    let (node, folder) = ("WHARF_TEST_NODE", "WHARF_TEST_NODE_FOLDER");
    vec![
        (node, given(node).map_or_else(|| program("node", "nodejs"), Ok)),
        (folder, given(folder).map_or_else(|| filled(&target.join("xtask/node")), Ok)),
    ]
}

/// A program, and Debian's package with it.
fn program(name: &str, package: &str) -> Result<PathBuf> {
    if let Some(place) = tool::find(name) {
        return Ok(place);
    }
    let missing = || format!("{name} is missing; it comes with Debian's {package}");
    tool::install(&[package]).with_context(missing)?;
    tool::find(name).with_context(missing)
}

fn filled(folder: &Path) -> Result<PathBuf> {
    let list = PACKAGES.join("\n");
    let made_for = fs::read_to_string(folder.join(MARK)).unwrap_or_default();
    if made_for == list {
        return Ok(folder.to_owned());
    }
    program("node", "nodejs")?;
    let npm = program("npm", "npm")?;
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    let words = ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"];
    run(at_root(&npm).args(words).arg("--prefix").arg(folder).args(PACKAGES))
        .with_context(|| format!("npm cannot install {}", PACKAGES.join(", ")))?;
    fs::write(folder.join(MARK), list)?;
    Ok(folder.to_owned())
}
