//! One attempt: the caller's own JSON with our token in it, once.

use std::{sync::Arc, time::Duration};

use bytes::Bytes;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;
use wharf_client::{Attempt, Class};
use wharf_model::id::PhoneNumberId;
use wharf_store::{
    ErrorKind,
    outbox::{Outcome, Send},
};

use super::{
    Paces,
    claim::Claimed,
    settle::{self, Ending, Feedback},
};
use crate::{chance, desk::Desk, json, tally::Count};

const CALLBACK_DATA: &str = "biz_opaque_callback_data";

/// How long to wait before settling is tried again.
const TRY_AGAIN: [Duration; 4] = [
    Duration::from_millis(50),
    Duration::from_millis(200),
    Duration::from_secs(1),
    Duration::from_secs(3),
];

/// Sends what was claimed, and settles it.
pub(super) async fn send(desk: Arc<Desk>, paces: Paces, claimed: Claimed, cut: CancellationToken) {
    let Claimed { send, token } = claimed;
    let ending = tokio::select! {
        ending = attempt(&desk, &send, &token) => Some(ending),
        // Nobody knows: the next process finds the mark.
        () = cut.cancelled() => None,
    };
    paces.lock().back(&send.lane);
    let Some(Ending { outcome, feedback, label }) = ending else { return };
    desk.tally.add(Count::Attempt, label);
    feed_back(&desk, &paces, &send, feedback);
    tokio::select! {
        () = settle(&desk, &send, outcome) => {}
        () = cut.cancelled() => {}
    }
    desk.waiting.tell(send.id);
    desk.queued.ring();
}

async fn attempt(desk: &Desk, send: &Send, token: &str) -> Ending {
    if settle::is_too_old(send, desk.now()) {
        return settle::too_old();
    }
    let body = std::str::from_utf8(&send.body)
        .ok()
        .and_then(|body| json::set(body, CALLBACK_DATA, Some(token)));
    let (Some(body), Ok(number)) = (body, PhoneNumberId::new(send.lane.as_str())) else {
        return settle::unsendable();
    };
    let attempt: Attempt =
        desk.setup.client.attempt_send(&send.version, &number, Bytes::from(body)).await;
    tracing::debug!(
        send = send.id,
        attempt = send.attempt,
        class = ?attempt.class,
        status = attempt.status,
        trace = attempt.meta.trace,
        "an attempt ended"
    );
    if attempt.status.is_some() {
        desk.platform_answered();
    } else if attempt.class != Class::Refused {
        desk.platform_is_silent(attempt.problem.as_deref().unwrap_or_default());
    }
    settle::ending(&attempt, send, desk.now(), chance::unit())
}

fn feed_back(desk: &Desk, paces: &Paces, send: &Send, feedback: Feedback) {
    let mut pace = paces.lock();
    match feedback {
        Feedback::None => {}
        Feedback::SlowNumber => pace.slow_number(&send.lane, desk.now()),
        Feedback::HoldPair(until) => pace.hold_pair(&send.lane, &send.conversation, until),
        Feedback::HoldNumber(until) => pace.hold_number(&send.lane, until),
    }
}

/// Settles, and tries again while the store is in trouble: what is not settled is unknown.
async fn settle(desk: &Desk, send: &Send, outcome: Outcome) {
    let mut pauses = TRY_AGAIN.into_iter();
    let mut pause = TRY_AGAIN[0];
    loop {
        let settled = desk.store.settle(send.id, send.attempt, outcome.clone(), desk.now()).await;
        let Err(error) = settled else { return };
        desk.failed(&error, "the end of an attempt could not be kept");
        if error.kind() == ErrorKind::Broken {
            return;
        }
        pause = pauses.next().unwrap_or(pause);
        sleep(pause).await;
    }
}
