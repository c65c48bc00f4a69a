//! Templates, with their values filled in.

use maud::{Markup, html};

use super::{flow, icons, interactive::reply_button, link, look::View, markup};
use crate::world::{ButtonKind, Entry, ShownTemplate};

pub(super) fn show(template: &ShownTemplate) -> Markup {
    html! {
        @if let Some(header) = &template.header { p .part-header { (header) } }
        p .text { (markup::text(&template.body)) }
        @if let Some(footer) = &template.footer { p .part-footer { (footer) } }
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
