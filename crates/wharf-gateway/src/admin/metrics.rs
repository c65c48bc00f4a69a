//! Numbers for Prometheus, in its text format.

use std::{fmt::Write as _, sync::Arc};

use axum::{extract::State, response::Response};
use http::StatusCode;
use wharf_store::{ledger::State as SendState, ops::Counts};

use super::{Answer, say};
use crate::{desk::Desk, tally::Count};

const FORMAT: &str = "text/plain; version=0.0.4; charset=utf-8";

pub(super) async fn metrics(State(desk): State<Arc<Desk>>) -> Answer {
    let counts = desk.store.counts().await?;
    Ok(answer(&counts, &desk.tally.all()))
}

fn answer(counts: &Counts, tally: &[(Count, &'static str, u64)]) -> Response {
    let mut text = String::new();
    for (name, help, number) in [
        ("wharf_arrivals", "Webhook bodies kept", counts.arrivals),
        ("wharf_arrivals_unindexed", "Webhook bodies not yet taken apart", counts.unindexed),
        ("wharf_events", "Events kept", counts.events),
        ("wharf_events_unread", "Events that could not be read", counts.unread),
        ("wharf_conversations_parked", "Conversations with parked events", counts.parked),
        ("wharf_dead_letters", "Events that a subscriber never took", counts.dead_letters),
    ] {
        head(&mut text, name, help, "gauge");
        let _infallible = writeln!(text, "{name} {number}");
    }
    head(&mut text, "wharf_sends", "Sends kept, by state", "gauge");
    for state in SendState::ALL {
        let found = counts.sends.iter().find(|(of, _)| *of == state);
        let number = found.map_or(0, |(_, number)| *number);
        let _infallible = writeln!(text, "wharf_sends{{state=\"{state}\"}} {number}");
    }
    for (count, name, label, help) in [
        (Count::Webhook, "wharf_webhooks_total", "status", "Webhook requests, by our answer"),
        (Count::Front, "wharf_requests_total", "edge", "Requests of apps"),
        (Count::Attempt, "wharf_attempts_total", "outcome", "Attempts to send"),
        (Count::Handoff, "wharf_handoffs_total", "outcome", "Events handed to subscribers"),
    ] {
        head(&mut text, name, help, "counter");
        for (_, value, number) in tally.iter().filter(|(of, ..)| *of == count) {
            let _infallible = writeln!(text, "{name}{{{label}=\"{value}\"}} {number}");
        }
    }
    say::text(StatusCode::OK, FORMAT, text)
}

fn head(text: &mut String, name: &str, help: &str, kind: &str) {
    let _infallible = writeln!(text, "# HELP {name} {help}\n# TYPE {name} {kind}");
}
