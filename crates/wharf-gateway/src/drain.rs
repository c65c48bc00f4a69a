//! Stopping without leaving anything half done.

use std::time::Duration;

use tokio::time::timeout;

use crate::gateway::Rooms;

/// How long what is under way may take to end.
const PATIENCE: Duration = Duration::from_secs(20);

/// How long connections may take to close.
const CLOSING: Duration = Duration::from_secs(2);

/// Takes nothing new, waits for what is under way, then ends the rest.
pub(crate) async fn drain(rooms: Rooms) {
    rooms.desk.stopping.cancel();
    rooms.tasks.close();
    if timeout(PATIENCE, rooms.tasks.wait()).await.is_err() {
        tracing::warn!("stopping although something is still under way");
        rooms.cut.cancel();
        // Whatever ignores even this is dropped with the runtime.
        let _ended = timeout(CLOSING, rooms.tasks.wait()).await;
    }
    // Last, so that one can watch.
    rooms.api_stopping.cancel();
    rooms.api_tasks.close();
    if timeout(CLOSING, rooms.api_tasks.wait()).await.is_err() {
        rooms.cut.cancel();
        let _ended = timeout(CLOSING, rooms.api_tasks.wait()).await;
    }
    let client = rooms.desk.setup.client.clone();
    drop(rooms);
    // Waits for nothing when another clone is alive still.
    let _closed = timeout(CLOSING, client.shutdown()).await;
}
