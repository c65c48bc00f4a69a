//! Calls on the phone: one that rings or runs, and what its person does with it. Nobody hears anything: the
//! emulator carries the signalling, not the sound.

use axum::Router;
use maud::{Markup, html};
use wharf_model::id::{CallId, MessageId};

use super::{
    form::{Form, verb},
    icons,
    look::View,
};
use crate::{
    shell::Shell,
    world::{Act, Call, Dial, Entry, Stage},
};

pub(super) fn routes() -> Router<Shell> {
    Router::new().route("/phone/{wa_id}/call", verb(act)).route("/phone/{wa_id}/dial", verb(dial))
}

/// The call that this phone is in, if it is in one; it stands above every chat.
pub(super) fn show(view: &View<'_>) -> Markup {
    let live = view.world.calls.live_of(&view.person.wa_id);
    html! {
        @if let Some(call) = live { (running(view, call)) }
    }
}

fn running(view: &View<'_>, call: &Call) -> Markup {
    let number = view.world.numbers.get(&call.number).unwrap_or(view.number);
    let name = &number.name;
    let rings = call.by_business && call.stage == Stage::Ringing;
    html! {
        form .call role="status" method="post" action=(view.action("call")) enctype="multipart/form-data" data-live {
            (view.place())
            input type="hidden" name="call" value=(call.id);
            (icons::phone())
            span .call-text {
                @match call.stage {
                    Stage::Ringing if rings => { b { (name) } " is calling" },
                    Stage::Taken => { "In a call with " b { (name) } },
                    _ if call.by_business => { b { (name) } " begins to call" },
                    _ => { "Calling " b { (name) } "…" },
                }
            }
            @if rings {
                button name="act" value="answer" { "Answer" }
                button .danger name="act" value="decline" { "Decline" }
            } @else {
                button .danger name="act" value="hang_up" { "Hang up" }
            }
        }
    }
}

/// The button of a message that calls the business.
pub(super) fn button(view: &View<'_>, entry: &Entry, label: &str, dead: bool) -> Markup {
    html! {
        form .actions method="post" action=(view.action("dial")) enctype="multipart/form-data" data-live {
            (view.place())
            input type="hidden" name="message" value=(entry.id);
            button .action disabled[dead] { (icons::phone()) (label) }
        }
    }
}

fn act(shell: &Shell, wa_id: &str, form: &Form) -> Result<(), String> {
    let call = CallId::new(form.needed("call")?).map_err(|_| "call: is no call's id".to_owned())?;
    let act = match form.needed("act")? {
        "answer" => Act::Answer,
        "decline" => Act::Decline,
        "hang_up" => Act::HangUp,
        _ => return Err("act: must be answer, decline or hang_up".to_owned()),
    };
    let done = shell.step(|world, now| world.act_on_call(wa_id, Some(&call), act, now));
    done.map(|_| ()).map_err(|problem| problem.0)
}

fn dial(shell: &Shell, wa_id: &str, form: &Form) -> Result<(), String> {
    let button = form.text("message").map(MessageId::new).transpose();
    let button = button.map_err(|_| "message: is no message's id".to_owned())?;
    let dial = Dial { to: form.number(), button, payload: None };
    let dialled = shell.step(|world, now| world.dial(wa_id, dial, now));
    dialled.map(|_| ()).map_err(|problem| problem.0)
}
