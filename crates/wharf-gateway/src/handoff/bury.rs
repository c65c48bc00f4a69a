//! Giving an event up.

use wharf_store::{StoreError, inbox::Event};

use crate::desk::Desk;

/// Keeps the event as a dead letter; those behind it go on.
pub(super) async fn bury(
    desk: &Desk,
    name: &str,
    event: &Event,
    reason: &str,
) -> Result<(), StoreError> {
    tracing::warn!(
        subscriber = name,
        lane = event.lane,
        seq = event.seq,
        reason,
        "an event was given up; it is kept as a dead letter"
    );
    desk.store.bury(name, &event.lane, event.seq, reason, desk.now()).await
}
