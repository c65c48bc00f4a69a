//! What commands are given to read.

use std::{io::Read as _, path::Path};

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
