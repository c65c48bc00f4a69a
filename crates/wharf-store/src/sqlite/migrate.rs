//! Bringing the schema up to date: forward only, each step in one transaction.

use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};
use sha2::{Digest, Sha256};
use wharf_model::time::Timestamp;

use super::fault::store_error;
use crate::{ErrorKind, StoreError};

struct Migration {
    version: i64,
    sql: &'static str,
}

/// In order. One that was released is never edited: its checksum is in every file.
const MIGRATIONS: &[Migration] = &[
    Migration { version: 1, sql: include_str!("../../migrations/sqlite/0001_first.sql") },
    Migration { version: 2, sql: include_str!("../../migrations/sqlite/0002_parked.sql") },
];

/// Marks the file as ours ("WHRF").
const APPLICATION_ID: i64 = 0x5748_5246;

/// Sets the journal mode, applies what is missing, and gives the number of migrations applied.
pub(super) fn migrate(db: &mut Connection, now: Timestamp) -> Result<usize, StoreError> {
    check_owner(db)?;
    let mode: String = db
        .pragma_update_and_check(None, "journal_mode", "wal", |row| row.get(0))
        .map_err(store_error)?;
    if mode != "wal" {
        return Err(unusable("this file system cannot do SQLite's WAL; use a local disk"));
    }
    db.pragma_update_and_check(None, "journal_size_limit", super::checkpoint::WAL_MOST, |_| Ok(()))
        .map_err(store_error)?;
    apply(db, MIGRATIONS, now)
}

fn apply(
    db: &mut Connection,
    migrations: &[Migration],
    now: Timestamp,
) -> Result<usize, StoreError> {
    let step = db.transaction_with_behavior(TransactionBehavior::Immediate).map_err(store_error)?;
    step.pragma_update(None, "application_id", APPLICATION_ID).map_err(store_error)?;
    step.execute_batch(
        "CREATE TABLE IF NOT EXISTS migration (
             version    INTEGER PRIMARY KEY,
             checksum   BLOB    NOT NULL,
             applied_at INTEGER NOT NULL
         ) STRICT",
    )
    .map_err(store_error)?;
    refuse_newer(&step, migrations)?;
    let mut applied = 0;
    for migration in migrations {
        if is_applied(&step, migration)? {
            continue;
        }
        step.execute_batch(migration.sql).map_err(store_error)?;
        step.execute(
            "INSERT INTO migration (version, checksum, applied_at) VALUES (?1, ?2, ?3)",
            params![migration.version, checksum(migration), now.as_micros()],
        )
        .map_err(store_error)?;
        applied += 1;
    }
    step.commit().map_err(store_error)?;
    Ok(applied)
}

fn check_owner(db: &Connection) -> Result<(), StoreError> {
    let id: i64 =
        db.pragma_query_value(None, "application_id", |row| row.get(0)).map_err(store_error)?;
    let tables: i64 = db
        .query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))
        .map_err(store_error)?;
    if id == APPLICATION_ID || (id == 0 && tables == 0) {
        return Ok(());
    }
    Err(unusable("the file is a database of another program; give another path"))
}

fn refuse_newer(db: &Connection, migrations: &[Migration]) -> Result<(), StoreError> {
    let known = migrations.last().map_or(0, |last| last.version);
    let found: i64 = db
        .query_row("SELECT coalesce(max(version), 0) FROM migration", [], |row| row.get(0))
        .map_err(store_error)?;
    if found <= known {
        return Ok(());
    }
    Err(unusable(format!(
        "the file has schema {found} and this program knows up to {known}; \
         use the newer program, or a backup from before"
    )))
}

fn is_applied(db: &Connection, migration: &Migration) -> Result<bool, StoreError> {
    let found: Option<Vec<u8>> = db
        .query_row(
            "SELECT checksum FROM migration WHERE version = ?1",
            [migration.version],
            |row| row.get(0),
        )
        .optional()
        .map_err(store_error)?;
    match found {
        None => Ok(false),
        Some(found) if found == checksum(migration) => Ok(true),
        Some(_) => Err(unusable(format!(
            "its schema {} is not this program's; was the file made by a changed build?",
            migration.version
        ))),
    }
}

fn checksum(migration: &Migration) -> [u8; 32] {
    Sha256::digest(migration.sql).into()
}

fn unusable(text: impl Into<String>) -> StoreError {
    StoreError::new(ErrorKind::Unusable, text.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIRST: Migration = Migration { version: 1, sql: "CREATE TABLE a (b INTEGER) STRICT" };
    const CHANGED: Migration = Migration { version: 1, sql: "CREATE TABLE a (c INTEGER) STRICT" };
    const SECOND: Migration = Migration { version: 2, sql: "CREATE TABLE d (e INTEGER) STRICT" };
    const NOW: Timestamp = Timestamp::from_secs(1);

    #[test]
    fn only_what_is_missing_is_applied() {
        let mut db = Connection::open_in_memory().unwrap();
        assert_eq!(apply(&mut db, &[FIRST], NOW).unwrap(), 1);
        assert_eq!(apply(&mut db, &[FIRST, SECOND], NOW).unwrap(), 1);
        assert_eq!(apply(&mut db, &[FIRST, SECOND], NOW).unwrap(), 0);
    }

    #[test]
    fn a_file_of_the_first_schema_keeps_its_cursors() {
        let mut db = Connection::open_in_memory().unwrap();
        apply(&mut db, &MIGRATIONS[..1], NOW).unwrap();
        db.execute_batch("INSERT INTO cursor VALUES ('crm', 1, 7, 2, 5)").unwrap();
        assert_eq!(apply(&mut db, MIGRATIONS, NOW).unwrap(), MIGRATIONS.len() - 1);
        let kept: (i64, i64, Option<String>) = db
            .query_row("SELECT seq, attempts, reason FROM cursor", [], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?))
            })
            .unwrap();
        assert_eq!(kept, (7, 2, None));
    }

    #[test]
    fn a_newer_schema_and_a_changed_one_are_refused() {
        let mut db = Connection::open_in_memory().unwrap();
        apply(&mut db, &[FIRST, SECOND], NOW).unwrap();
        let newer = apply(&mut db, &[FIRST], NOW).unwrap_err();
        assert!(newer.to_string().contains("schema 2"), "{newer}");
        let changed = apply(&mut db, &[CHANGED, SECOND], NOW).unwrap_err();
        assert_eq!(changed.kind(), ErrorKind::Unusable);
    }
}
