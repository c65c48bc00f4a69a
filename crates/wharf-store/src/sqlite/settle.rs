//! How an attempt ended.

use rusqlite::{Connection, OptionalExtension, params};
use wharf_model::time::Timestamp;

use super::{evidence, row};
use crate::{
    ledger::{Ending, Input, Standing, State},
    outbox::{Answer, Outcome},
};

/// An outcome by its columns.
struct Parts {
    ending: Ending,
    wamid: Option<String>,
    answer: Option<Answer>,
    reason: Option<String>,
    run_at: Option<i64>,
}

pub(super) fn settle(
    db: &Connection,
    id: i64,
    attempt: u32,
    outcome: Outcome,
    now: Timestamp,
) -> rusqlite::Result<bool> {
    let Some(standing) = standing(db, id)? else { return Ok(false) };
    let parts = parts(outcome);
    db.prepare_cached("UPDATE attempt SET ended_at = ?3 WHERE send = ?1 AND number = ?2")?
        .execute(params![id, attempt, now.as_micros()])?;
    if let Some(wamid) = &parts.wamid {
        evidence::bind(db, id, attempt, wamid)?;
    }
    match standing.step(&Input::Ended { attempt, ending: parts.ending }) {
        Some(state) => change(db, id, state, &parts, now).map(|()| true),
        None => fill(db, id, &parts).map(|()| false),
    }
}

/// Where a send stands.
pub(super) fn standing(db: &Connection, id: i64) -> rusqlite::Result<Option<Standing>> {
    db.prepare_cached("SELECT state, attempt, wamid IS NOT NULL FROM send WHERE id = ?1")?
        .query_row([id], |row| {
            Ok(Standing { state: row::state(row, 0)?, attempt: row.get(1)?, bound: row.get(2)? })
        })
        .optional()
}

fn parts(outcome: Outcome) -> Parts {
    let (ending, wamid, answer, reason, run_at) = match outcome {
        Outcome::Accepted { wamid, answer } => {
            (Ending::Accepted, Some(wamid), Some(answer), None, None)
        }
        Outcome::Refused { answer, reason } => {
            (Ending::Refused, None, Some(answer), Some(reason), None)
        }
        Outcome::NotSent { run_at, answer, reason } => {
            (Ending::NotSent, None, answer, Some(reason), Some(run_at.as_micros()))
        }
        Outcome::Unknown { answer, reason } => (Ending::Unknown, None, answer, Some(reason), None),
    };
    Parts { ending, wamid, answer, reason, run_at }
}

fn change(
    db: &Connection,
    id: i64,
    state: State,
    parts: &Parts,
    now: Timestamp,
) -> rusqlite::Result<()> {
    db.prepare_cached(
        "UPDATE send SET state = ?2, wamid = coalesce(wamid, ?3), answer_status = ?4,
                         answer_body = ?5, reason = ?6, run_at = coalesce(?7, run_at),
                         setbacks = setbacks + ?8, changed_at = ?9
         WHERE id = ?1",
    )?
    .execute(params![
        id,
        state.as_str(),
        parts.wamid,
        parts.answer.as_ref().map(|answer| answer.status),
        parts.answer.as_ref().map(|answer| &answer.body),
        parts.reason,
        parts.run_at,
        i64::from(parts.ending == Ending::NotSent),
        now.as_micros(),
    ])
    .map(drop)
}

/// The send was settled otherwise: only what is missing is filled in.
fn fill(db: &Connection, id: i64, parts: &Parts) -> rusqlite::Result<()> {
    if let Some(answer) = &parts.answer {
        db.prepare_cached(
            "UPDATE send SET answer_status = ?2, answer_body = ?3
             WHERE id = ?1 AND answer_status IS NULL",
        )?
        .execute(params![id, answer.status, answer.body])?;
    }
    Ok(())
}
