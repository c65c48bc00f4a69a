//! How a store fails.

use std::{error, fmt};

/// A verb did not commit. Says nothing of how rows are kept.
#[derive(Debug)]
pub struct StoreError {
    kind: ErrorKind,
    source: Option<Box<dyn error::Error + Send + Sync>>,
}

/// How a store failed, and so what the caller should do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// There is no room: answer 503 or 507, and try again when some was made.
    Full,
    /// Busy or away for now: try again.
    Unavailable,
    /// The device failed under a commit: what is durable is no longer known. Stop and restart.
    Broken,
    /// The file or its version is not one this program can use.
    Unusable,
}

impl StoreError {
    /// An error of this kind, with its cause.
    pub fn new(kind: ErrorKind, source: impl Into<Box<dyn error::Error + Send + Sync>>) -> Self {
        Self { kind, source: Some(source.into()) }
    }

    /// How it failed.
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.kind {
            ErrorKind::Full => "the store is full",
            ErrorKind::Unavailable => "the store cannot be reached",
            ErrorKind::Broken => "the store's device failed",
            ErrorKind::Unusable => "the store cannot be used",
        })?;
        self.source.as_ref().map_or(Ok(()), |source| write!(f, ": {source}"))
    }
}

impl error::Error for StoreError {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}
