//! One message: its bubble, and what is around it.

use maud::{Markup, html};
use serde_json::Value;
use wharf_model::message::Content;

use super::{chat, content, icons, look::View, menu, times};
use crate::world::{Author, Entry, Matter, Standing};

/// A message, `at` that place in the chat.
pub(super) fn item(view: &View<'_>, at: usize, before: Option<&Entry>, entry: &Entry) -> Markup {
    if is_reaction(entry) {
        return reaction(view, at, entry);
    }
    let id = format!("m{at}");
    let by = if entry.author == Author::Business { "business" } else { "person" };
    let first = !chat::goes_on(view, before, entry);
    let failed = matches!(entry.standing, Standing::Failed(_));
    let reacted = entry.reactions.business.is_some() || entry.reactions.person.is_some();
    html! {
        li .message .{ "by-" (by) } .first[first] .failed[failed] .reacted[reacted] #(id)
            data-id=(entry.id) data-status=(entry.standing.as_str()) {
            div .bubble .{ "of-" (content::look(entry)) } {
                span .hidden { (chat::author(view, entry.author)) ": " }
                @if let Some(ad) = &entry.referral { (advertisement(ad)) }
                (quoted(view, entry))
                (content::show(view, &id, entry))
                (meta(view, entry))
            }
            @if reacted { (emoji(view, entry)) }
            (menu::opener(&id, entry))
            (menu::sheet(view, &id, entry))
            (content::actions(view, &id, entry))
            (failure(entry))
        }
    }
}

/// Where somebody came from.
fn advertisement(ad: &Value) -> Markup {
    let text = |name: &str| ad[name].as_str().filter(|text| !text.is_empty());
    html! {
        div .ad {
            span .small { "From " (text("source_type").unwrap_or("an advertisement")) }
            @if let Some(headline) = text("headline") { p { b { (headline) } } }
            @if let Some(body) = text("body") { p { (body) } }
        }
    }
}

/// Reactions are shown on the message they are on.
fn is_reaction(entry: &Entry) -> bool {
    match &entry.matter {
        Matter::Business { content, .. } => matches!(content, Content::Reaction(_)),
        Matter::Person { kind, .. } => kind == "reaction",
    }
}

/// A reaction is a line of its own only when it did not arrive.
fn reaction(view: &View<'_>, at: usize, entry: &Entry) -> Markup {
    let failed = matches!(entry.standing, Standing::Failed(_));
    html! {
        @if failed {
            li .message.by-business.failed.first id={ "m" (at) } data-id=(entry.id) data-status="failed" {
                div .bubble { p .text { "Reaction " (summary(entry)) } (meta(view, entry)) }
                (failure(entry))
            }
        }
    }
}

/// The message it answers.
fn quoted(view: &View<'_>, entry: &Entry) -> Markup {
    let Some(id) = &entry.quotes else { return html! {} };
    let entries = view.chat.map(|chat| chat.entries.as_slice()).unwrap_or_default();
    let place = entries.iter().rposition(|entry| entry.id == *id);
    html! {
        @match place.and_then(|at| Some((at, entries.get(at)?))) {
            Some((at, said)) => a .quote href={ "#m" (at) } {
                span .quote-author { (chat::author(view, said.author)) }
                span .quote-text { (summary(said)) }
            },
            None => div .quote { span .quote-text { "A message that is not in this chat" } },
        }
    }
}

/// When, and how far it came.
fn meta(view: &View<'_>, entry: &Entry) -> Markup {
    html! {
        span .meta {
            time datetime=(times::iso(entry.at)) { (view.zone.clock(entry.at)) }
            @match (entry.author, &entry.standing) {
                (Author::Business, standing) => {
                    span .standing { (standing.as_str()) }
                    (ticks(standing))
                },
                (Author::Person, Standing::Read) => {
                    (ticks(&Standing::Read))
                    span .hidden { "read by " (view.number.name) }
                },
                (Author::Person, standing) => {
                    (ticks(standing))
                    span .hidden { "not read yet" }
                },
            }
        }
    }
}

fn ticks(standing: &Standing) -> Markup {
    html! {
        span class={ "ticks is-" (standing.as_str()) } {
            @match standing {
                Standing::Accepted => { (icons::waiting()) },
                Standing::Sent => { (icons::tick()) },
                Standing::Delivered | Standing::Read => { (icons::ticks()) },
                Standing::Failed(_) => { (icons::failed()) },
            }
        }
    }
}

fn emoji(view: &View<'_>, entry: &Entry) -> Markup {
    let by = [
        (Author::Business, entry.reactions.business.as_deref()),
        (Author::Person, entry.reactions.person.as_deref()),
    ];
    html! {
        div .emoji {
            @for (author, emoji) in by {
                @if let Some(emoji) = emoji {
                    span title={ (chat::author(view, author)) " reacted" } { (emoji) }
                }
            }
        }
    }
}

/// Why it did not arrive, in the platform's words.
fn failure(entry: &Entry) -> Markup {
    let Standing::Failed(error) = &entry.standing else { return html! {} };
    let title = error.title.as_deref().unwrap_or(&error.message);
    html! {
        div .failure {
            p { strong { "Failed: " (error.code) } " " (title) }
            @if error.text() != title { p { (error.text()) } }
        }
    }
}

/// One line for the switcher and for quotes.
pub(super) fn summary(entry: &Entry) -> String {
    content::summary(entry)
}
