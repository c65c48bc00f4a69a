//! What commands are given to read.

use std::{
    io::{IsTerminal as _, Read as _, Write as _},
    path::Path,
};

use crate::exit::Failure;

/// The bytes of a file; of stdin when it is `-`.
pub(crate) fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let outcome = if path == Path::new("-") {
        std::io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        std::fs::read(path)
    };
    outcome
        .map_err(|source| Failure::failed(format!("{}: cannot be read: {source}", path.display())))
}

/// A secret that was given, or a line of stdin: no process list shows that. A person at a terminal is told what is
/// wanted.
pub(crate) fn secret(given: Option<String>, wanted: &str) -> Result<String, Failure> {
    if let Some(given) = given {
        return Ok(given.trim().to_owned());
    }
    if std::io::stdin().is_terminal() {
        // Whoever cannot read this is not at a terminal.
        let _unheard = write!(std::io::stderr(), "{wanted}: ");
    }
    let mut line = String::new();
    std::io::stdin().read_line(&mut line)?;
    Ok(line.trim().to_owned())
}
