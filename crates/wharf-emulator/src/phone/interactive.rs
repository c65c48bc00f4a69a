//! Buttons, lists and the other interactive messages.

use maud::{Markup, html};
use serde_json::Value;
use wharf_model::message::{
    Interactive, List,
    interactive::{Header, Row},
};

use super::{
    bill, calls, carousel, composer, content, files, flow, icons, link, look::View, markup, sheet,
    shop,
};
use crate::world::{Entry, Standing};

/// The main text.
pub(super) fn body(interactive: &Interactive) -> String {
    interactive.text().unwrap_or(interactive.kind()).to_owned()
}

/// What cannot be drawn yet, as JSON.
fn undrawn(interactive: &Interactive) -> Option<Value> {
    match interactive {
        Interactive::Other(value) => Some(value.clone()),
        _ => None,
    }
}

/// As it stands on the wire: parts of it are drawn from there.
fn wire(interactive: &Interactive) -> Value {
    serde_json::to_value(interactive).unwrap_or_default()
}

/// What is between text and footer.
fn middle(interactive: &Interactive) -> Markup {
    let note = |text: &str| html! { p .small { (text) } };
    match interactive {
        Interactive::Product(_) | Interactive::ProductList(_) | Interactive::Catalog(_) => {
            shop::show(&wire(interactive))
        }
        Interactive::OrderDetails(_) => bill::details(&wire(interactive)),
        Interactive::OrderStatus(_) => bill::status(&wire(interactive)),
        Interactive::Address(_) => note("Asks for an address"),
        Interactive::ContactInfo(_) => note("Asks for a phone number"),
        Interactive::CallPermission(_) => note("Asks whether the business may call"),
        _ => html! {},
    }
}

pub(super) fn show(view: &View<'_>, interactive: &Interactive) -> Markup {
    html! {
        @if let Some(header) = interactive.header() { (above(view, header)) }
        p .text dir="auto" { (markup::message(view, &body(interactive))) }
        (middle(interactive))
        @if let Some(footer) = interactive.footer() { p .part-footer { (footer.text) } }
        @if let Some(value) = undrawn(interactive) { (content::unknown(interactive.kind(), &value)) }
    }
}

fn above(view: &View<'_>, header: &Header) -> Markup {
    match header {
        Header::Text(text) => html! { p .part-header { (text) } },
        Header::Image(image) => files::image(view, image),
        Header::Video(video) => files::video(view, video),
        Header::Document(document) => files::document(view, document),
        Header::Other(value) => content::unknown("header", value),
        _ => content::unknown("header", &Value::Null),
    }
}

pub(super) fn actions(
    view: &View<'_>,
    id: &str,
    entry: &Entry,
    interactive: &Interactive,
) -> Markup {
    let sheet_id = format!("{id}-sheet");
    let opener = |icon: Markup, label: &str| {
        html! {
            button .action type="button" popovertarget=(sheet_id) disabled[is_dead(entry)] { (icon) (label) }
        }
    };
    html! {
        @match interactive {
            Interactive::Button(buttons) => div .actions {
                @for reply in buttons.action.replies() {
                    (reply_button(view, entry, &reply.id, &reply.title))
                }
            },
            Interactive::List(list) => {
                div .actions { (opener(icons::list(), &list.action.button)) }
                (sheet::sheet(&sheet_id, &list.action.button, &rows(view, entry, list)))
            },
            Interactive::CtaUrl(cta) => div .actions {
                @let parameters = &cta.action.parameters;
                (link::out(&parameters.url, "action", &html! { (icons::out()) (parameters.display_text) }))
            },
            Interactive::LocationRequest(_) => {
                div .actions { (opener(icons::pin(), "Send location")) }
                (sheet::sheet(&sheet_id, "Send location", &composer::place_form(view, Some(&entry.id))))
            },
            Interactive::Flow(message) => div .actions {
                (flow::opener(view, entry, &message.action.parameters.flow_cta))
            },
            Interactive::Product(_) | Interactive::ProductList(_) | Interactive::Catalog(_) => {
                div .actions { (opener(icons::list(), "Order")) }
                (sheet::sheet(&sheet_id, "Order", &shop::order_form(view, entry, &wire(interactive))))
            },
            Interactive::Carousel(_) => { (carousel::show(view, entry, &wire(interactive))) },
            Interactive::CallPermission(_) => { (consent(view, entry)) },
            Interactive::OrderDetails(_) => div .actions {
                button .action type="button" disabled title="Paying is not emulated" { "Review and pay" }
            },
            Interactive::VoiceCall(call) => {
                @let label = call.action.parameters.as_ref().and_then(|parameters| parameters.display_text.as_deref());
                (calls::button(view, entry, label.unwrap_or("Call"), is_dead(entry)))
            },
            _ => {},
        }
    }
}

/// Whether the business may call.
fn consent(view: &View<'_>, entry: &Entry) -> Markup {
    html! {
        form .actions method="post" action=(view.action("calls")) enctype="multipart/form-data" data-live {
            (view.place())
            @for (word, label) in [("permanent", "Always allow"), ("temporary", "Allow for 7 days"), ("never", "Do not allow")] {
                button .action name="allow" value=(word) disabled[is_dead(entry)] { (label) }
            }
        }
    }
}

/// What did not arrive cannot be tapped.
fn is_dead(entry: &Entry) -> bool {
    matches!(entry.standing, Standing::Failed(_))
}

/// A button that answers. The one that was tapped is marked and done with; the others still work, as on a
/// real phone: people scroll up and choose again, and an app has to cope.
pub(super) fn reply_button(view: &View<'_>, entry: &Entry, choice: &str, title: &str) -> Markup {
    let tapped = entry.marks().tapped.as_deref() == Some(choice);
    html! {
        form method="post" action=(view.action("tap")) enctype="multipart/form-data" data-live {
            (view.place())
            input type="hidden" name="message" value=(entry.id);
            button .action .tapped[tapped] name="choice" value=(choice) disabled[tapped || is_dead(entry)] {
                @if tapped { (icons::tick()) span .hidden { "Tapped: " } } @else { (icons::reply()) }
                (title)
            }
        }
    }
}

fn rows(view: &View<'_>, entry: &Entry, list: &List) -> Markup {
    html! {
        form method="post" action=(view.action("tap")) enctype="multipart/form-data" data-live {
            (view.place())
            input type="hidden" name="message" value=(entry.id);
            @for section in &list.action.sections {
                fieldset .rows {
                    @if let Some(title) = &section.title { legend { (title) } }
                    @for row in &section.rows { (pick(entry, row)) }
                }
            }
        }
    }
}

fn pick(entry: &Entry, row: &Row) -> Markup {
    let tapped = entry.marks().tapped.as_deref() == Some(row.id.as_str());
    html! {
        button .row .tapped[tapped] name="choice" value=(row.id) disabled[tapped] {
            span .row-text {
                span .row-title { (row.title) }
                @if let Some(description) = &row.description { span .small { (description) } }
            }
            span .row-mark { @if tapped { (icons::tick()) span .hidden { "picked" } } }
        }
    }
}
