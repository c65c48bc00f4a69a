//! A browser without a window, and the program that steers it.

use std::{env, path::PathBuf};

use anyhow::{Context as _, Result};

use super::Piece;
use crate::tool;

/// The variable, the program, and Debian's package with it.
const PIECES: [(&str, &str, &str); 2] = [
    ("WHARF_TEST_CHROMIUM", "chromium", "chromium"),
    ("WHARF_TEST_CHROMEDRIVER", "chromedriver", "chromium-driver"),
];

/// Finds both; installs them when one is missing and we may.
pub(super) fn prepare() -> Vec<Piece> {
    let absent = PIECES.iter().any(|(variable, program, _)| place(variable, program).is_none());
    let installed = if absent { install() } else { Ok(()) };
    let found = PIECES.map(|(variable, program, package)| {
        let place = place(variable, program).with_context(|| {
            let why = installed.as_ref().err().map(|why| format!(" ({why:#})")).unwrap_or_default();
            format!("{program} is missing; it comes with Debian's {package}{why}")
        });
        (variable, place)
    });
    found.into()
}

fn place(variable: &str, program: &str) -> Option<PathBuf> {
    env::var_os(variable).map(PathBuf::from).or_else(|| tool::find(program))
}

fn install() -> Result<()> {
    tool::install(&PIECES.map(|(_, _, package)| package))
}
