//! Templates, with their values filled in.

use maud::{Markup, html};
use serde::Deserialize as _;
use serde_json::Value;
use wharf_model::message::{Document, Image, Location, Video};

use super::{
    cards, files, flow, icons, interactive::reply_button, link, look::View, markup, times::iso,
};
use crate::world::{ButtonKind, Entry, Offer, ShownButton, ShownCard, ShownTemplate};

pub(super) fn show(view: &View<'_>, template: &ShownTemplate) -> Markup {
    html! {
        @if let Some(sent) = &template.file { (file(view, sent)) }
        @if let Some(header) = &template.header { p .part-header { (header) } }
        @if let Some(ends) = &template.offer { (offer(view, ends)) }
        p .text dir="auto" { (markup::message(view, &template.body)) }
        @if let Some(footer) = &template.footer { p .part-footer { (footer) } }
    }
}

fn file(view: &View<'_>, sent: &Value) -> Markup {
    if let Ok(image) = Image::deserialize(&sent["image"]) {
        files::image(view, &image)
    } else if let Ok(video) = Video::deserialize(&sent["video"]) {
        files::video(view, &video)
    } else if let Ok(document) = Document::deserialize(&sent["document"]) {
        files::document(view, &document)
    } else if let Ok(location) = Location::deserialize(&sent["location"]) {
        cards::location(&location)
    } else {
        html! {}
    }
}

/// What its buttons say. In a group they cannot be tapped.
pub(super) fn labels(template: &ShownTemplate) -> Markup {
    html! {
        @if !template.buttons.is_empty() {
            ul .actions aria-label="Buttons, which cannot be tapped in a group" {
                @for button in &template.buttons { li .action.is-label { (button.text) } }
            }
        }
    }
}

fn offer(view: &View<'_>, offer: &Offer) -> Markup {
    html! {
        p .part-header { (offer.text) }
        @if let Some(until) = offer.until {
            p .small {
                @if until <= view.now { "Ended " } @else { "Ends " }
                time datetime=(iso(until)) { (view.zone.moment(until, view.now)) }
            }
        }
    }
}

/// What can be tapped below; then the cards, which have their own.
pub(super) fn actions(view: &View<'_>, entry: &Entry, template: &ShownTemplate) -> Markup {
    html! {
        (buttons(view, entry, &template.buttons))
        @if !template.cards.is_empty() {
            ul .carousel tabindex="0" aria-label="Cards" {
                @for shown in &template.cards { li .bubble { (card(view, entry, shown)) } }
            }
        }
    }
}

fn card(view: &View<'_>, entry: &Entry, card: &ShownCard) -> Markup {
    html! {
        @if let Some(sent) = &card.file { (file(view, sent)) }
        @if let Some(product) = &card.product { p .small { code { (product) } } }
        @if let Some(body) = &card.body { p .text dir="auto" { (markup::message(view, body)) } }
        (buttons(view, entry, &card.buttons))
    }
}

fn buttons(view: &View<'_>, entry: &Entry, buttons: &[ShownButton]) -> Markup {
    html! {
        @if !buttons.is_empty() {
            div .actions { @for shown in buttons { (button(view, entry, shown)) } }
        }
    }
}

fn button(view: &View<'_>, entry: &Entry, button: &ShownButton) -> Markup {
    let value = button.value.as_deref().unwrap_or_default();
    let text = &button.text;
    match button.kind {
        ButtonKind::QuickReply => reply_button(view, entry, value, text),
        ButtonKind::Flow if button.flow.is_some() => flow::opener(view, entry, text),
        ButtonKind::Url => link::out(value, "action", &html! { (icons::out()) (text) }),
        ButtonKind::Copy if !value.is_empty() => copy(value, text),
        ButtonKind::Phone if !value.is_empty() => {
            html! { a .action href=(format!("tel:{value}")) { (icons::phone()) (text) } }
        }
        _ => html! { span .action { (text) } },
    }
}

/// Puts a code on the clipboard. It is shown as well: not every browser has a clipboard for every page.
fn copy(code: &str, text: &str) -> Markup {
    html! {
        button .action type="button" data-copy=(code) {
            (icons::copy()) span { (text) " " code { (code) } } span role="status" {}
        }
    }
}
