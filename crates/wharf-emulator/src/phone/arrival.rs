//! Somebody comes into the world, from the page.

use axum::{Router, response::Response};
use maud::{Markup, html};
use wharf_model::phone;

use super::{
    form::{Form, Posted, answer, answered},
    look::View,
    sheet,
};
use crate::{shell::Shell, world::rewrite};

/// Characters of a name.
const NAME_CHARS_MAX: usize = 100;

pub(super) fn routes() -> Router<Shell> {
    Router::new().route("/phone/{wa_id}/arrival", answered(come))
}

/// The button beside the phone.
pub(super) fn opener() -> Markup {
    html! { button .add type="button" popovertarget="arrival" { "Add somebody" } }
}

/// The form that it opens.
pub(super) fn sheet(view: &View<'_>) -> Markup {
    let form = html! {
        form .fields method="post" action=(view.action("arrival")) enctype="multipart/form-data" {
            @if view.asked.alone.is_some() { input type="hidden" name="alone" value="1"; }
            label { "Name" input type="text" name="name" required maxlength=(NAME_CHARS_MAX) autocomplete="off"; }
            label {
                "Phone number, with country code"
                input type="tel" name="phone" required placeholder="+15550003333" autocomplete="off";
            }
            button .action type="submit" { "Bring them in" }
        }
    };
    sheet::sheet("arrival", "Somebody new", &form)
}

async fn come(posted: Posted) -> Response {
    let Posted { shell, headers, form, .. } = &posted;
    match enter(shell, form) {
        Ok(newcomer) => answer(&newcomer, &form.query(), headers, Ok(())),
        Err(what) => posted.answer(Err(what)),
    }
}

fn enter(shell: &Shell, form: &Form) -> Result<String, String> {
    let (name, number) = (form.needed("name")?, form.needed("phone")?);
    if name.chars().count() > NAME_CHARS_MAX {
        return Err(format!("name: {NAME_CHARS_MAX} characters are the most"));
    }
    if phone::digits(number).is_none() {
        return Err("phone: must be a phone number with country code".to_owned());
    }
    let taken = shell.look(|world, _| {
        let person = world.people.get(&rewrite::wa_id(&phone::digits(number)?))?;
        Some(format!("phone: this is the number of {}", person.name))
    });
    if let Some(taken) = taken {
        return Err(taken);
    }
    let come = shell.step(|world, _| {
        let wa_id = world.add_person(number, name);
        world.all_changed();
        wa_id
    });
    come.ok_or_else(|| "phone: must be a phone number with country code".to_owned())
}
