//! Events and cursors, in one file.

use async_trait::async_trait;
use rusqlite::{Connection, OptionalExtension, params};
use wharf_model::time::Timestamp;

use super::{
    SqliteStore,
    row::{self, event_columns, event_joins},
};
use crate::{
    StoreError,
    inbox::{Cursor, DeadLetter, Event, Inbox, Subscriber},
};

/// Names the lane by `?2`, and only subscribers that exist.
const ADVANCE: &str = "
    INSERT INTO cursor (subscriber, lane, seq, attempts, retry_at)
    SELECT subscriber.name, lane.id, min(?3, lane.newest), 0, NULL
    FROM subscriber, lane WHERE subscriber.name = ?1 AND lane.name = ?2
    ON CONFLICT (subscriber, lane) DO UPDATE
    SET seq = excluded.seq, attempts = 0, retry_at = NULL WHERE excluded.seq > seq";

const POSTPONE: &str = "
    INSERT INTO cursor (subscriber, lane, seq, attempts, retry_at)
    SELECT subscriber.name, lane.id, 0, ?3, ?4
    FROM subscriber, lane WHERE subscriber.name = ?1 AND lane.name = ?2
    ON CONFLICT (subscriber, lane) DO UPDATE
    SET attempts = excluded.attempts, retry_at = excluded.retry_at";

const CURSORS: &str = "
    SELECT lane.name, coalesce(cursor.seq, 0), lane.newest, coalesce(cursor.attempts, 0),
           cursor.retry_at
    FROM subscriber CROSS JOIN lane
    LEFT JOIN cursor ON cursor.subscriber = subscriber.name AND cursor.lane = lane.id
    WHERE subscriber.name = ?1 ORDER BY lane.name";

#[async_trait]
impl Inbox for SqliteStore {
    async fn events(&self, lane: &str, after: i64, most: usize) -> Result<Vec<Event>, StoreError> {
        let lane = lane.to_owned();
        let sql = concat!(
            "SELECT ",
            event_columns!(),
            " FROM event ",
            event_joins!(),
            " WHERE event.lane = (SELECT id FROM lane WHERE name = ?1) AND event.seq > ?2
              ORDER BY event.seq LIMIT ?3"
        );
        self.read(move |db| row::all(db, sql, params![lane, after, row::most(most)], row::event))
            .await
    }

    async fn recent_events(&self, most: usize) -> Result<Vec<Event>, StoreError> {
        let sql = concat!(
            "SELECT ",
            event_columns!(),
            " FROM event ",
            event_joins!(),
            " ORDER BY event.id DESC LIMIT ?1"
        );
        self.read(move |db| row::all(db, sql, [row::most(most)], row::event)).await
    }

    async fn subscribe(&self, subscriber: Subscriber) -> Result<(), StoreError> {
        let sql = "INSERT INTO subscriber (name, url) VALUES (?1, ?2)
                   ON CONFLICT (name) DO UPDATE SET url = excluded.url";
        self.write(move |db| {
            db.prepare_cached(sql)?.execute([subscriber.name, subscriber.url]).map(drop)
        })
        .await
    }

    async fn cursors(&self, subscriber: &str) -> Result<Vec<Cursor>, StoreError> {
        let name = subscriber.to_owned();
        self.read(move |db| {
            row::all(db, CURSORS, [&name], |row| {
                Ok(Cursor {
                    subscriber: name.clone(),
                    lane: row.get(0)?,
                    seq: row.get(1)?,
                    newest: row.get(2)?,
                    attempts: row.get(3)?,
                    retry_at: row.get::<_, Option<i64>>(4)?.map(Timestamp::from_micros),
                })
            })
        })
        .await
    }

    async fn advance(&self, subscriber: &str, lane: &str, seq: i64) -> Result<(), StoreError> {
        let (subscriber, lane) = (subscriber.to_owned(), lane.to_owned());
        self.write(move |db| advance(db, &subscriber, &lane, seq)).await
    }

    async fn postpone(
        &self,
        subscriber: &str,
        lane: &str,
        attempts: u32,
        retry_at: Timestamp,
    ) -> Result<(), StoreError> {
        let (subscriber, lane) = (subscriber.to_owned(), lane.to_owned());
        self.write(move |db| {
            db.prepare_cached(POSTPONE)?
                .execute(params![subscriber, lane, attempts, retry_at.as_micros()])
                .map(drop)
        })
        .await
    }

    async fn bury(
        &self,
        subscriber: &str,
        lane: &str,
        seq: i64,
        reason: &str,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let (subscriber, lane) = (subscriber.to_owned(), lane.to_owned());
        let reason = reason.to_owned();
        self.write(move |db| {
            if let Some(event) = event_id(db, &lane, seq)? {
                db.prepare_cached(
                    "INSERT INTO dead_letter (subscriber, event, buried_at, reason)
                     SELECT name, ?2, ?3, ?4 FROM subscriber WHERE name = ?1
                     ON CONFLICT DO NOTHING",
                )?
                .execute(params![subscriber, event, now.as_micros(), reason])?;
                advance(db, &subscriber, &lane, seq)?;
            }
            Ok(())
        })
        .await
    }

    async fn dead_letters(&self, most: usize) -> Result<Vec<DeadLetter>, StoreError> {
        let sql = concat!(
            "SELECT ",
            event_columns!(),
            ", dead_letter.subscriber, dead_letter.reason, dead_letter.buried_at
              FROM dead_letter JOIN event ON event.id = dead_letter.event ",
            event_joins!(),
            " ORDER BY dead_letter.id DESC LIMIT ?1"
        );
        self.read(move |db| {
            row::all(db, sql, [row::most(most)], |row| {
                Ok(DeadLetter {
                    event: row::event(row)?,
                    subscriber: row.get(row::EVENT_COLUMNS)?,
                    reason: row.get(row::EVENT_COLUMNS + 1)?,
                    buried_at: Timestamp::from_micros(row.get(row::EVENT_COLUMNS + 2)?),
                })
            })
        })
        .await
    }
}

fn advance(db: &Connection, subscriber: &str, lane: &str, seq: i64) -> rusqlite::Result<()> {
    db.prepare_cached(ADVANCE)?.execute(params![subscriber, lane, seq]).map(drop)
}

fn event_id(db: &Connection, lane: &str, seq: i64) -> rusqlite::Result<Option<i64>> {
    db.prepare_cached(
        "SELECT event.id FROM event JOIN lane ON lane.id = event.lane
         WHERE lane.name = ?1 AND event.seq = ?2",
    )?
    .query_row(params![lane, seq], |row| row.get(0))
    .optional()
}
