//! Walking a lane from where the subscriber stands.

use std::time::Duration;

use tokio::time::Instant;
use wharf_model::time::Timestamp;
use wharf_store::{
    StoreError,
    inbox::{Cursor, Event},
};

use super::{
    plan::{Plan, plan},
    post,
};
use crate::{Subscriber, chance, desk::Desk, tally::Count};

/// Events read at once.
const PAGE: usize = 32;

/// How long a cursor may be ahead of what is committed: what a crash hands over again.
const AHEAD_MOST: Duration = Duration::from_millis(50);

/// Hands over a page of events, or fewer if one fails, and says when to look at the lane again.
pub(super) async fn walk(
    desk: &Desk,
    subscriber: &Subscriber,
    cursor: Cursor,
) -> Result<Option<Timestamp>, StoreError> {
    let (store, name, lane) = (&desk.store, subscriber.name.as_str(), cursor.lane.as_str());
    let events = store.events(lane, cursor.seq, PAGE).await?;
    let more = events.len() == PAGE;
    let (mut taken, mut committed) = (cursor.seq, cursor.seq);
    let mut attempts = cursor.attempts;
    let mut since = Instant::now();
    for event in &events {
        if desk.stopping.is_cancelled() {
            break;
        }
        let outcome = post::post(desk, &subscriber.url, event).await;
        attempts = attempts.saturating_add(1);
        let planned = plan(&desk.setup.persistence, attempts, &outcome, desk.now(), chance::unit());
        desk.tally.add(Count::Handoff, planned.label());
        if planned != Plan::Taken && taken > committed {
            store.advance(name, lane, taken).await?;
            committed = taken;
        }
        match planned {
            Plan::Taken => taken = event.seq,
            Plan::Again(at) => {
                tracing::debug!(subscriber = name, attempts, what = %outcome, "an event was not taken");
                store.postpone(name, lane, attempts, at).await?;
                return Ok(Some(at));
            }
            Plan::Dead => {
                bury(desk, name, event, &outcome.to_string()).await?;
                (taken, committed) = (event.seq, event.seq);
            }
        }
        attempts = 0;
        if taken > committed && since.elapsed() > AHEAD_MOST {
            store.advance(name, lane, taken).await?;
            (committed, since) = (taken, Instant::now());
        }
    }
    if taken > committed {
        store.advance(name, lane, taken).await?;
    }
    Ok(more.then(|| desk.now()))
}

async fn bury(desk: &Desk, name: &str, event: &Event, reason: &str) -> Result<(), StoreError> {
    tracing::warn!(
        subscriber = name,
        lane = event.lane,
        seq = event.seq,
        reason,
        "an event was given up; it is kept as a dead letter"
    );
    desk.store.bury(name, &event.lane, event.seq, reason, desk.now()).await
}
