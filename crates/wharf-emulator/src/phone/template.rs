//! Templates, with their values filled in.

use maud::{Markup, html};
use serde::Deserialize as _;
use serde_json::Value;
use wharf_model::message::{Document, Image, Video};

use super::{files, flow, icons, interactive::reply_button, link, look::View, markup};
use crate::world::{ButtonKind, Entry, ShownTemplate};

pub(super) fn show(view: &View<'_>, template: &ShownTemplate) -> Markup {
    html! {
        @if let Some(sent) = &template.file { (file(view, sent)) }
        @if let Some(header) = &template.header { p .part-header { (header) } }
        p .text { (markup::text(&template.body)) }
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
    } else {
        html! {}
    }
}

pub(super) fn actions(view: &View<'_>, entry: &Entry, template: &ShownTemplate) -> Markup {
    html! {
        @if !template.buttons.is_empty() {
            div .actions {
                @for button in &template.buttons {
                    @let value = button.value.as_deref().unwrap_or_default();
                    @match button.kind {
                        ButtonKind::QuickReply => { (reply_button(view, entry, value, &button.text)) },
                        ButtonKind::Flow if button.flow.is_some() => {
                            (flow::opener(view, entry, &button.text))
                        },
                        ButtonKind::Flow | ButtonKind::Other => { span .action { (button.text) } },
                        ButtonKind::Url => {
                            (link::out(value, "action", &html! { (icons::out()) (button.text) }))
                        },
                    }
                }
            }
        }
    }
}
