//! One message: its bubble, and what is around it.

use maud::{Markup, html};
use serde_json::Value;
use wharf_model::message::{Content, Pin, PinKind};

use super::{
    chat, content, icons,
    line::{Line, Speaker},
    look::View,
    menu, people, times,
};
use crate::world::{Entry, Matter, Standing};

/// A message, `at` that place in the chat.
pub(super) fn item(view: &View<'_>, at: usize, before: Option<Line<'_>>, line: Line<'_>) -> Markup {
    let entry = line.entry;
    if is_reaction(entry) {
        return reaction(view, at, line);
    }
    if let Some(pin) = pinned(entry) {
        return note(view, at, line, pin);
    }
    let failed = matches!(entry.standing, Standing::Failed(_));
    let id = format!("m{at}");
    let first = !chat::goes_on(view, before, line);
    let emoji = line.emoji(view);
    html! {
        li .message .(line.speaker(view).side()) .first[first] .failed[failed] .reacted[!emoji.is_empty()] #(id)
            data-id=(entry.id) data-status=(entry.standing.as_str()) {
            div .bubble .{ "of-" (content::look(entry)) } {
                (who(view, line, first))
                @if let Some(ad) = &entry.marks().referral { (advertisement(ad)) }
                (quoted(view, entry))
                (content::show(view, &id, entry))
                (meta(view, line))
            }
            @if !emoji.is_empty() { (reactions(&emoji)) }
            (menu::opener(view, &id, line))
            (menu::sheet(view, &id, line))
            (content::actions(view, &id, entry))
            (failure(entry))
        }
    }
}

/// Whose it is. Everybody sees it in a group; in a chat it is where the bubble stands.
fn who(view: &View<'_>, line: Line<'_>, first: bool) -> Markup {
    let speaker = line.speaker(view);
    let name = view.name(speaker);
    let key = match speaker {
        Speaker::Other(wa_id) => wa_id,
        _ => view.number.id.as_str(),
    };
    html! {
        @if line.said.is_some() && first && speaker != Speaker::Me {
            p .said-by .{ "name-" (people::hue(key)) } {
                (name)
                @if speaker == Speaker::Business { " " span .tag { "Business" } }
                span .hidden { ": " }
            }
        } @else {
            span .hidden { (name) ": " }
        }
    }
}

/// The pin that it is, if it is one that did not fail.
fn pinned(entry: &Entry) -> Option<&Pin> {
    match (&entry.matter, &entry.standing) {
        (_, Standing::Failed(_)) => None,
        (Matter::Business { content: Content::Pin(pin), .. }, _) => Some(pin),
        _ => None,
    }
}

/// Whether it says what happened, and is no bubble.
pub(super) fn is_note(entry: &Entry) -> bool {
    pinned(entry).is_some()
}

/// What happened, rather than was said.
fn note(view: &View<'_>, at: usize, line: Line<'_>, pin: &Pin) -> Markup {
    let did = if pin.kind == PinKind::Unpin { "took down" } else { "pinned" };
    let place = view.find(&pin.message_id);
    html! {
        li .day.note #{ "m" (at) } data-id=(line.entry.id) data-status=(line.entry.standing.as_str()) {
            (view.name(line.speaker(view))) " " (did) " "
            @match place {
                Some((at, said)) => a .link href={ "#m" (at) } { "“" (shortened(&summary(said.entry))) "”" },
                None => "a message",
            }
        }
    }
}

/// As much of a line as a note has room for.
fn shortened(line: &str) -> String {
    const MOST: usize = 60;
    match line.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default().trim_end()),
        None => line.to_owned(),
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
pub(super) fn is_reaction(entry: &Entry) -> bool {
    match &entry.matter {
        Matter::Business { content, .. } => matches!(content, Content::Reaction(_)),
        Matter::Person { kind, .. } => kind == "reaction",
    }
}

/// A reaction is a line of its own only when it did not arrive.
fn reaction(view: &View<'_>, at: usize, line: Line<'_>) -> Markup {
    let entry = line.entry;
    let failed = matches!(entry.standing, Standing::Failed(_));
    html! {
        @if failed {
            li .message.by-business.failed.first id={ "m" (at) } data-id=(entry.id) data-status="failed" {
                div .bubble { p .text dir="auto" { "Reaction " (summary(entry)) } (meta(view, line)) }
                (failure(entry))
            }
        }
    }
}

/// The message it answers.
fn quoted(view: &View<'_>, entry: &Entry) -> Markup {
    let Some(id) = &entry.quotes else { return html! {} };
    html! {
        @match view.find(id) {
            Some((at, said)) => a .quote href={ "#m" (at) } {
                span .quote-author { (view.name(said.speaker(view))) }
                span .quote-text { (summary(said.entry)) }
            },
            None => div .quote { span .quote-text { "A message that is not in this chat" } },
        }
    }
}

/// When, and how far it came.
fn meta(view: &View<'_>, line: Line<'_>) -> Markup {
    let entry = line.entry;
    html! {
        span .meta {
            time datetime=(times::iso(entry.at)) { (view.zone.clock(entry.at)) }
            @match (line.speaker(view), &entry.standing) {
                (Speaker::Other(_), _) => {},
                (Speaker::Business, standing) => {
                    span .standing { (standing.as_str()) }
                    (ticks(standing))
                },
                (Speaker::Me, Standing::Read) => {
                    (ticks(&Standing::Read))
                    span .hidden { "read by " (view.number.name) }
                },
                (Speaker::Me, standing) => {
                    (ticks(standing))
                    // A business marks nothing as read in a group.
                    @if line.said.is_none() { span .hidden { "not read yet" } }
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

fn reactions(all: &[(&str, &str)]) -> Markup {
    html! {
        div .emoji {
            @for (name, emoji) in all {
                span title={ (name) " reacted" } { (emoji) span .hidden { " by " (name) } }
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
