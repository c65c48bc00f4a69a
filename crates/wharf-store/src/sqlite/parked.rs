//! Events that the cursor has passed and the subscriber has not taken, in one file.

use rusqlite::{Connection, OptionalExtension, Params, Row, params};
use wharf_model::time::Timestamp;

use super::row::{self, event_columns, event_joins};
use crate::inbox::{Heads, Parked, Parking, Setback};

/// Parks what the cursor has not passed yet: behind the parked events of its conversation, if there
/// are any.
const PARK: &str = "
    INSERT INTO parked (subscriber, lane, conversation, seq, attempts, retry_at, reason)
    SELECT subscriber.name, event.lane, event.conversation, event.seq, ?4,
           CASE WHEN event.conversation <> '' AND EXISTS (
               SELECT 1 FROM parked AS ahead
               WHERE ahead.subscriber = ?1 AND ahead.lane = event.lane
                 AND ahead.conversation = event.conversation AND ahead.seq < event.seq
           ) THEN NULL ELSE ?5 END,
           ?6
    FROM subscriber, lane JOIN event ON event.lane = lane.id AND event.seq = ?3
    LEFT JOIN cursor ON cursor.subscriber = subscriber.name AND cursor.lane = lane.id
    WHERE subscriber.name = ?1 AND lane.name = ?2 AND event.seq > coalesce(cursor.seq, 0)
    ON CONFLICT DO NOTHING";

pub(super) fn park(
    db: &Connection,
    (subscriber, lane): (&str, &str),
    parking: &Parking,
) -> rusqlite::Result<()> {
    let setback = parking.setback.as_ref();
    db.prepare_cached(PARK)?
        .execute(params![
            subscriber,
            lane,
            parking.seq,
            setback.map_or(0, |setback| setback.attempts),
            setback.map_or(0, |setback| setback.retry_at.as_micros()),
            setback.map_or("", |setback| &setback.reason),
        ])
        .map(drop)
}

/// Notes a failed attempt at a parked event; `false` when it is not the first of its conversation.
pub(super) fn postpone(
    db: &Connection,
    (subscriber, lane): (&str, &str),
    seq: i64,
    setback: &Setback,
) -> rusqlite::Result<bool> {
    let Some((lane, conversation)) = place(db, lane, seq)? else { return Ok(false) };
    db.prepare_cached(
        "UPDATE parked SET attempts = ?5, retry_at = ?6, reason = ?7
         WHERE subscriber = ?1 AND lane = ?2 AND conversation = ?3 AND seq = ?4
           AND retry_at IS NOT NULL",
    )?
    .execute(params![
        subscriber,
        lane,
        conversation,
        seq,
        setback.attempts,
        setback.retry_at.as_micros(),
        setback.reason
    ])
    .map(|changed| changed > 0)
}

/// Takes a parked event away, makes the next one of its conversation the first, and gives it.
pub(super) fn release(
    db: &Connection,
    (subscriber, lane): (&str, &str),
    seq: i64,
) -> rusqlite::Result<Option<Parked>> {
    let Some((lane, conversation)) = place(db, lane, seq)? else { return Ok(None) };
    let gone = db
        .prepare_cached(
            "DELETE FROM parked
             WHERE subscriber = ?1 AND lane = ?2 AND conversation = ?3 AND seq = ?4
               AND retry_at IS NOT NULL",
        )?
        .execute(params![subscriber, lane, conversation, seq])?;
    if gone == 0 || conversation.is_empty() {
        return Ok(None);
    }
    db.prepare_cached(
        "UPDATE parked SET retry_at = 0
         WHERE subscriber = ?1 AND lane = ?2 AND conversation = ?3 AND seq = (
             SELECT min(seq) FROM parked
             WHERE subscriber = ?1 AND lane = ?2 AND conversation = ?3)",
    )?
    .execute(params![subscriber, lane, conversation])?;
    head(db, subscriber, lane, &conversation)
}

/// Where an event is: its lane's id, and its conversation.
fn place(db: &Connection, lane: &str, seq: i64) -> rusqlite::Result<Option<(i64, String)>> {
    db.prepare_cached(
        "SELECT event.lane, event.conversation FROM event JOIN lane ON lane.id = event.lane
         WHERE lane.name = ?1 AND event.seq = ?2",
    )?
    .query_row(params![lane, seq], |row| Ok((row.get(0)?, row.get(1)?)))
    .optional()
}

macro_rules! heads {
    ($rest:literal) => {
        concat!(
            "SELECT ",
            event_columns!(),
            ", parked.attempts, parked.retry_at, parked.reason
              FROM parked JOIN event ON event.lane = parked.lane AND event.seq = parked.seq ",
            event_joins!(),
            " WHERE parked.subscriber = ?1 AND parked.retry_at IS NOT NULL ",
            $rest
        )
    };
}

fn head(
    db: &Connection,
    subscriber: &str,
    lane: i64,
    conversation: &str,
) -> rusqlite::Result<Option<Parked>> {
    let sql = heads!("AND parked.lane = ?2 AND parked.conversation = ?3 LIMIT 1");
    let found = all(db, sql, params![subscriber, lane, conversation])?;
    Ok(found.into_iter().next())
}

/// [`Heads`], as a reading thread can have it.
pub(super) enum Wanted {
    Soonest(i64),
    Among(String, Vec<String>),
}

impl From<Heads<'_>> for Wanted {
    fn from(heads: Heads<'_>) -> Self {
        match heads {
            Heads::Soonest(most) => Self::Soonest(row::most(most)),
            Heads::Among { lane, conversations } => {
                Self::Among(lane.to_owned(), conversations.to_vec())
            }
        }
    }
}

pub(super) fn heads(
    db: &Connection,
    subscriber: &str,
    wanted: &Wanted,
) -> rusqlite::Result<Vec<Parked>> {
    let (lane, conversations) = match wanted {
        Wanted::Soonest(most) => {
            let sql = heads!("ORDER BY parked.retry_at, event.id LIMIT ?2");
            return all(db, sql, params![subscriber, most]);
        }
        Wanted::Among(lane, conversations) => (lane, conversations),
    };
    let sql = heads!(
        "AND parked.lane = (SELECT id FROM lane WHERE name = ?2) AND parked.conversation = ?3
         ORDER BY parked.seq"
    );
    let mut found = Vec::new();
    for conversation in conversations {
        found.extend(all(db, sql, params![subscriber, lane, conversation])?);
    }
    found.sort_by_key(|parked| (parked.setback.retry_at, parked.event.seq));
    Ok(found)
}

fn all(db: &Connection, sql: &str, params: impl Params) -> rusqlite::Result<Vec<Parked>> {
    row::all(db, sql, params, |row: &Row<'_>| {
        let setback = Setback {
            attempts: row.get(row::EVENT_COLUMNS)?,
            retry_at: Timestamp::from_micros(row.get(row::EVENT_COLUMNS + 1)?),
            reason: row.get(row::EVENT_COLUMNS + 2)?,
        };
        Ok(Parked { event: row::event(row)?, setback })
    })
}
