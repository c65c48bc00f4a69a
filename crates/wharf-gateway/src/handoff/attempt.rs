//! One attempt at one event, and what follows from it.

use wharf_model::time::Timestamp;
use wharf_store::inbox::{Event, Setback};

use super::{
    circuit::Circuit,
    plan::{Outcome, Plan, plan, wait},
    post,
};
use crate::{chance, desk::Desk, tally::Count};

/// What came of an attempt.
#[derive(Debug)]
pub(super) enum Attempted {
    /// It was taken.
    Taken,
    /// The subscriber answered with a failure.
    Failed(Setback),
    /// The subscriber did not answer.
    Silent(Setback),
    /// It is given up, for this reason.
    Dead(String),
    /// The subscriber is silent: it was not asked, or another attempt told before. Not before this moment.
    Shut(Timestamp),
}

/// Hands an event over, after so many failed attempts.
pub(super) async fn attempt(
    desk: &Desk,
    circuit: &Circuit,
    event: &Event,
    before: u32,
) -> Attempted {
    let ticket = match circuit.enter(desk.now()) {
        Ok(ticket) => ticket,
        Err(until) => return Attempted::Shut(until),
    };
    let outcome = post::post(desk, &circuit.subscriber.url, event).await;
    let (now, jitter, persistence) = (desk.now(), chance::unit(), &desk.setup.persistence);
    let attempts = before.saturating_add(1);
    let planned = plan(persistence, attempts, &outcome, now, jitter);
    let again = match planned {
        Plan::Again(at) => Some(at),
        Plan::Taken | Plan::Dead => None,
    };
    match &outcome {
        Outcome::Silent(why) => {
            let until = now.plus(wait(persistence, ticket.silent.saturating_add(1), jitter));
            if let Err(until) = circuit.silent(&ticket, why, now, until) {
                return Attempted::Shut(until);
            }
        }
        Outcome::Answered { status, .. } => {
            circuit.answered();
            if planned == Plan::Taken {
                circuit.taken(before > 0);
            } else {
                circuit.failing(*status, &event.kind, now, again);
            }
        }
    }
    desk.tally.add(Count::Handoff, planned.label());
    let reason = outcome.to_string();
    match (planned, outcome) {
        (Plan::Taken, _) => Attempted::Taken,
        (Plan::Dead, _) => Attempted::Dead(reason),
        (Plan::Again(retry_at), Outcome::Answered { .. }) => {
            Attempted::Failed(Setback { attempts, retry_at, reason })
        }
        (Plan::Again(retry_at), Outcome::Silent(_)) => {
            Attempted::Silent(Setback { attempts, retry_at, reason })
        }
    }
}
