//! The index step: events out of arrivals, numbered, each once.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension, params};
use sha2::{Digest, Sha256};
use wharf_model::time::Timestamp;

use super::evidence;
use crate::journal::{IndexReport, Indexed, NewEvent};

/// A lane as it stands in this step.
struct Lane {
    id: i64,
    newest: i64,
}

pub(super) fn index(
    db: &Connection,
    batch: Vec<Indexed>,
    now: Timestamp,
) -> rusqlite::Result<IndexReport> {
    let mut report = IndexReport::default();
    let mut lanes: HashMap<String, Lane> = HashMap::new();
    let mut arrivals = Vec::with_capacity(batch.len());
    for indexed in batch {
        let arrival = indexed.arrival;
        let received_at = received_at(db, arrival)?;
        if received_at.is_some() {
            arrivals.push(arrival);
        }
        for event in indexed.events {
            if !is_new(db, &event.key)? {
                report.repeated += 1;
                continue;
            }
            let send = match &event.evidence {
                Some(evidence) => evidence::apply(db, &event.lane, evidence, now)?,
                None => None,
            };
            if let Some(found) = send
                && found.moved
                && !report.moved.contains(&found.id)
            {
                report.moved.push(found.id);
            }
            let seq = number(db, &mut lanes, &event.lane)?;
            let at = received_at.unwrap_or(now.as_micros());
            insert(db, &event, seq, (arrival, at), send.map(|found| found.id))?;
            report.added += 1;
        }
    }
    for lane in lanes.values() {
        db.prepare_cached("UPDATE lane SET newest = ?2 WHERE id = ?1")?
            .execute([lane.id, lane.newest])?;
    }
    mark(db, arrivals)?;
    Ok(report)
}

fn received_at(db: &Connection, arrival: i64) -> rusqlite::Result<Option<i64>> {
    db.prepare_cached("SELECT received_at FROM arrival WHERE id = ?1")?
        .query_row([arrival], |row| row.get(0))
        .optional()
}

fn is_new(db: &Connection, key: &str) -> rusqlite::Result<bool> {
    let digest = Sha256::digest(key);
    let digest = digest.first_chunk::<16>();
    db.prepare_cached("INSERT INTO event_key (digest) VALUES (?1) ON CONFLICT DO NOTHING")?
        .execute([digest])
        .map(|added| added > 0)
}

/// The next number of a lane: (lane, number).
fn number(
    db: &Connection,
    lanes: &mut HashMap<String, Lane>,
    name: &str,
) -> rusqlite::Result<(i64, i64)> {
    if !lanes.contains_key(name) {
        lanes.insert(name.to_owned(), lane(db, name)?);
    }
    Ok(lanes.get_mut(name).map_or((0, 0), |lane| {
        lane.newest += 1;
        (lane.id, lane.newest)
    }))
}

fn lane(db: &Connection, name: &str) -> rusqlite::Result<Lane> {
    let found = db
        .prepare_cached("SELECT id, newest FROM lane WHERE name = ?1")?
        .query_row([name], |row| Ok(Lane { id: row.get(0)?, newest: row.get(1)? }))
        .optional()?;
    if let Some(lane) = found {
        return Ok(lane);
    }
    let id = db.prepare_cached("INSERT INTO lane (name, newest) VALUES (?1, 0)")?.insert([name])?;
    Ok(Lane { id, newest: 0 })
}

fn insert(
    db: &Connection,
    event: &NewEvent,
    (lane, seq): (i64, i64),
    (arrival, received_at): (i64, i64),
    send: Option<i64>,
) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT INTO event (lane, seq, arrival, received_at, happened_at, send, key, conversation,
                            field, kind, item, unread, body)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
    )?
    .execute(params![
        lane,
        seq,
        arrival,
        received_at,
        event.happened_at.map(Timestamp::as_micros),
        send,
        event.key,
        event.conversation,
        event.field,
        event.kind,
        event.item,
        event.unread,
        event.body,
    ])
    .map(drop)
}

/// Marks arrivals as indexed. In order, which is how they are read, that is one row for all.
fn mark(db: &Connection, mut arrivals: Vec<i64>) -> rusqlite::Result<()> {
    arrivals.sort_unstable();
    let before: i64 =
        db.prepare_cached("SELECT upto FROM indexed")?.query_row([], |row| row.get(0))?;
    let mut upto = before;
    for arrival in arrivals {
        if arrival == upto + 1 {
            upto = arrival;
            upto = catch_up(db, upto)?;
        } else if arrival > upto {
            db.prepare_cached(
                "INSERT INTO indexed_ahead (arrival) VALUES (?1) ON CONFLICT DO NOTHING",
            )?
            .execute([arrival])?;
        }
    }
    if upto > before {
        db.prepare_cached("UPDATE indexed SET upto = ?1")?.execute([upto])?;
    }
    Ok(())
}

/// Moves on over arrivals that were indexed ahead of their turn.
fn catch_up(db: &Connection, mut upto: i64) -> rusqlite::Result<i64> {
    let mut next = db.prepare_cached("DELETE FROM indexed_ahead WHERE arrival = ?1")?;
    while next.execute([upto + 1])? > 0 {
        upto += 1;
    }
    Ok(upto)
}
