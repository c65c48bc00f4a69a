//! Looking after the file.

use async_trait::async_trait;
use rusqlite::Connection;

use super::{SqliteStore, row, row::all};
use crate::{
    StoreError,
    ops::{Counts, Ops},
};

/// How the file is really being written.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Engine {
    /// SQLite's version, such as `3.54.1`.
    pub version: String,
    /// The same as a number, such as `3_054_001`.
    pub version_number: i32,
    /// The journal mode of the writing connection; `wal`.
    pub journal_mode: String,
    /// How the writing connection syncs; 2 is `FULL`, one sync per commit.
    pub synchronous: i64,
}

impl SqliteStore {
    /// Asks the writing connection how it is set up.
    ///
    /// # Errors
    /// As any verb.
    pub async fn engine(&self) -> Result<Engine, StoreError> {
        self.write(|db| {
            Ok(Engine {
                version: rusqlite::version().to_owned(),
                version_number: rusqlite::version_number(),
                journal_mode: db.pragma_query_value(None, "journal_mode", |row| row.get(0))?,
                synchronous: db.pragma_query_value(None, "synchronous", |row| row.get(0))?,
            })
        })
        .await
    }
}

#[async_trait]
impl Ops for SqliteStore {
    async fn counts(&self) -> Result<Counts, StoreError> {
        self.read(counts).await
    }

    async fn check(&self) -> Result<(), StoreError> {
        let now = self.clock.now().as_micros();
        self.write(move |db| {
            db.prepare_cached(
                "INSERT INTO health (one, checked_at) VALUES (1, ?1)
                 ON CONFLICT (one) DO UPDATE SET checked_at = excluded.checked_at",
            )?
            .execute([now])
        })
        .await?;
        self.read(|db| number(db, "SELECT checked_at FROM health")).await.map(drop)
    }

    async fn close(&self) -> Result<(), StoreError> {
        self.readers.close().await;
        self.writer.close().await
    }
}

/// Every number is read off the end of a table, a small index or the tally: no table is walked.
fn counts(db: &Connection) -> rusqlite::Result<Counts> {
    // One statement sees one moment.
    let sql = "
        SELECT (SELECT coalesce(max(id), 0) FROM arrival),
               (SELECT coalesce(min(id), 1) FROM arrival),
               (SELECT upto FROM indexed),
               (SELECT count(*) FROM indexed_ahead),
               (SELECT coalesce(max(id), 0) FROM event),
               (SELECT coalesce(min(id), 1) FROM event),
               (SELECT count(*) FROM event WHERE unread IS NOT NULL),
               (SELECT count(*) FROM dead_letter),
               (SELECT count(*) FROM parked WHERE retry_at IS NOT NULL)";
    let mut counts = db.prepare_cached(sql)?.query_row([], |row| {
        let (newest, oldest): (i64, i64) = (row.get(0)?, row.get(1)?);
        let (upto, ahead): (i64, i64) = (row.get(2)?, row.get(3)?);
        let (last, first): (i64, i64) = (row.get(4)?, row.get(5)?);
        Ok(Counts {
            arrivals: whole(newest - oldest + 1),
            unindexed: whole(newest - upto.max(oldest - 1) - ahead),
            events: whole(last - first + 1),
            unread: whole(row.get(6)?),
            dead_letters: whole(row.get(7)?),
            parked: whole(row.get(8)?),
            sends: Vec::new(),
        })
    })?;
    counts.sends = all(db, "SELECT state, sends FROM tally WHERE sends > 0", [], |row| {
        Ok((row::state(row, 0)?, whole(row.get(1)?)))
    })?;
    counts.sends.sort_unstable();
    Ok(counts)
}

fn number(db: &Connection, sql: &str) -> rusqlite::Result<i64> {
    db.prepare_cached(sql)?.query_row([], |row| row.get(0))
}

fn whole(count: i64) -> u64 {
    u64::try_from(count).unwrap_or(0)
}
