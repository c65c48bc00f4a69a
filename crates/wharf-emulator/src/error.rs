//! How an emulator fails its caller.

use std::{error, fmt, net::SocketAddr};

/// The emulator could not do it.
#[derive(Debug)]
pub struct Error {
    kind: ErrorKind,
    source: Option<Box<dyn error::Error + Send + Sync>>,
}

/// What could not be done.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The address cannot be listened on: most often something else has the port.
    Listen(SocketAddr),
    /// The webhook's URL is not one that the emulator can call.
    Url(String),
    /// The webhook did not answer the handshake as it must: status 200, and the challenge as the body.
    Handshake(String),
    /// Somebody cannot write this, and why.
    Writing(String),
    /// The bytes are no snapshot of a world that this version can read, and why.
    Snapshot(String),
}

impl Error {
    pub(crate) fn new(kind: ErrorKind) -> Self {
        Self { kind, source: None }
    }

    pub(crate) fn because(
        kind: ErrorKind,
        source: impl Into<Box<dyn error::Error + Send + Sync>>,
    ) -> Self {
        Self { kind, source: Some(source.into()) }
    }

    /// What could not be done.
    pub fn kind(&self) -> &ErrorKind {
        &self.kind
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            ErrorKind::Listen(address) => write!(f, "cannot listen on {address}")?,
            ErrorKind::Handshake(what) => write!(f, "the webhook's handshake failed: {what}")?,
            ErrorKind::Url(what) | ErrorKind::Writing(what) | ErrorKind::Snapshot(what) => {
                f.write_str(what)?;
            }
        }
        self.source.as_ref().map_or(Ok(()), |source| write!(f, ": {source}"))
    }
}

impl error::Error for Error {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}
