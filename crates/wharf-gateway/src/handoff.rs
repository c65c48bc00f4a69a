//! Handing events to subscribers: in order per lane, signed the platform's way, until they say 2xx.

mod cursor;
mod plan;
mod post;

use std::{sync::Arc, time::Duration};

use futures_util::{StreamExt as _, stream};
use tokio::time::sleep;
use wharf_model::time::Timestamp;
use wharf_store::StoreError;

use crate::{Subscriber, desk::Desk};

/// Lanes of one subscriber that are walked at the same time.
const LANES: usize = 8;

/// Nothing waits longer than this for a look.
const LOOK_AGAIN: Duration = Duration::from_secs(5);

/// How long to wait after the store failed.
const TROUBLE: Duration = Duration::from_millis(500);

/// Hands events to one subscriber until the gateway stops.
pub(crate) async fn run(desk: Arc<Desk>, subscriber: Subscriber) {
    let mut indexed = desk.indexed.listen();
    while !desk.stopping.is_cancelled() {
        let pause = match round(&desk, &subscriber).await {
            Ok(again) => again.map_or(LOOK_AGAIN, |at| at.since(desk.now()).min(LOOK_AGAIN)),
            Err(error) => {
                desk.failed(&error, "events could not be handed over; they wait in the inbox");
                TROUBLE
            }
        };
        tokio::select! {
            () = desk.stopping.cancelled() => {}
            () = indexed.heard() => {}
            () = sleep(pause) => {}
        }
    }
}

/// Walks each lane that has something to hand over, and says when to look again.
async fn round(desk: &Desk, subscriber: &Subscriber) -> Result<Option<Timestamp>, StoreError> {
    let cursors = desk.store.cursors(&subscriber.name).await?;
    let now = desk.now();
    let mut again: Option<Timestamp> = None;
    let mut sooner = |at: Timestamp| again = Some(again.map_or(at, |again| again.min(at)));
    let mut ready = Vec::new();
    for cursor in cursors.into_iter().filter(|cursor| cursor.newest > cursor.seq) {
        match cursor.retry_at.filter(|at| *at > now) {
            Some(at) => sooner(at),
            None => ready.push(cursor),
        }
    }
    let walks = ready.into_iter().map(|cursor| cursor::walk(desk, subscriber, cursor));
    let walked: Vec<_> = stream::iter(walks).buffer_unordered(LANES).collect().await;
    for at in walked {
        if let Some(at) = at? {
            sooner(at);
        }
    }
    Ok(again)
}
