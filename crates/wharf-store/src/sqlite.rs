//! One file, one process: [`SqliteStore`].
//!
//! One thread writes and commits for everybody who waits (group commit); a few connections read.
//! A verb whose future is dropped may still commit.

use std::{fmt, sync::Arc};

use rusqlite::Connection;
use wharf_model::time::Clock;

use crate::StoreError;

mod checkpoint;
mod directory;
mod disk;
mod evidence;
mod fault;
mod inbox;
mod index;
mod journal;
mod lock;
mod migrate;
mod open;
mod ops;
mod outbox;
mod parked;
mod readers;
mod row;
mod settle;
mod writer;

pub use open::SqliteOptions;
pub use ops::Engine;

/// A store in one SQLite file, which this process alone may have open.
///
/// Dropping it commits what waits and blocks until that is done;
/// [`Ops::close`](crate::ops::Ops::close) does the same without blocking.
pub struct SqliteStore {
    // Dropped in this order: the writer's connection is the last to close.
    readers: readers::Readers,
    writer: writer::Writer,
    clock: Arc<dyn Clock>,
}

impl SqliteStore {
    /// Reads with one of the reading connections.
    async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Connection) -> rusqlite::Result<T> + Send + 'static,
    ) -> Result<T, StoreError> {
        self.readers.run(work).await
    }

    /// Does this work in a savepoint of the next commit, and returns after the commit.
    async fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Connection) -> rusqlite::Result<T> + Send + 'static,
    ) -> Result<T, StoreError> {
        self.writer.run(writer::Guard::Savepoint, work).await
    }
}

impl fmt::Debug for SqliteStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SqliteStore").finish_non_exhaustive()
    }
}
