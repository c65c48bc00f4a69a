//! What SQLite's errors mean to a caller.

use std::sync::Arc;

use rusqlite::{Error, ErrorCode, ffi};

use crate::{ErrorKind, StoreError};

/// A failure that several jobs share.
#[derive(Clone, Debug)]
pub(super) struct Fault {
    pub(super) kind: ErrorKind,
    text: Arc<str>,
}

impl Fault {
    pub(super) fn new(kind: ErrorKind, text: impl Into<Arc<str>>) -> Self {
        Self { kind, text: text.into() }
    }

    pub(super) fn closed() -> Self {
        Self::new(ErrorKind::Unavailable, "it was closed; open it again")
    }
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        Self::new(kind(&error), error.to_string())
    }
}

impl From<Fault> for StoreError {
    fn from(fault: Fault) -> Self {
        Self::new(fault.kind, fault.text.as_ref())
    }
}

/// For `map_err`.
pub(super) fn store_error(error: Error) -> StoreError {
    StoreError::new(kind(&error), error)
}

fn kind(error: &Error) -> ErrorKind {
    // The shared-memory index of the WAL holds nothing durable: failing to grow it is a full
    // disk, not a broken one.
    const NO_ROOM_FOR_SHM: i32 = ffi::SQLITE_IOERR_SHMSIZE;
    let Some(cause) = error.sqlite_error() else { return ErrorKind::Unusable };
    match cause.code {
        ErrorCode::DiskFull => ErrorKind::Full,
        ErrorCode::SystemIoFailure if cause.extended_code == NO_ROOM_FOR_SHM => ErrorKind::Full,
        ErrorCode::SystemIoFailure | ErrorCode::DatabaseCorrupt => ErrorKind::Broken,
        ErrorCode::DatabaseBusy
        | ErrorCode::DatabaseLocked
        | ErrorCode::OperationInterrupted
        | ErrorCode::OutOfMemory => ErrorKind::Unavailable,
        _ => ErrorKind::Unusable,
    }
}
