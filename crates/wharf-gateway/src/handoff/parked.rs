//! Parked events, tried again; those of one conversation in order.

use wharf_model::time::Timestamp;
use wharf_store::{StoreError, inbox::Parked};

use super::{
    attempt::{Attempted, attempt},
    bury::bury,
    circuit::Circuit,
};
use crate::desk::Desk;

/// Events of one conversation that follow each other before the others have their turn.
const IN_A_ROW: usize = 32;

/// Tries the first of a conversation's parked events and, when it is taken, those behind it. Says when
/// to look again.
pub(super) async fn follow(
    desk: &Desk,
    circuit: &Circuit,
    head: Parked,
) -> Result<Option<Timestamp>, StoreError> {
    let (store, name) = (&desk.store, circuit.subscriber.name.as_str());
    let mut next = Some(head);
    for _ in 0..IN_A_ROW {
        let Some(Parked { event, setback }) = next.take() else { return Ok(None) };
        if desk.stopping.is_cancelled() {
            return Ok(None);
        }
        match attempt(desk, circuit, &event, setback.attempts).await {
            Attempted::Taken => next = store.release(name, &event.lane, event.seq).await?,
            Attempted::Failed(setback) | Attempted::Silent(setback) => {
                let again = setback.retry_at;
                store.postpone(name, &event.lane, event.seq, setback).await?;
                return Ok(Some(again));
            }
            Attempted::Dead(reason) => {
                bury(desk, name, &event, &reason).await?;
                break;
            }
            Attempted::Shut(until) => return Ok(Some(until)),
        }
    }
    Ok(Some(desk.now()))
}
