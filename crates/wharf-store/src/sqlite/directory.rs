//! Apps' keys, in one file.

use async_trait::async_trait;
use rusqlite::{OptionalExtension, Row, params};
use wharf_model::time::Timestamp;

use super::{SqliteStore, row};
use crate::{
    StoreError,
    directory::{AppKey, Directory},
};

#[async_trait]
impl Directory for SqliteStore {
    async fn add_key(&self, key: AppKey) -> Result<bool, StoreError> {
        let sql = "INSERT INTO app_key (name, digest, created_at) VALUES (?1, ?2, ?3)
                   ON CONFLICT DO NOTHING";
        self.write(move |db| {
            db.prepare_cached(sql)?
                .execute(params![key.name, key.digest, key.created_at.as_micros()])
                .map(|added| added > 0)
        })
        .await
    }

    async fn key(&self, digest: [u8; 32]) -> Result<Option<AppKey>, StoreError> {
        let sql = "SELECT name, digest, created_at FROM app_key WHERE digest = ?1";
        self.read(move |db| db.prepare_cached(sql)?.query_row([digest], key).optional()).await
    }

    async fn keys(&self) -> Result<Vec<AppKey>, StoreError> {
        let sql = "SELECT name, digest, created_at FROM app_key ORDER BY created_at, id";
        self.read(move |db| row::all(db, sql, [], key)).await
    }

    async fn remove_key(&self, name: &str) -> Result<bool, StoreError> {
        let name = name.to_owned();
        self.write(move |db| {
            db.prepare_cached("DELETE FROM app_key WHERE name = ?1")?
                .execute([name])
                .map(|removed| removed > 0)
        })
        .await
    }
}

fn key(row: &Row<'_>) -> rusqlite::Result<AppKey> {
    Ok(AppKey {
        name: row.get(0)?,
        digest: row.get(1)?,
        created_at: Timestamp::from_micros(row.get(2)?),
    })
}
