//! A Python with the libraries that the guide uses and those that are tried against the emulator, in a folder
//! of its own.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result};

use super::Piece;
use crate::{
    command::{at_root, run, succeeds},
    tool,
};

/// The guide's own; then what others wrote, at the versions that the tests know the faults of.
const LIBRARIES: &[&str] =
    &["requests", "python-dotenv", "fastapi", "uvicorn", "pywa==4.5.0", "schemathesis==4.32.5"];

/// Written last: a folder with it is complete, for this list.
const MARK: &str = "made-for";

/// Makes the environment once; it is made anew when the list changes.
pub(super) fn prepare(target: &Path) -> Piece {
    let variable = "WHARF_TEST_PYTHON";
    let place = env::var_os(variable).map(PathBuf::from);
    (variable, place.map_or_else(|| made(&target.join("xtask/python")), Ok))
}

/// The same one, for what else needs it.
pub(crate) fn place() -> Result<PathBuf> {
    prepare(&crate::command::root().join("target")).1
}

fn made(folder: &Path) -> Result<PathBuf> {
    let python = folder.join("bin/python3");
    let list = LIBRARIES.join("\n");
    let made_for = fs::read_to_string(folder.join(MARK)).unwrap_or_default();
    if made_for == list && succeeds(at_root(&python).arg("--version")) {
        return Ok(python);
    }
    let maker = maker()?;
    run(at_root(maker).args(["-m", "venv", "--clear"]).arg(folder))
        .context("cannot make a virtual environment")?;
    run(at_root(&python).args(["-m", "pip", "install", "--quiet"]).args(LIBRARIES))
        .with_context(|| format!("pip cannot install {}", LIBRARIES.join(", ")))?;
    fs::write(folder.join(MARK), list)?;
    Ok(python)
}

/// A Python that can make an environment.
fn maker() -> Result<PathBuf> {
    let able = || {
        let python = tool::find("python3")?;
        succeeds(at_root(&python).args(["-c", "import venv, ensurepip"])).then_some(python)
    };
    if let Some(python) = able() {
        return Ok(python);
    }
    let missing = "python3 with venv and pip is missing; it comes with Debian's python3-venv";
    tool::install(&["python3", "python3-venv", "python3-pip"]).context(missing)?;
    able().context(missing)
}
