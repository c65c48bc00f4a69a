//! The SQLite engine: the suite, and what is its own.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use async_trait::async_trait;
use tempfile::TempDir;
use wharf_model::time::{SystemClock, Timestamp};
use wharf_store::{
    ErrorKind, Store, StoreError,
    conformance::Site,
    journal::Journal,
    ops::Ops,
    sqlite::{SqliteOptions, SqliteStore},
};

struct Folder(TempDir);

impl Folder {
    fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    fn file(&self) -> PathBuf {
        self.0.path().join("wharf.db")
    }
}

#[async_trait]
impl Site for Folder {
    async fn open(&self) -> Result<Arc<dyn Store>, StoreError> {
        Ok(Arc::new(open(&self.file())?))
    }
}

fn open(path: &Path) -> Result<SqliteStore, StoreError> {
    SqliteStore::open(path, Arc::new(SystemClock))
}

wharf_store::conformance_suite!(Folder::new());

#[tokio::test]
async fn every_commit_is_synced_by_a_sqlite_without_the_reset_bug() {
    let folder = Folder::new();
    let engine = open(&folder.file()).unwrap().engine().await.unwrap();
    assert!(engine.version_number >= 3_051_003, "{}", engine.version);
    assert_eq!(engine.journal_mode, "wal");
    assert_eq!(engine.synchronous, 2, "FULL");
}

#[tokio::test]
async fn two_cannot_open_one_file_and_the_second_is_told_which() {
    let folder = Folder::new();
    let first = open(&folder.file()).unwrap();
    let second = open(&folder.file()).unwrap_err();
    assert_eq!(second.kind(), ErrorKind::Unavailable);
    assert!(second.to_string().contains("wharf.db.lock"), "{second}");
    drop(first);
    open(&folder.file()).unwrap();
}

#[tokio::test]
async fn a_file_of_another_program_is_refused() {
    let folder = Folder::new();
    rusqlite::Connection::open(folder.file())
        .unwrap()
        .execute_batch("CREATE TABLE theirs (a INTEGER)")
        .unwrap();
    assert_eq!(open(&folder.file()).unwrap_err().kind(), ErrorKind::Unusable);
    std::fs::write(folder.file(), "no database at all, but long enough to have a header".repeat(9))
        .unwrap();
    assert_eq!(open(&folder.file()).unwrap_err().kind(), ErrorKind::Unusable);
}

#[tokio::test]
async fn a_file_of_a_newer_version_is_refused_and_says_so() {
    let folder = Folder::new();
    drop(open(&folder.file()).unwrap());
    rusqlite::Connection::open(folder.file())
        .unwrap()
        .execute_batch("INSERT INTO migration VALUES (999, x'00', 0)")
        .unwrap();
    let refused = open(&folder.file()).unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::Unusable);
    assert!(refused.to_string().contains("schema 999"), "{refused}");
}

#[cfg(unix)]
#[tokio::test]
async fn nobody_else_may_read_the_file() {
    use std::os::unix::fs::PermissionsExt;

    let folder = Folder::new();
    let store = open(&folder.file()).unwrap();
    store.check().await.unwrap();
    for name in ["wharf.db", "wharf.db-wal"] {
        let mode = folder.0.path().join(name).metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{name}");
    }
}

#[tokio::test]
async fn the_wal_is_used_again_instead_of_growing() {
    const BODY: usize = 1 << 20;
    let folder = Folder::new();
    let store = open(&folder.file()).unwrap();
    for _ in 0..96 {
        store.journal(vec![b'x'; BODY], Timestamp::from_secs(1)).await.unwrap();
    }
    let wal = folder.0.path().join("wharf.db-wal");
    let length = wal.metadata().unwrap().len();
    assert!(length < 40 << 20, "the WAL has {length} bytes after 96 MiB of bodies");
    store.close().await.unwrap();
    assert!(!wal.exists() || wal.metadata().unwrap().len() == 0);
}

#[tokio::test]
async fn a_caller_who_goes_away_holds_nobody_up() {
    let folder = Folder::new();
    let options = SqliteOptions::new(folder.file()).readers(1).queue(1);
    let store = SqliteStore::open_with(&options, Arc::new(SystemClock)).unwrap();
    for _ in 0..50 {
        // Polled once, then dropped.
        tokio::select! {
            biased;
            _ = store.counts() => {}
            _ = store.journal(b"{}".to_vec(), Timestamp::from_secs(1)) => {}
            () = std::future::ready(()) => {}
        }
    }
    let last = store.journal(b"last".to_vec(), Timestamp::from_secs(1)).await.unwrap();
    assert_eq!(store.unindexed(100).await.unwrap().last().map(|found| found.id), Some(last));
}
