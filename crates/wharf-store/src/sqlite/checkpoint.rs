//! When the WAL is carried over into the database file.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use rusqlite::{Connection, MAIN_DB, hooks::Wal, wal::CheckpointMode};

/// Written to the WAL since the last checkpoint, in bytes, when the next one is due.
const EVERY: i64 = 16 << 20;
/// Size of the WAL, in bytes, at which it is emptied even if that means waiting for readers.
pub(super) const WAL_MOST: i64 = 64 << 20;

/// Knows how long the WAL is, and checkpoints on the connection that writes. No other does: the
/// writer is the only one to pay, and nothing checkpoints under a commit.
#[derive(Debug)]
pub(super) struct Checkpointer {
    /// Frames in the WAL after the last commit.
    frames: Arc<AtomicI64>,
    page: i64,
    /// Bytes in the WAL when it was last checkpointed.
    done: i64,
}

impl Checkpointer {
    pub(super) fn new(db: &mut Connection) -> rusqlite::Result<Self> {
        let page = db.pragma_query_value(None, "page_size", |row| row.get(0))?;
        let frames = Arc::new(AtomicI64::new(0));
        let seen = Arc::clone(&frames);
        db.wal_hook(Some(move |_: &mut Wal, pages| {
            seen.store(i64::from(pages), Ordering::Relaxed);
            Ok(())
        }))?;
        Ok(Self { frames, page, done: 0 })
    }

    /// To be called after each commit.
    pub(super) fn after_commit(&mut self, db: &Connection) {
        let bytes = self.frames.load(Ordering::Relaxed) * self.page;
        if bytes < self.done {
            // SQLite began it anew.
            self.done = 0;
        }
        if bytes - self.done < EVERY {
            return;
        }
        let mode =
            if bytes >= WAL_MOST { CheckpointMode::TRUNCATE } else { CheckpointMode::PASSIVE };
        self.done = bytes;
        run(db, mode);
    }

    /// Empties the WAL for good.
    pub(super) fn at_close(db: &Connection) {
        run(db, CheckpointMode::TRUNCATE);
    }
}

/// A checkpoint that fails loses nothing: the WAL is still there, and the next one tries again.
fn run(db: &Connection, mode: CheckpointMode) {
    if let Err(error) = db.wal_checkpoint_v2(Some(MAIN_DB), mode) {
        tracing::warn!(%error, "a checkpoint of the store failed; it will be tried again");
    }
}
