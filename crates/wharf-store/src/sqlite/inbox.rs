//! Events and cursors, in one file.

use async_trait::async_trait;
use rusqlite::{Connection, OptionalExtension, params};
use wharf_model::time::Timestamp;

use super::{
    SqliteStore, parked,
    row::{self, event_columns, event_joins},
};
use crate::{
    StoreError,
    inbox::{
        Cursor, DeadLetter, Event, EventFilter, Heads, Inbox, Parked, Parking, Setback, Subscriber,
    },
};

/// Names the lane by `?2`, and only subscribers that exist.
const ADVANCE: &str = "
    INSERT INTO cursor (subscriber, lane, seq, attempts, retry_at, reason)
    SELECT subscriber.name, lane.id, min(?3, lane.newest), 0, NULL, NULL
    FROM subscriber, lane WHERE subscriber.name = ?1 AND lane.name = ?2
    ON CONFLICT (subscriber, lane) DO UPDATE
    SET seq = excluded.seq, attempts = 0, retry_at = NULL, reason = NULL
    WHERE excluded.seq > seq";

/// Only for the event after the cursor.
const POSTPONE: &str = "
    INSERT INTO cursor (subscriber, lane, seq, attempts, retry_at, reason)
    SELECT subscriber.name, lane.id, ?3 - 1, ?4, ?5, ?6
    FROM subscriber, lane LEFT JOIN cursor
      ON cursor.subscriber = subscriber.name AND cursor.lane = lane.id
    WHERE subscriber.name = ?1 AND lane.name = ?2 AND coalesce(cursor.seq, 0) = ?3 - 1
    ON CONFLICT (subscriber, lane) DO UPDATE
    SET attempts = excluded.attempts, retry_at = excluded.retry_at, reason = excluded.reason";

const CURSORS: &str = "
    SELECT lane.name, coalesce(cursor.seq, 0), lane.newest, coalesce(cursor.attempts, 0),
           coalesce(cursor.retry_at, 0), coalesce(cursor.reason, ''),
           EXISTS (SELECT 1 FROM parked WHERE parked.subscriber = ?1 AND parked.lane = lane.id)
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

    async fn recent_events(
        &self,
        filter: EventFilter,
        most: usize,
    ) -> Result<Vec<Event>, StoreError> {
        let most = row::most(most);
        let unread = if filter.unread { "event.unread IS NOT NULL" } else { "true" };
        // The numbers of a lane grow with the ids, and it has an index of its own.
        let (lane, order) = match (&filter.lane, filter.unread) {
            (Some(_), false) => ("event.lane = (SELECT id FROM lane WHERE name = ?1)", "seq"),
            (Some(_), true) => ("lane.name = ?1", "id"),
            (None, _) => ("?1 IS NULL", "id"),
        };
        let sql = format!(
            concat!(
                "SELECT ",
                event_columns!(),
                " FROM event ",
                event_joins!(),
                " WHERE {} AND {} ORDER BY event.{} DESC LIMIT ?2"
            ),
            lane, unread, order
        );
        self.read(move |db| row::all(db, &sql, params![filter.lane, most], row::event)).await
    }

    async fn subscribe(&self, subscriber: Subscriber) -> Result<(), StoreError> {
        self.write(move |db| {
            db.prepare_cached(
                "INSERT INTO subscriber (name, url) VALUES (?1, ?2)
                 ON CONFLICT (name) DO UPDATE SET url = excluded.url",
            )?
            .execute([&subscriber.name, &subscriber.url])?;
            for sql in [
                "UPDATE cursor SET retry_at = 0 WHERE subscriber = ?1 AND retry_at IS NOT NULL",
                "UPDATE parked SET retry_at = 0 WHERE subscriber = ?1 AND retry_at > 0",
            ] {
                db.prepare_cached(sql)?.execute([&subscriber.name])?;
            }
            Ok(())
        })
        .await
    }

    async fn cursors(&self, subscriber: &str) -> Result<Vec<Cursor>, StoreError> {
        let name = subscriber.to_owned();
        self.read(move |db| {
            row::all(db, CURSORS, [&name], |row| {
                let setback = Setback {
                    attempts: row.get(3)?,
                    retry_at: Timestamp::from_micros(row.get(4)?),
                    reason: row.get(5)?,
                };
                Ok(Cursor {
                    subscriber: name.clone(),
                    lane: row.get(0)?,
                    seq: row.get(1)?,
                    newest: row.get(2)?,
                    setback: (setback.attempts > 0).then_some(setback),
                    parks: row.get(6)?,
                })
            })
        })
        .await
    }

    async fn advance(
        &self,
        subscriber: &str,
        lane: &str,
        seq: i64,
        parked: Vec<Parking>,
    ) -> Result<(), StoreError> {
        let (subscriber, lane) = (subscriber.to_owned(), lane.to_owned());
        self.write(move |db| {
            for parking in parked.iter().filter(|parking| parking.seq <= seq) {
                parked::park(db, (&subscriber, &lane), parking)?;
            }
            advance(db, &subscriber, &lane, seq)
        })
        .await
    }

    async fn postpone(
        &self,
        subscriber: &str,
        lane: &str,
        seq: i64,
        setback: Setback,
    ) -> Result<(), StoreError> {
        let (subscriber, lane) = (subscriber.to_owned(), lane.to_owned());
        self.write(move |db| {
            if parked::postpone(db, (&subscriber, &lane), seq, &setback)? {
                return Ok(());
            }
            let Setback { attempts, retry_at, reason } = setback;
            db.prepare_cached(POSTPONE)?
                .execute(params![subscriber, lane, seq, attempts, retry_at.as_micros(), reason])
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
                parked::release(db, (&subscriber, &lane), seq)?;
                advance(db, &subscriber, &lane, seq)?;
            }
            Ok(())
        })
        .await
    }

    async fn parked(&self, subscriber: &str, heads: Heads<'_>) -> Result<Vec<Parked>, StoreError> {
        let (subscriber, wanted) = (subscriber.to_owned(), parked::Wanted::from(heads));
        self.read(move |db| parked::heads(db, &subscriber, &wanted)).await
    }

    async fn release(
        &self,
        subscriber: &str,
        lane: &str,
        seq: i64,
    ) -> Result<Option<Parked>, StoreError> {
        let (subscriber, lane) = (subscriber.to_owned(), lane.to_owned());
        self.write(move |db| parked::release(db, (&subscriber, &lane), seq)).await
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
