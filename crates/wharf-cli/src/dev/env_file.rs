//! Writing the environment to a file, and nobody else's file.

use std::{
    fs::{self, OpenOptions},
    io::{ErrorKind, Write as _},
    os::unix::fs::OpenOptionsExt as _,
    path::Path,
};

use crate::exit::Failure;

/// The first line of a file that we may write again.
const MARK: &str = "# Written by `wharf dev --env-file`.";

/// Whether the file may be written: it is not there, or it is ours.
pub(super) fn may_write(path: &Path) -> Result<(), Failure> {
    match fs::read_to_string(path) {
        Ok(text) if text.starts_with(MARK) => Ok(()),
        Ok(_) => Err(Failure::usage(format!(
            "--env-file: {} is there and was not written by `wharf dev`; name another file, or move it away",
            path.display()
        ))),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        Err(error) => Err(Failure::usage(format!("--env-file: {}: {error}", path.display()))),
    }
}

pub(super) fn write(path: &Path, environment: &[(&str, String)]) -> Result<(), Failure> {
    let lines: Vec<_> = environment.iter().map(|(name, value)| format!("{name}={value}")).collect();
    let text = format!("{MARK}\n{}\n", lines.join("\n"));
    // Tokens are for whoever runs this, and for nobody else.
    let file = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(path);
    file.and_then(|mut file| file.write_all(text.as_bytes()))
        .map_err(|error| Failure::failed(format!("--env-file: {}: {error}", path.display())))
}
