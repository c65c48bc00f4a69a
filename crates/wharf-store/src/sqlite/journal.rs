//! Webhook bodies, in one file.

use async_trait::async_trait;
use rusqlite::params;
use wharf_model::time::Timestamp;

use super::{SqliteStore, index, row, writer::Guard};
use crate::{
    StoreError,
    journal::{Arrival, IndexReport, Indexed, Journal},
};

#[async_trait]
impl Journal for SqliteStore {
    async fn journal(&self, body: Vec<u8>, received_at: Timestamp) -> Result<i64, StoreError> {
        let keep = move |db: &rusqlite::Connection| {
            db.prepare_cached("INSERT INTO arrival (received_at, body) VALUES (?1, ?2)")?
                .insert(params![received_at.as_micros(), body])
        };
        self.writer.run(Guard::Statement, keep).await
    }

    async fn unindexed(&self, most: usize) -> Result<Vec<Arrival>, StoreError> {
        let sql = "SELECT id, body, received_at FROM arrival
                   WHERE id > (SELECT upto FROM indexed)
                     AND id NOT IN (SELECT arrival FROM indexed_ahead)
                   ORDER BY id LIMIT ?1";
        self.read(move |db| {
            row::all(db, sql, [row::most(most)], |row| {
                Ok(Arrival {
                    id: row.get(0)?,
                    body: row.get(1)?,
                    received_at: Timestamp::from_micros(row.get(2)?),
                })
            })
        })
        .await
    }

    async fn index(&self, batch: Vec<Indexed>) -> Result<IndexReport, StoreError> {
        let now = self.clock.now();
        self.write(move |db| index::index(db, batch, now)).await
    }
}
