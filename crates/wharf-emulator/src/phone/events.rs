//! `/phone/{wa_id}/events`: says that something has changed; the page then asks what.

use std::{convert::Infallible, time::Duration};

use axum::{
    Router,
    extract::State,
    response::{
        IntoResponse, Sse,
        sse::{Event, KeepAlive},
    },
    routing::get,
};
use futures_util::StreamExt as _;
use tokio_stream::wrappers::BroadcastStream;

use crate::shell::Shell;

/// How soon a browser tries again when the emulator is gone.
const RETRY: Duration = Duration::from_millis(700);

pub(super) fn routes() -> Router<Shell> {
    Router::new().route("/phone/{wa_id}/events", get(events))
}

/// Everybody's changes: the switcher shows all people.
async fn events(State(shell): State<Shell>) -> impl IntoResponse {
    let stopping = shell.stopping().clone();
    // Browsers drop an event without data.
    let hello = Event::default().event("changed").data("hello").retry(RETRY);
    let changes = BroadcastStream::new(shell.changes()).map(|change| {
        // One that fell behind looks again at all of it.
        Event::default().event("changed").data(change.unwrap_or_default())
    });
    let all = futures_util::stream::once(async { hello }).chain(changes).map(Ok::<_, Infallible>);
    Sse::new(all.take_until(stopping.cancelled_owned())).keep_alive(KeepAlive::default())
}
