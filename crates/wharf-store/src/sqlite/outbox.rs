//! Sends, in one file.

use async_trait::async_trait;
use rusqlite::{Connection, OptionalExtension, params};
use wharf_model::time::Timestamp;

use super::{
    SqliteStore,
    row::{self, send_columns},
    settle,
};
use crate::{
    StoreError,
    ledger::{Input, Standing, State, UNKNOWN_BLOCKS, UNKNOWN_MOST},
    outbox::{Claim, Enqueued, IdempotencyKey, NewSend, Outbox, Outcome, Send},
};

/// What keeps `send` waiting: an earlier one of its conversation, or one under way. Whether an
/// UNKNOWN still holds it is a matter of time, and asked for apart.
macro_rules! not_behind {
    () => {
        "NOT EXISTS (
             SELECT 1 FROM send AS other
             WHERE other.lane = send.lane AND other.conversation = send.conversation
               AND other.state IN ('queued', 'sending', 'unknown')
               AND ((other.state = 'queued' AND other.id < send.id) OR other.state = 'sending'))"
    };
}

/// When the newest UNKNOWN of the conversation lets go of `send`, if its hold is `?1`.
macro_rules! unknown_until {
    () => {
        "coalesce((
             SELECT max(other.changed_at) + ?1 FROM send AS other
             WHERE other.lane = send.lane AND other.conversation = send.conversation
               AND other.state IN ('queued', 'sending', 'unknown')
               AND other.state = 'unknown'), send.run_at)"
    };
}

const DUE: &str = concat!(
    "SELECT ",
    send_columns!(),
    " FROM send WHERE send.state = 'queued' AND send.run_at <= ?2 AND ",
    not_behind!(),
    " AND ",
    unknown_until!(),
    " <= ?2 ORDER BY send.id LIMIT ?3"
);

const NEXT_DUE: &str = concat!(
    "SELECT min(max(send.run_at, ",
    unknown_until!(),
    ")) FROM send WHERE send.state = 'queued' AND ",
    not_behind!()
);

#[async_trait]
impl Outbox for SqliteStore {
    async fn enqueue(&self, send: NewSend) -> Result<Enqueued, StoreError> {
        self.write(move |db| enqueue(db, &send)).await
    }

    async fn take_over(&self, now: Timestamp) -> Result<Vec<i64>, StoreError> {
        let reason = "the process stopped while it was being sent";
        self.write(move |db| {
            let ids = row::all(
                db,
                "SELECT id FROM send WHERE state = 'sending' ORDER BY id",
                [],
                |row| row.get(0),
            )?;
            move_all(db, ids, &Input::Orphaned, reason, now)
        })
        .await
    }

    async fn due(&self, now: Timestamp, most: usize) -> Result<Vec<Send>, StoreError> {
        self.read(move |db| {
            row::all(db, DUE, params![hold(), now.as_micros(), row::most(most)], row::send)
        })
        .await
    }

    async fn claim(&self, claims: Vec<Claim>, now: Timestamp) -> Result<Vec<Send>, StoreError> {
        self.write(move |db| {
            let mut claimed = Vec::with_capacity(claims.len());
            for wanted in &claims {
                claimed.extend(claim(db, wanted, now)?);
            }
            Ok(claimed)
        })
        .await
    }

    async fn settle(
        &self,
        id: i64,
        attempt: u32,
        outcome: Outcome,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        self.write(move |db| settle::settle(db, id, attempt, outcome, now)).await
    }

    async fn give_up(&self, now: Timestamp) -> Result<Vec<i64>, StoreError> {
        let before = now.minus(UNKNOWN_MOST).as_micros();
        let sql = "SELECT id FROM send WHERE state = 'unknown' AND changed_at < ?1 ORDER BY id";
        self.write(move |db| {
            let ids = row::all(db, sql, [before], |row| row.get(0))?;
            move_all(
                db,
                ids,
                &Input::GivenUp,
                "nothing was heard of it; it may have been sent",
                now,
            )
        })
        .await
    }

    async fn send(&self, id: i64) -> Result<Option<Send>, StoreError> {
        let sql = concat!("SELECT ", send_columns!(), " FROM send WHERE id = ?1");
        self.read(move |db| db.prepare_cached(sql)?.query_row([id], row::send).optional()).await
    }

    async fn send_by_wamid(&self, wamid: &str) -> Result<Option<Send>, StoreError> {
        let wamid = wamid.to_owned();
        let sql = concat!(
            "SELECT ",
            send_columns!(),
            " FROM attempt JOIN send ON send.id = attempt.send WHERE attempt.wamid = ?1 LIMIT 1"
        );
        self.read(move |db| db.prepare_cached(sql)?.query_row([wamid], row::send).optional()).await
    }

    async fn recent_sends(
        &self,
        state: Option<State>,
        most: usize,
    ) -> Result<Vec<Send>, StoreError> {
        let any = concat!("SELECT ", send_columns!(), " FROM send ORDER BY id DESC LIMIT ?1");
        let some = concat!(
            "SELECT ",
            send_columns!(),
            " FROM send WHERE state = ?2 ORDER BY id DESC LIMIT ?1"
        );
        self.read(move |db| match state {
            Some(state) => row::all(db, some, params![row::most(most), state.as_str()], row::send),
            None => row::all(db, any, [row::most(most)], row::send),
        })
        .await
    }

    async fn next_due(&self) -> Result<Option<Timestamp>, StoreError> {
        let due: Option<i64> = self
            .read(|db| db.prepare_cached(NEXT_DUE)?.query_row([hold()], |row| row.get(0)))
            .await?;
        Ok(due.map(Timestamp::from_micros))
    }
}

fn hold() -> i64 {
    i64::try_from(UNKNOWN_BLOCKS.as_micros()).unwrap_or(i64::MAX)
}

fn enqueue(db: &Connection, send: &NewSend) -> rusqlite::Result<Enqueued> {
    if let Some(key) = &send.idempotency
        && let Some((fingerprint, id)) = kept(db, key)?
    {
        let same = fingerprint == key.fingerprint;
        return Ok(if same { Enqueued::Existing(id) } else { Enqueued::Conflict });
    }
    let id = db
        .prepare_cached(
            "INSERT INTO send (state, run_at, created_at, changed_at, lane, conversation, version,
                               callback_data, body)
             VALUES (?1, ?2, ?2, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .insert(params![
            Standing::NEW.state.as_str(),
            send.created_at.as_micros(),
            send.lane,
            send.conversation,
            send.version,
            send.callback_data,
            send.body,
        ])?;
    if let Some(key) = &send.idempotency {
        db.prepare_cached(
            "INSERT INTO idempotency (account, key, fingerprint, send) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute(params![key.account, key.key, key.fingerprint, id])?;
    }
    Ok(Enqueued::New(id))
}

fn kept(db: &Connection, key: &IdempotencyKey) -> rusqlite::Result<Option<([u8; 32], i64)>> {
    db.prepare_cached("SELECT fingerprint, send FROM idempotency WHERE account = ?1 AND key = ?2")?
        .query_row([&key.account, &key.key], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()
}

fn claim(db: &Connection, claim: &Claim, now: Timestamp) -> rusqlite::Result<Option<Send>> {
    let Some(mut send) = db
        .prepare_cached(concat!("SELECT ", send_columns!(), " FROM send WHERE id = ?1"))?
        .query_row([claim.id], row::send)
        .optional()?
    else {
        return Ok(None);
    };
    let standing =
        Standing { state: send.state, attempt: send.attempt, bound: send.wamid.is_some() };
    if standing.step(&Input::Claimed).is_none() {
        return Ok(None);
    }
    let after = standing.then(&Input::Claimed);
    db.prepare_cached("UPDATE send SET state = ?2, attempt = ?3, changed_at = ?4 WHERE id = ?1")?
        .execute(params![claim.id, after.state.as_str(), after.attempt, now.as_micros()])?;
    db.prepare_cached(
        "INSERT INTO attempt (send, number, token, begun_at) VALUES (?1, ?2, ?3, ?4)",
    )?
    .execute(params![claim.id, after.attempt, claim.token, now.as_micros()])?;
    (send.state, send.attempt, send.changed_at) = (after.state, after.attempt, now);
    Ok(Some(send))
}

/// Moves the sends that this moves, and gives their ids.
fn move_all(
    db: &Connection,
    ids: Vec<i64>,
    input: &Input<'_>,
    reason: &str,
    now: Timestamp,
) -> rusqlite::Result<Vec<i64>> {
    let mut moved = Vec::with_capacity(ids.len());
    for id in ids {
        let Some(standing) = settle::standing(db, id)? else { continue };
        let Some(state) = standing.step(input) else { continue };
        db.prepare_cached(
            "UPDATE send SET state = ?2, reason = ?3, changed_at = ?4 WHERE id = ?1",
        )?
        .execute(params![id, state.as_str(), reason, now.as_micros()])?;
        moved.push(id);
    }
    Ok(moved)
}
