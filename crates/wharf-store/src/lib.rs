#![doc = include_str!("../README.md")]

#[cfg(feature = "conformance")]
pub mod conformance;
pub mod directory;
mod error;
pub mod inbox;
pub mod journal;
pub mod ledger;
pub mod ops;
pub mod outbox;
#[cfg(feature = "sqlite")]
pub mod sqlite;

pub use error::{ErrorKind, StoreError};

/// All the verbs.
pub trait Store:
    journal::Journal + inbox::Inbox + outbox::Outbox + directory::Directory + ops::Ops
{
}

impl<T> Store for T where
    T: journal::Journal + inbox::Inbox + outbox::Outbox + directory::Directory + ops::Ops
{
}
