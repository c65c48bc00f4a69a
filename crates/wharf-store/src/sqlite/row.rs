//! Values as SQLite keeps them.

use rusqlite::{Row, types::Type};
use wharf_model::time::Timestamp;

use crate::{
    inbox::Event,
    ledger::State,
    outbox::{Answer, Send},
};

/// The columns [`send`] reads, of a table or alias `send`.
macro_rules! send_columns {
    () => {
        "send.id, send.state, send.attempt, send.setbacks, send.created_at, send.changed_at, \
         send.lane, send.conversation, send.version, send.callback_data, send.wamid, send.reason, \
         send.answer_status, send.answer_body, send.body"
    };
}
pub(super) use send_columns;

pub(super) fn send(row: &Row<'_>) -> rusqlite::Result<Send> {
    let status: Option<u16> = row.get(12)?;
    let answer = match status {
        Some(status) => Some(Answer { status, body: row.get(13)? }),
        None => None,
    };
    Ok(Send {
        id: row.get(0)?,
        state: state(row, 1)?,
        attempt: row.get(2)?,
        setbacks: row.get(3)?,
        created_at: Timestamp::from_micros(row.get(4)?),
        changed_at: Timestamp::from_micros(row.get(5)?),
        lane: row.get(6)?,
        conversation: row.get(7)?,
        version: row.get(8)?,
        callback_data: row.get(9)?,
        wamid: row.get(10)?,
        reason: row.get(11)?,
        answer,
        body: row.get(14)?,
    })
}

/// The columns [`event`] reads, and their tables; `event` must be among those before it.
macro_rules! event_columns {
    () => {
        "event.seq, lane.name, event.key, event.conversation, event.field, event.kind, \
         event.item, event.happened_at, event.received_at, event.body, event.unread, event.send, \
         send.callback_data"
    };
}
pub(super) use event_columns;

/// How many columns [`event`] reads.
pub(super) const EVENT_COLUMNS: usize = 13;

/// The joins that [`event_columns`] needs.
macro_rules! event_joins {
    () => {
        "JOIN lane ON lane.id = event.lane LEFT JOIN send ON send.id = event.send"
    };
}
pub(super) use event_joins;

pub(super) fn event(row: &Row<'_>) -> rusqlite::Result<Event> {
    Ok(Event {
        seq: row.get(0)?,
        lane: row.get(1)?,
        key: row.get(2)?,
        conversation: row.get(3)?,
        field: row.get(4)?,
        kind: row.get(5)?,
        item: row.get(6)?,
        happened_at: row.get::<_, Option<i64>>(7)?.map(Timestamp::from_micros),
        received_at: Timestamp::from_micros(row.get(8)?),
        body: row.get(9)?,
        unread: row.get(10)?,
        send: row.get(11)?,
        callback_data: row.get(12)?,
    })
}

pub(super) fn state(row: &Row<'_>, column: usize) -> rusqlite::Result<State> {
    let word = row.get_ref(column)?.as_str()?;
    State::parse(word).ok_or_else(|| {
        let text = "a state that the ledger does not know";
        rusqlite::Error::FromSqlConversionFailure(column, Type::Text, text.into())
    })
}

/// For a `LIMIT`.
pub(super) fn most(most: usize) -> i64 {
    i64::try_from(most).unwrap_or(i64::MAX)
}

/// Collects the rows of a statement.
pub(super) fn all<T>(
    db: &rusqlite::Connection,
    sql: &str,
    params: impl rusqlite::Params,
    read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> rusqlite::Result<Vec<T>> {
    db.prepare_cached(sql)?.query_map(params, read)?.collect()
}
