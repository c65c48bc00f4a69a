//! Where each subscriber stands.

use maud::{Markup, html};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use wharf_store::inbox::{Cursor, DeadLetter, Parked, Setback};

use super::{super::rows, moment};
use crate::handoff::Circuit;

/// A subscriber, and where it stands.
pub(super) struct Standing<'d> {
    pub(super) circuit: &'d Circuit,
    pub(super) cursors: Vec<Cursor>,
    pub(super) parked: Vec<Parked>,
}

/// The part of the page about what is handed over.
pub(super) fn section(standings: &[Standing<'_>], letters: &[DeadLetter]) -> Markup {
    html! {
        section aria-labelledby="handoff" {
            h2 id="handoff" { "Handoff" }
            @if standings.is_empty() {
                p { "Nobody is told of events: set " code { "WHARF_APP_URL" } " to your app's webhook." }
            }
            @for standing in standings { (of(standing)) }
            @if !letters.is_empty() {
                h3 { "Dead letters" }
                ul {
                    @for letter in letters {
                        li {
                            (letter.event.lane) "/" (letter.event.seq) " " (letter.event.kind) " for "
                            (letter.subscriber) ": " (rows::without_numbers(&letter.reason))
                        }
                    }
                }
            }
        }
    }
}

fn of(Standing { circuit, cursors, parked }: &Standing<'_>) -> Markup {
    let name = utf8_percent_encode(&circuit.subscriber.name, NON_ALPHANUMERIC);
    html! {
        h3 { (circuit.subscriber.name) }
        p {
            (rows::without_secrets(&circuit.subscriber.url))
            @if let Some((attempts, _)) = circuit.silence() {
                " " strong { "does not answer" } " (" (attempts) " attempts in a row)"
            }
        }
        form method="post" action={ "/api/subscribers/" (name) "/retry" } {
            button type="submit" { "Try again now" }
        }
        ul {
            @for cursor in cursors {
                li {
                    "Lane " (cursor.lane) ": " (cursor.seq) " of " (cursor.newest) " passed"
                    @if let Some(setback) = &cursor.setback { "; " (failed(setback)) }
                }
            }
        }
        @if !parked.is_empty() {
            h4 { "Parked conversations" }
            ul {
                @for Parked { event, setback } in parked {
                    li {
                        (event.lane) "/" (event.seq) " " (event.kind)
                        @if !event.conversation.is_empty() { " of " (rows::masked(&event.conversation)) }
                        ": " (failed(setback))
                    }
                }
            }
        }
    }
}

fn failed(setback: &Setback) -> Markup {
    html! {
        (setback.attempts) " failed"
        @if !setback.reason.is_empty() { " (" (rows::without_numbers(&setback.reason)) ")" }
        @if rows::next_try(setback.retry_at).is_some() { ", next try at " (moment(setback.retry_at)) " UTC" }
        @else { ", next try at once" }
    }
}
