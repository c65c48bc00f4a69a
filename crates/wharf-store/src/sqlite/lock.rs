//! One process at a time: a locked file beside the database.

use std::{
    fs::{File, OpenOptions, TryLockError},
    io,
    path::{Path, PathBuf},
};

use crate::{ErrorKind, StoreError};

/// Held as long as any connection of ours may be open. The system frees it when a process dies.
#[derive(Debug)]
pub(super) struct Lock {
    _file: File,
}

impl Lock {
    pub(super) fn take(database: &Path) -> Result<Self, StoreError> {
        let mut name = database.as_os_str().to_owned();
        name.push(".lock");
        let path = PathBuf::from(name);
        let unusable = |error: io::Error| {
            let text = format!("cannot lock {}: {error}", path.display());
            StoreError::new(ErrorKind::Unusable, text)
        };
        let file = private(&path).map_err(unusable)?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => Err(StoreError::new(
                ErrorKind::Unavailable,
                format!(
                    "another process has it open ({} is locked); stop that one first",
                    path.display()
                ),
            )),
            Err(TryLockError::Error(error)) => Err(unusable(error)),
        }
    }
}

/// Opens a file, made if need be, that only its owner may read: it holds people's messages.
pub(super) fn private(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}
