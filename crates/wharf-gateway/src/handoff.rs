//! Handing events to subscribers: in order per conversation, signed the platform's way, until they say 2xx.

mod attempt;
mod bury;
mod circuit;
mod cursor;
mod parked;
mod plan;
mod post;

use std::{sync::Arc, time::Duration};

use futures_util::{StreamExt as _, stream};
use tokio::time::sleep;
use wharf_model::time::Timestamp;
use wharf_store::{StoreError, inbox::Heads};

use crate::desk::Desk;
pub(crate) use circuit::Circuit;

/// Lanes of one subscriber that are walked at the same time, and conversations that are tried again.
const AT_A_TIME: usize = 8;

/// Conversations with parked events that are looked at together.
const HEADS: usize = 32;

/// Nothing waits longer than this for a look.
const LOOK_AGAIN: Duration = Duration::from_secs(5);

/// How long to wait after the store failed.
const TROUBLE: Duration = Duration::from_millis(500);

/// What is looked at. Neither waits for the other.
#[derive(Clone, Copy, Debug)]
enum Part {
    /// What the cursors have not passed.
    Lanes,
    /// What they have passed and the subscriber has not taken.
    Parked,
}

/// Hands events to one subscriber until the gateway stops.
pub(crate) async fn run(desk: Arc<Desk>, circuit: Arc<Circuit>) {
    tokio::join!(look(&desk, &circuit, Part::Lanes), look(&desk, &circuit, Part::Parked));
}

async fn look(desk: &Desk, circuit: &Circuit, part: Part) {
    let mut indexed = desk.indexed.listen();
    let mut again = circuit.listen();
    while !desk.stopping.is_cancelled() {
        let shut = circuit.silence().map(|(_, until)| until).filter(|until| *until > desk.now());
        let looked = match (shut, part) {
            (Some(until), _) => Ok(Some(until)),
            (None, Part::Lanes) => lanes(desk, circuit).await,
            (None, Part::Parked) => parked(desk, circuit).await,
        };
        let pause = match looked {
            Ok(again) => again.map_or(LOOK_AGAIN, |at| at.since(desk.now()).min(LOOK_AGAIN)),
            Err(error) => {
                desk.failed(&error, "events could not be handed over; they wait in the inbox");
                TROUBLE
            }
        };
        tokio::select! {
            () = desk.stopping.cancelled() => {}
            () = indexed.heard(), if matches!(part, Part::Lanes) => {}
            () = again.heard() => {}
            () = sleep(pause) => {}
        }
    }
}

/// Walks each lane that has something to hand over, and says when to look again.
async fn lanes(desk: &Desk, circuit: &Circuit) -> Result<Option<Timestamp>, StoreError> {
    let cursors = desk.store.cursors(&circuit.subscriber.name).await?;
    let now = desk.now();
    let mut again = Soonest::default();
    let mut ready = Vec::new();
    for cursor in cursors.into_iter().filter(|cursor| cursor.newest > cursor.seq) {
        match cursor.setback.as_ref().map(|setback| setback.retry_at).filter(|at| *at > now) {
            Some(at) => again.or(at),
            None => ready.push(cursor),
        }
    }
    let walks = ready.into_iter().map(|cursor| cursor::walk(desk, circuit, cursor));
    again.of(stream::iter(walks).buffer_unordered(AT_A_TIME).collect().await)
}

/// Tries the parked events that are due, and says when to look again.
async fn parked(desk: &Desk, circuit: &Circuit) -> Result<Option<Timestamp>, StoreError> {
    let heads = desk.store.parked(&circuit.subscriber.name, Heads::Soonest(HEADS)).await?;
    let now = desk.now();
    let mut again = Soonest::default();
    if heads.len() == HEADS {
        // There may be more behind these.
        again.or(heads.last().map_or(now, |last| last.setback.retry_at.max(now)));
    }
    let (due, later): (Vec<_>, Vec<_>) =
        heads.into_iter().partition(|head| head.setback.retry_at <= now);
    for head in &later {
        again.or(head.setback.retry_at);
    }
    let tries = due.into_iter().map(|head| parked::follow(desk, circuit, head));
    again.of(stream::iter(tries).buffer_unordered(AT_A_TIME).collect().await)
}

/// The soonest of some moments.
#[derive(Debug, Default)]
struct Soonest(Option<Timestamp>);

impl Soonest {
    fn or(&mut self, at: Timestamp) {
        self.0 = Some(self.0.map_or(at, |soonest| soonest.min(at)));
    }

    /// Of these, too, unless one of them failed.
    fn of(
        mut self,
        moments: Vec<Result<Option<Timestamp>, StoreError>>,
    ) -> Result<Option<Timestamp>, StoreError> {
        for moment in moments {
            if let Some(at) = moment? {
                self.or(at);
            }
        }
        Ok(self.0)
    }
}
