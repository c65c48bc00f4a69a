//! Opening the file and setting up its connections.

use std::{
    fs::File,
    path::{Path, PathBuf, absolute},
    sync::Arc,
    time::Duration,
};

use rusqlite::{Connection, OpenFlags};
use wharf_model::time::Clock;

use super::{
    SqliteStore,
    disk::refuse_remote,
    fault::store_error,
    lock::{Lock, private},
    migrate::migrate,
    readers::Readers,
    writer::Writer,
};
use crate::{ErrorKind, StoreError};

/// Older ones can corrupt the file when a checkpoint meets a commit.
const OLDEST_SQLITE: i32 = 3_051_003;
const BUSY: Duration = Duration::from_secs(5);
const STATEMENTS: usize = 128;
const KIB_OF_CACHE: i64 = 16_384;

/// Where the store is and how it is opened.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct SqliteOptions {
    /// The database file; made if it is absent. Its folder must exist. SQLite keeps `-wal` and
    /// `-shm` files beside it, and the lock file is `<path>.lock`.
    pub path: PathBuf,
    /// Connections that read at the same time; at least 1. Default 4.
    pub readers: usize,
    /// Verbs that may wait for the writer before further ones have to wait to be let in; at
    /// least 1. Default 1024.
    pub queue: usize,
    /// The database file's largest size in bytes, rounded down to whole pages of 4 KiB. Past it
    /// verbs fail with [`ErrorKind::Full`]. The WAL beside it is not counted. Default: no limit.
    pub bytes_max: Option<u64>,
    /// Whether a network file system or FUSE will do. Its WAL and locks may not hold: for tests of
    /// such a system only. Default: no.
    pub remote: bool,
}

impl SqliteOptions {
    /// This file, and all else as the defaults are.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into(), readers: 4, queue: 1024, bytes_max: None, remote: false }
    }

    /// Sets [`readers`](Self::readers).
    #[must_use]
    pub fn readers(mut self, readers: usize) -> Self {
        self.readers = readers;
        self
    }

    /// Sets [`queue`](Self::queue).
    #[must_use]
    pub fn queue(mut self, queue: usize) -> Self {
        self.queue = queue;
        self
    }

    /// Sets [`bytes_max`](Self::bytes_max).
    #[must_use]
    pub fn bytes_max(mut self, bytes: u64) -> Self {
        self.bytes_max = Some(bytes);
        self
    }

    /// Sets [`remote`](Self::remote).
    #[must_use]
    pub fn remote(mut self, allowed: bool) -> Self {
        self.remote = allowed;
        self
    }
}

impl SqliteStore {
    /// Opens the store in this file. Blocks for the time of a few disk writes, longer when a
    /// large WAL is to be recovered.
    ///
    /// # Errors
    /// [`ErrorKind::Unavailable`] when another process has it open, [`ErrorKind::Unusable`] when
    /// it is no store of ours, or of a newer version, or on a network file system, or cannot be
    /// opened at all.
    pub fn open(path: impl Into<PathBuf>, clock: Arc<dyn Clock>) -> Result<Self, StoreError> {
        Self::open_with(&SqliteOptions::new(path), clock)
    }

    /// [`open`](Self::open) with options.
    ///
    /// # Errors
    /// As of [`open`](Self::open).
    pub fn open_with(options: &SqliteOptions, clock: Arc<dyn Clock>) -> Result<Self, StoreError> {
        refuse_old(rusqlite::version_number())?;
        let path = absolute(&options.path).map_err(|error| unusable(&options.path, error))?;
        if let Some(folder) = path.parent().filter(|_| !options.remote) {
            refuse_remote(folder)?;
        }
        let lock = Arc::new(Lock::take(&path)?);
        drop(private(&path).map_err(|error| unusable(&path, error))?);

        let mut db = connect(&path).map_err(|error| unusable(&path, error))?;
        let applied = migrate(&mut db, clock.now())?;
        if applied > 0 {
            sync_folder(&path)?;
            tracing::info!(migrations = applied, "the store's schema was brought up to date");
        }
        if let Some(bytes) = options.bytes_max {
            limit(&db, bytes).map_err(store_error)?;
        }
        let readers = (0..options.readers.max(1))
            .map(|_| reading(&path))
            .collect::<rusqlite::Result<_>>()
            .map_err(store_error)?;
        let readers = Readers::new(readers, Arc::clone(&lock));
        let writer = Writer::start(db, options.queue.max(1), lock)?;
        Ok(Self { readers, writer, clock })
    }
}

fn refuse_old(version: i32) -> Result<(), StoreError> {
    if version >= OLDEST_SQLITE {
        return Ok(());
    }
    let text = format!(
        "SQLite {version} is older than {OLDEST_SQLITE} and can corrupt the file; \
         build with the bundled one"
    );
    Err(StoreError::new(ErrorKind::Unusable, text))
}

fn unusable(path: &Path, error: impl std::fmt::Display) -> StoreError {
    StoreError::new(ErrorKind::Unusable, format!("cannot open {}: {error}", path.display()))
}

fn connect(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = Connection::open_with_flags(path, flags)?;
    db.busy_timeout(BUSY)?;
    db.set_prepared_statement_cache_capacity(STATEMENTS);
    db.pragma_update(None, "trusted_schema", false)?;
    db.pragma_update(None, "mmap_size", 0)?;
    db.pragma_update(None, "temp_store", "memory")?;
    db.pragma_update(None, "cache_size", -KIB_OF_CACHE)?;
    db.pragma_update(None, "synchronous", "full")?;
    db.pragma_update(None, "wal_autocheckpoint", 0)?;
    Ok(db)
}

fn reading(path: &Path) -> rusqlite::Result<Connection> {
    let db = connect(path)?;
    db.pragma_update(None, "query_only", true)?;
    Ok(db)
}

fn limit(db: &Connection, bytes: u64) -> rusqlite::Result<()> {
    let page: i64 = db.pragma_query_value(None, "page_size", |row| row.get(0))?;
    let pages = i64::try_from(bytes).unwrap_or(i64::MAX) / page.max(1);
    // It answers with the limit it took.
    db.pragma_update_and_check(None, "max_page_count", pages.max(1), |_| Ok(()))
}

/// Makes the name of a new file durable; the file's own syncs do not.
fn sync_folder(path: &Path) -> Result<(), StoreError> {
    let Some(folder) = path.parent() else { return Ok(()) };
    File::open(folder).and_then(|folder| folder.sync_all()).map_err(|error| unusable(path, error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sqlite_that_can_corrupt_the_file_is_refused() {
        assert_eq!(refuse_old(3_051_002).unwrap_err().kind(), ErrorKind::Unusable);
        refuse_old(3_051_003).unwrap();
        refuse_old(rusqlite::version_number()).unwrap();
    }
}
