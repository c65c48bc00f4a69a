//! What somebody does with their phone, as it can be set on the page: what `PUT /_control/users/{wa_id}` sets.

use axum::Router;
use maud::{Markup, html};

use super::{
    clock,
    form::{Form, verb},
    icons,
    look::View,
    sheet as sheets,
};
use crate::{shell::Shell, world::Habits};

pub(super) fn routes() -> Router<Shell> {
    Router::new().route("/phone/{wa_id}/habits", verb(set))
}

/// The button in the line above the chat.
pub(super) fn opener(view: &View<'_>) -> Markup {
    let label = format!("What {} does, and the clock", view.person.name);
    html! {
        button .habits-opener type="button" popovertarget="habits" aria-label=(label) title=(label) { (icons::gear()) }
    }
}

/// The sheet that it opens; screens without room beside the phone have the clock here.
pub(super) fn sheet(view: &View<'_>) -> Markup {
    let person = view.person;
    let boxes = [
        ("reachable", person.reachable, "The phone is on", "what is sent meanwhile arrives later"),
        ("reads", person.reads, "Opens what arrives", "with read receipts on"),
        ("blocks", person.blocks, "Blocks the business", "nothing arrives any more"),
        ("opted_out", person.opted_out, "Wants no marketing", "your app is told"),
        ("phone_hidden", person.phone_hidden, "Hides the number", "webhooks name the user id only"),
    ];
    let body = html! {
        form .fields method="post" action=(view.action("habits")) enctype="multipart/form-data" data-live {
            (view.place())
            @for (name, on, label, more) in boxes {
                label .check {
                    input type="checkbox" name=(name) value="1" checked[on];
                    span { (label) " " span .small { (more) } }
                }
            }
            button .primary { "Set" }
        }
        (clock::show(view, "habits-clock"))
        button .action type="button" popovertarget="arrival" { (icons::plus()) "Add somebody" }
    };
    html! {
        div #habits-part { (sheets::sheet("habits", &format!("{}’s phone", person.name), &body)) }
    }
}

fn set(shell: &Shell, wa_id: &str, form: &Form) -> Result<(), String> {
    let is = |name: &str| Some(form.text(name).is_some());
    let habits = Habits {
        reachable: is("reachable"),
        reads: is("reads"),
        phone_hidden: is("phone_hidden"),
        blocks: is("blocks"),
        opted_out: is("opted_out"),
        username: None,
    };
    let known = shell.step(|world, now| {
        world.set_habits(wa_id, habits, now);
        world.people.contains_key(wa_id)
    });
    if known { Ok(()) } else { Err(format!("nobody has the number {wa_id}")) }
}
