//! A page for people: what is kept, and what happened last. Plain HTML; no script.

mod handoff;

use std::sync::Arc;

use axum::{extract::State, response::Response};
use http::StatusCode;
use maud::{DOCTYPE, Markup, html};
use wharf_model::time::Timestamp;
use wharf_store::{
    inbox::{Event, EventFilter, Heads},
    ledger::State as SendState,
    ops::Counts,
    outbox::Send,
};

use super::{Answer, rows, say, time::iso};
use crate::{desk::Desk, front::public_id};
use handoff::Standing;

/// Rows of each list.
const ROWS: usize = 50;

const STYLE: &str = include_str!("console.css");

/// The page's style.
pub(super) async fn style() -> Response {
    say::text(StatusCode::OK, "text/css; charset=utf-8", STYLE.to_owned())
}

/// The page.
pub(super) async fn page(State(desk): State<Arc<Desk>>) -> Answer {
    let store = &desk.store;
    let counts = store.counts().await?;
    let sends = store.recent_sends(None, ROWS).await?;
    let events = store.recent_events(EventFilter::default(), ROWS).await?;
    let letters = store.dead_letters(ROWS).await?;
    let mut standings = Vec::new();
    for circuit in &desk.circuits {
        let name = &circuit.subscriber.name;
        let cursors = store.cursors(name).await?;
        let parked = store.parked(name, Heads::Soonest(ROWS)).await?;
        standings.push(Standing { circuit, cursors, parked });
    }
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { "Wharf gateway" }
                link rel="stylesheet" href="/console.css";
            }
            body {
                header {
                    h1 { "Wharf gateway" }
                    nav aria-label="On this page" {
                        a href="/" { "Refresh" } a href="#sends" { "Sends" } a href="#events" { "Events" }
                        a href="#handoff" { "Handoff" } a href="/metrics" { "Metrics" }
                    }
                }
                main {
                    (numbers(&counts))
                    (list_sends(&sends))
                    (list_events(&events))
                    (handoff::section(&standings, &letters))
                }
            }
        }
    };
    Ok(say::text(StatusCode::OK, "text/html; charset=utf-8", page.into_string()))
}

fn moment(at: Timestamp) -> Markup {
    let iso = iso(at);
    html! { time datetime=(iso) { (iso.replace('T', " ").trim_end_matches('Z')) } }
}

fn numbers(counts: &Counts) -> Markup {
    let of = |state: SendState| {
        counts.sends.iter().find(|(of, _)| *of == state).map_or(0, |(_, number)| *number)
    };
    html! {
        section aria-label="Numbers" {
            dl class="numbers" {
                div { dt { "Webhooks kept" } dd { (counts.arrivals) } }
                div { dt { "Not yet indexed" } dd { (counts.unindexed) } }
                div { dt { "Events" } dd { (counts.events) } }
                div { dt { "Unread" } dd { (counts.unread) } }
                div { dt { "Conversations parked" } dd { (counts.parked) } }
                div { dt { "Dead letters" } dd { (counts.dead_letters) } }
                @for state in SendState::ALL {
                    @if of(state) > 0 { div { dt { "Sends " (state.as_str()) } dd { (of(state)) } } }
                }
            }
        }
    }
}

fn list_sends(sends: &[Send]) -> Markup {
    html! {
        section aria-labelledby="sends" {
            h2 id="sends" { "Newest sends" }
            @if sends.is_empty() { p { "None yet: an app has not sent anything through this gateway." } }
            @else {
                div class="wide" tabindex="0" role="region" aria-labelledby="sends" {
                    table {
                        thead { tr {
                            th scope="col" { "Send" } th scope="col" { "State" } th scope="col" { "To" }
                            th scope="col" { "Attempts" } th scope="col" { "Changed (UTC)" } th scope="col" { "Reason" }
                        } }
                        tbody {
                            @for send in sends {
                                tr {
                                    td { a href={ "/api/sends/" (public_id(send.id)) } { (public_id(send.id)) } }
                                    td { span class={ "state " (send.state.as_str()) } { (send.state.as_str()) } }
                                    td { (rows::masked(&send.conversation)) }
                                    td { (send.attempt) }
                                    td { (moment(send.changed_at)) }
                                    td { (send.reason.as_deref().map(rows::without_numbers).unwrap_or_default()) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn list_events(events: &[Event]) -> Markup {
    html! {
        section aria-labelledby="events" {
            h2 id="events" { "Newest events" }
            @if events.is_empty() { p { "None yet: the platform has not called /webhook." } }
            @else {
                div class="wide" tabindex="0" role="region" aria-labelledby="events" {
                    table {
                        thead { tr {
                            th scope="col" { "Number" } th scope="col" { "Lane" } th scope="col" { "What" }
                            th scope="col" { "Who" } th scope="col" { "Received (UTC)" } th scope="col" { "Unread because" }
                        } }
                        tbody {
                            @for event in events {
                                tr {
                                    td { (event.seq) }
                                    td { (event.lane) }
                                    td { (event.kind) }
                                    td { (rows::masked(&event.conversation)) }
                                    td { (moment(event.received_at)) }
                                    td { (event.unread.as_deref().unwrap_or_default()) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
