//! What a status says about a send of ours.

use rusqlite::{Connection, OptionalExtension, Row, params};
use wharf_model::time::Timestamp;

use super::row;
use crate::ledger::{Evidence, Input, Standing, State};

/// A send that evidence speaks of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    pub(super) id: i64,
    pub(super) moved: bool,
}

struct Attempt {
    send: i64,
    number: u32,
    standing: Standing,
}

/// Finds the send by its attempt's token or else by its wamid, binds the wamid and moves it.
pub(super) fn apply(
    db: &Connection,
    lane: &str,
    evidence: &Evidence,
    now: Timestamp,
) -> rusqlite::Result<Option<Found>> {
    let by_token = match &evidence.token {
        Some(token) => find(db, FIND_BY_TOKEN, token, lane)?,
        None => None,
    };
    let attempt = match by_token {
        Some(attempt) => attempt,
        None => match find(db, FIND_BY_WAMID, &evidence.wamid, lane)? {
            Some(attempt) => attempt,
            None => return Ok(None),
        },
    };
    bind(db, attempt.send, attempt.number, &evidence.wamid)?;
    let id = attempt.send;
    let Some(state) = attempt.standing.step(&Input::Said(&evidence.progress)) else {
        return Ok(Some(Found { id, moved: false }));
    };
    let reason = if state == State::Failed { evidence.reason.as_deref() } else { None };
    db.prepare_cached(
        "UPDATE send SET state = ?2, wamid = coalesce(wamid, ?3), reason = ?4, changed_at = ?5
         WHERE id = ?1",
    )?
    .execute(params![id, state.as_str(), evidence.wamid, reason, now.as_micros()])?;
    Ok(Some(Found { id, moved: true }))
}

/// Notes the platform's id of an attempt's message; the first one stays.
pub(super) fn bind(db: &Connection, send: i64, number: u32, wamid: &str) -> rusqlite::Result<()> {
    db.prepare_cached(
        "UPDATE attempt SET wamid = ?3 WHERE send = ?1 AND number = ?2 AND wamid IS NULL",
    )?
    .execute(params![send, number, wamid])
    .map(drop)
}

const FIND_BY_TOKEN: &str = "
    SELECT send.id, attempt.number, send.state, send.attempt, send.wamid IS NOT NULL
    FROM attempt JOIN send ON send.id = attempt.send
    WHERE attempt.token = ?1 AND send.lane = ?2";

const FIND_BY_WAMID: &str = "
    SELECT send.id, attempt.number, send.state, send.attempt, send.wamid IS NOT NULL
    FROM attempt JOIN send ON send.id = attempt.send
    WHERE attempt.wamid = ?1 AND send.lane = ?2 LIMIT 1";

fn find(db: &Connection, sql: &str, mark: &str, lane: &str) -> rusqlite::Result<Option<Attempt>> {
    let read = |row: &Row<'_>| {
        let standing =
            Standing { state: row::state(row, 2)?, attempt: row.get(3)?, bound: row.get(4)? };
        Ok(Attempt { send: row.get(0)?, number: row.get(1)?, standing })
    };
    db.prepare_cached(sql)?.query_row([mark, lane], read).optional()
}
