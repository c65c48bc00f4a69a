//! From arrivals to events, right behind the journal. Doing it again changes nothing.

mod events;

use std::{sync::Arc, time::Duration};

use tokio::time::sleep;
use wharf_store::{StoreError, journal::Indexed};

use crate::desk::Desk;

/// Arrivals in one commit; each may have 4 MiB.
const BATCH: usize = 32;

/// A ring can be missed when a request is dropped after its commit; nothing waits longer than this.
const LOOK_AGAIN: Duration = Duration::from_secs(2);

/// How long to wait after the store failed.
const TROUBLE: Duration = Duration::from_millis(500);

/// Indexes whatever arrives until the gateway stops; what is left then waits in the journal.
pub(crate) async fn run(desk: Arc<Desk>) {
    let mut arrived = desk.arrived.listen();
    while !desk.stopping.is_cancelled() {
        let pause = match step(&desk).await {
            Ok(0) => LOOK_AGAIN,
            Ok(_) => continue,
            Err(error) => {
                desk.failed(&error, "arrivals could not be indexed; they wait in the journal");
                TROUBLE
            }
        };
        tokio::select! {
            () = desk.stopping.cancelled() => {}
            () = arrived.heard() => {}
            () = sleep(pause) => {}
        }
    }
}

/// Indexes one batch, and says how many arrivals were in it.
async fn step(desk: &Desk) -> Result<usize, StoreError> {
    let arrivals = desk.store.unindexed(BATCH).await?;
    let count = arrivals.len();
    if count == 0 {
        return Ok(0);
    }
    let batch = arrivals
        .iter()
        .map(|arrival| Indexed { arrival: arrival.id, events: events::of(&arrival.body) })
        .collect();
    let report = desk.store.index(batch).await?;
    tracing::debug!(arrivals = count, added = report.added, repeated = report.repeated, "indexed");
    if report.added > 0 {
        desk.indexed.ring();
    }
    for id in &report.moved {
        desk.waiting.tell(*id);
    }
    if !report.moved.is_empty() {
        // A send that is known now no longer holds back its conversation.
        desk.queued.ring();
    }
    Ok(count)
}
