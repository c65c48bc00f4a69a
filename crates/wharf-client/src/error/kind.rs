//! What went wrong.

use std::fmt;

use bytes::Bytes;
use wharf_model::{error::GraphError, message::Violation};

use super::masked;

/// What went wrong with a call. Its `Debug` shows no phone number that the platform quotes, and
/// it keeps no credential of the call.
#[non_exhaustive]
pub enum Kind {
    /// The platform refused, and said why.
    Refused(Box<GraphError>),
    /// There was no connection: not one byte of the request left (DNS, TCP, TLS, proxy).
    NotSent {
        /// Where to, without the path.
        host: String,
    },
    /// The request left, and no whole answer came back: a timeout, or the connection was cut.
    Unanswered {
        /// Where to, without the path.
        host: String,
        /// Whether it was our own patience that ended.
        timeout: bool,
    },
    /// A whole answer came that cannot be read.
    Unreadable {
        /// Its HTTP status.
        status: u16,
        /// Its first 4 KiB, without credentials. May hold personal data: not for logs.
        body: Excerpt,
    },
    /// A message or a template breaks documented limits: all of those, found before anything was sent.
    Invalid(Vec<Violation>),
    /// An argument cannot be used.
    Argument {
        /// What is wrong with it, and what is needed.
        what: String,
    },
    /// The client is not set up for this.
    Setup {
        /// What is missing or wrong, and how to get it.
        what: String,
    },
    /// The platform answered `success: false` and no reason.
    Undone,
    /// What was downloaded is not what the platform announced.
    Corrupt {
        /// What differs.
        what: String,
    },
    /// A URL leads away from the platform.
    Foreign {
        /// Where to.
        host: String,
    },
    /// The file is no longer there, although its URL was asked for again.
    Gone,
}

/// The beginning of a body, at most 4 KiB. Its `Debug` shows the length only.
#[derive(Clone, PartialEq, Eq)]
pub struct Excerpt(pub Bytes);

impl fmt::Debug for Excerpt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Excerpt({} bytes)", self.0.len())
    }
}

/// Bytes of an unreadable answer that are kept.
const EXCERPT_BYTES_MAX: usize = 4 * 1024;

impl Excerpt {
    pub(crate) fn of(body: &[u8]) -> Self {
        Self(Bytes::copy_from_slice(&body[..body.len().min(EXCERPT_BYTES_MAX)]))
    }
}

impl fmt::Debug for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(error) => write!(f, "Refused({})", masked(&error.to_string())),
            Self::NotSent { host } => write!(f, "NotSent({host})"),
            Self::Unanswered { host, timeout } => {
                write!(f, "Unanswered({host}, timeout: {timeout})")
            }
            Self::Unreadable { status, body } => write!(f, "Unreadable({status}, {body:?})"),
            Self::Invalid(violations) => f.debug_tuple("Invalid").field(violations).finish(),
            Self::Argument { what } => write!(f, "Argument({what})"),
            Self::Setup { what } => write!(f, "Setup({what})"),
            Self::Undone => f.write_str("Undone"),
            Self::Corrupt { what } => write!(f, "Corrupt({what})"),
            Self::Foreign { host } => write!(f, "Foreign({host})"),
            Self::Gone => f.write_str("Gone"),
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(error) => write!(f, "the platform refused: {error}"),
            Self::NotSent { host } => write!(f, "no connection to {host}"),
            Self::Unanswered { host, timeout: true } => {
                write!(f, "{host} took too long to answer")
            }
            Self::Unanswered { host, timeout: false } => {
                write!(f, "the connection to {host} was cut before the whole answer was there")
            }
            Self::Unreadable { status, .. } => {
                write!(f, "an answer with HTTP status {status} cannot be read")
            }
            Self::Invalid(violations) => {
                f.write_str("documented limits are broken: ")?;
                for (index, violation) in violations.iter().enumerate() {
                    let comma = if index == 0 { "" } else { ", " };
                    write!(f, "{comma}{violation}")?;
                }
                Ok(())
            }
            Self::Argument { what } | Self::Setup { what } => f.write_str(what),
            Self::Undone => f.write_str("the platform says that it was not done, and not why"),
            Self::Corrupt { what } => write!(f, "the file is not what was announced: {what}"),
            Self::Foreign { host } => write!(f, "the URL leads to {host}, away from the platform"),
            Self::Gone => f.write_str("the file is no longer there"),
        }
    }
}
