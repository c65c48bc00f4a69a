//! The connections that read.

use std::{
    fmt,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use rusqlite::Connection;
use tokio::{sync::Semaphore, task::spawn_blocking};

use super::{
    fault::{Fault, store_error},
    lock::Lock,
};
use crate::{ErrorKind, StoreError};

/// A read is cut after this: as long as it runs, the WAL cannot start over.
const LONGEST: Duration = Duration::from_secs(2);
/// The clock is looked at once in so many steps of SQLite's machine.
const STEPS: i32 = 4096;

/// A few connections, each used by one verb at a time.
pub(super) struct Readers {
    free: Arc<Free>,
    permits: Arc<Semaphore>,
    all: u32,
}

/// Connections nobody uses now, and the file lock that must outlive them.
struct Free {
    connections: Mutex<Vec<Connection>>,
    lock: Mutex<Option<Arc<Lock>>>,
}

impl Readers {
    pub(super) fn new(connections: Vec<Connection>, lock: Arc<Lock>) -> Self {
        let all = connections.len();
        Self {
            free: Arc::new(Free {
                connections: Mutex::new(connections),
                lock: Mutex::new(Some(lock)),
            }),
            permits: Arc::new(Semaphore::new(all)),
            all: u32::try_from(all).unwrap_or(u32::MAX),
        }
    }

    /// Waits for a free connection and reads with it on a thread that may block.
    pub(super) async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Connection) -> rusqlite::Result<T> + Send + 'static,
    ) -> Result<T, StoreError> {
        let permits = Arc::clone(&self.permits);
        let permit = permits.acquire_owned().await.map_err(|_| Fault::closed())?;
        let free = Arc::clone(&self.free);
        let read = spawn_blocking(move || {
            // Given back by this thread, so that a caller who goes away costs no connection.
            let permit = permit;
            let mut db = free.take().ok_or_else(Fault::closed)?;
            let made = within(LONGEST, &mut db, work);
            free.give(db);
            drop(permit);
            made.map_err(store_error)
        });
        read.await.unwrap_or_else(|error| Err(StoreError::new(ErrorKind::Unavailable, error)))
    }

    /// Waits for the reads under way, then closes all.
    pub(super) async fn close(&self) {
        if let Ok(permits) = self.permits.acquire_many(self.all).await {
            permits.forget();
        }
        self.permits.close();
        self.free.clear();
    }
}

impl Free {
    fn take(&self) -> Option<Connection> {
        lock(&self.connections).pop()
    }

    fn give(&self, db: Connection) {
        lock(&self.connections).push(db);
    }

    fn clear(&self) {
        lock(&self.connections).clear();
        lock(&self.lock).take();
    }
}

impl fmt::Debug for Readers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Readers").field("all", &self.all).finish_non_exhaustive()
    }
}

fn within<T>(
    longest: Duration,
    db: &mut Connection,
    work: impl FnOnce(&Connection) -> rusqlite::Result<T>,
) -> rusqlite::Result<T> {
    let begun = Instant::now();
    db.progress_handler(STEPS, Some(move || begun.elapsed() > longest))?;
    let made = work(db);
    db.progress_handler(0, None::<fn() -> bool>)?;
    made
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    // Nothing panics while it holds one of these.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_read_without_end_is_cut_and_the_next_one_is_not() {
        let mut db = Connection::open_in_memory().unwrap();
        let endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
                       SELECT count(*) FROM n";
        let count = |sql: &'static str| {
            move |db: &Connection| db.query_row(sql, [], |row| row.get::<_, i64>(0))
        };
        let cut = within(Duration::ZERO, &mut db, count(endless)).unwrap_err();
        assert_eq!(store_error(cut).kind(), ErrorKind::Unavailable);
        assert_eq!(within(LONGEST, &mut db, count("SELECT 1")).unwrap(), 1);
    }
}
