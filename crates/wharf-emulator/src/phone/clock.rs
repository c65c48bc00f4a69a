//! The world's clock, beside the phones: what it shows, and how it is moved.

use std::time::Duration;

use axum::{Router, response::Response};
use maud::{Markup, html};
use wharf_model::time::Timestamp;

use super::{
    form::{Posted, answered},
    look::View,
    times,
};
use crate::shell::Shell;

/// What the clock can be told: the word, what the button says.
const MOVES: [(&str, &str); 3] = [("hour", "+1 hour"), ("day", "+24 hours"), ("week", "+7 days")];

pub(super) fn routes() -> Router<Shell> {
    Router::new().route("/phone/{wa_id}/clock", answered(turn))
}

/// The time in the world, and buttons to move it. It is on a page twice, each with an id.
pub(super) fn show(view: &View<'_>, id: &str) -> Markup {
    let frozen = view.frozen;
    html! {
        section .clock id=(id) aria-label="The clock of this world" {
            p {
                span .small { "In this world it is " }
                b { (shown(view.now)) }
                @if frozen { span .tag { "stands still" } }
            }
            form method="post" action=(view.action("clock")) enctype="multipart/form-data" data-live {
                (view.place())
                @if frozen { button name="turn" value="resume" { "Let it run" } }
                @else { button name="turn" value="freeze" { "Stop it" } }
                @for (word, label) in MOVES { button name="turn" value=(word) { (label) } }
            }
        }
    }
}

/// `2026-11-25 14:05 UTC`.
fn shown(now: Timestamp) -> String {
    let iso = times::iso(now).replace('T', " ");
    format!("{} UTC", iso.get(..16).unwrap_or_default())
}

async fn turn(posted: Posted) -> Response {
    let shell = &posted.shell;
    let outcome = match posted.form.text("turn") {
        Some("freeze") => {
            shell.clock().freeze();
            Ok(())
        }
        Some("resume") => {
            shell.clock().resume();
            Ok(())
        }
        Some("hour") => forward(shell, Duration::from_hours(1)).await,
        Some("day") => forward(shell, Duration::from_hours(24)).await,
        Some("week") => forward(shell, Duration::from_hours(7 * 24)).await,
        _ => Err("turn: must be freeze, resume, hour, day or week".to_owned()),
    };
    // Every phone shows the time.
    shell.step(|world, _| world.all_changed());
    posted.answer(outcome)
}

async fn forward(shell: &Shell, time: Duration) -> Result<(), String> {
    shell.advance(shell.now().plus(time)).await;
    Ok(())
}
