//! Walking a lane from where the subscriber stands.

use std::{collections::BTreeSet, time::Duration};

use tokio::time::Instant;
use wharf_model::time::Timestamp;
use wharf_store::{
    StoreError,
    inbox::{Cursor, Event, Heads, Parking},
};

use super::{
    attempt::{Attempted, attempt},
    bury::bury,
    circuit::Circuit,
};
use crate::desk::Desk;

/// Events read at once.
const PAGE: usize = 32;

/// How long a cursor may be ahead of what is committed: what a crash hands over again.
const AHEAD_MOST: Duration = Duration::from_millis(50);

/// What a walk has passed, and how much of that is committed.
struct Passed<'w> {
    desk: &'w Desk,
    name: &'w str,
    lane: &'w str,
    seq: i64,
    committed: i64,
    parked: Vec<Parking>,
    since: Instant,
}

impl Passed<'_> {
    async fn commit(&mut self) -> Result<(), StoreError> {
        if self.seq > self.committed {
            let parked = std::mem::take(&mut self.parked);
            self.desk.store.advance(self.name, self.lane, self.seq, parked).await?;
        }
        (self.committed, self.since) = (self.seq, Instant::now());
        Ok(())
    }

    async fn commit_in_time(&mut self) -> Result<(), StoreError> {
        if self.since.elapsed() > AHEAD_MOST { self.commit().await } else { Ok(()) }
    }
}

/// Hands over a page of events, or fewer if the subscriber falls silent, and says when to look at the lane
/// again. An event that the subscriber answers with a failure is parked, and with it what comes after it in
/// its conversation.
pub(super) async fn walk(
    desk: &Desk,
    circuit: &Circuit,
    cursor: Cursor,
) -> Result<Option<Timestamp>, StoreError> {
    let (store, name, lane) = (&desk.store, circuit.subscriber.name.as_str(), cursor.lane.as_str());
    let events = store.events(lane, cursor.seq, PAGE).await?;
    let mut held = if cursor.parks { held(desk, name, &events).await? } else { BTreeSet::new() };
    let (seq, since) = (cursor.seq, Instant::now());
    let mut passed = Passed { desk, name, lane, seq, committed: seq, parked: Vec::new(), since };
    let mut attempts = cursor.setback.as_ref().map_or(0, |setback| setback.attempts);
    for event in &events {
        if desk.stopping.is_cancelled() {
            break;
        }
        if held.contains(&event.conversation) {
            passed.parked.push(Parking { seq: event.seq, setback: None });
            passed.seq = event.seq;
            passed.commit_in_time().await?;
            continue;
        }
        match attempt(desk, circuit, event, attempts).await {
            Attempted::Taken => {
                passed.seq = event.seq;
                passed.commit_in_time().await?;
            }
            Attempted::Failed(setback) => {
                if !event.conversation.is_empty() {
                    held.insert(event.conversation.clone());
                }
                passed.parked.push(Parking { seq: event.seq, setback: Some(setback) });
                passed.seq = event.seq;
                passed.commit().await?;
                circuit.parked();
            }
            Attempted::Dead(reason) => {
                passed.commit().await?;
                bury(desk, name, event, &reason).await?;
                (passed.seq, passed.committed) = (event.seq, event.seq);
            }
            Attempted::Silent(setback) => {
                passed.commit().await?;
                let again = setback.retry_at;
                store.postpone(name, lane, event.seq, setback).await?;
                return Ok(Some(again));
            }
            Attempted::Shut(until) => {
                passed.commit().await?;
                return Ok(Some(until));
            }
        }
        attempts = 0;
    }
    passed.commit().await?;
    Ok((events.len() == PAGE).then(|| desk.now()))
}

/// The conversations of these events that have a parked one. Only a walk parks, so none is added meanwhile.
async fn held(desk: &Desk, name: &str, events: &[Event]) -> Result<BTreeSet<String>, StoreError> {
    let conversations: BTreeSet<_> = events
        .iter()
        .map(|event| event.conversation.clone())
        .filter(|conversation| !conversation.is_empty())
        .collect();
    let Some(lane) = events.first().map(|event| event.lane.as_str()) else {
        return Ok(BTreeSet::new());
    };
    let conversations: Vec<_> = conversations.into_iter().collect();
    let heads = Heads::Among { lane, conversations: &conversations };
    let parked = desk.store.parked(name, heads).await?;
    Ok(parked.into_iter().map(|parked| parked.event.conversation).collect())
}
