//! What can be done with a message: react, answer, look at it closely.

use maud::{Markup, html};

use super::{bubble, icons, look::View, sheet as sheets, times};
use crate::world::{Author, Entry, Matter, Standing};

/// Emoji that are offered.
const EMOJI: [(&str, &str); 6] = [
    ("👍", "thumbs up"),
    ("❤️", "heart"),
    ("😂", "tears of joy"),
    ("😮", "astonished"),
    ("😢", "sad"),
    ("🙏", "thanks"),
];

/// The button beside a bubble.
pub(super) fn opener(id: &str, entry: &Entry) -> Markup {
    let business = entry.author == Author::Business;
    let label = if business { "React, reply, details" } else { "Reply, details" };
    html! {
        button .more type="button" popovertarget={ (id) "-menu" } aria-label=(label) { @if business { (icons::smile()) } @else { (icons::reply()) } }
    }
}

/// What it opens.
pub(super) fn sheet(view: &View<'_>, id: &str, entry: &Entry) -> Markup {
    let id = format!("{id}-menu");
    let arrived = !matches!(entry.standing, Standing::Failed(_));
    let reply = format!("{}{}&reply={}", view.path(), view.query(), escaped(entry.id.as_str()));
    let body = html! {
        @if arrived {
            @if entry.author == Author::Business { (reactions(view, entry)) }
            a .menu-item href={ (reply) "#text" } data-reply=(entry.id) data-summary=(bubble::summary(entry)) { (icons::reply()) "Reply" }
        }
        dl .details {
            dt { "id" } dd { code .all { (entry.id) } }
            dt { "type" } dd { (kind(entry)) }
            dt { "status" } dd { (entry.standing.as_str()) }
            dt { "time" } dd { (times::iso(entry.at)) }
            @if let Some(data) = &entry.callback_data { dt { "callback data" } dd { code .all { (data) } } }
        }
    };
    sheets::sheet(&id, "Message", &body)
}

fn kind(entry: &Entry) -> Markup {
    html! {
        @match &entry.matter {
            Matter::Business { content, template } => {
                (content.kind())
                @if let Some(template) = template { " · " (template.category) }
            },
            Matter::Person { kind, .. } => { (kind) },
        }
    }
}

fn reactions(view: &View<'_>, entry: &Entry) -> Markup {
    let mine = entry.reactions.person.as_deref();
    html! {
        form .emoji-row method="post" action=(view.action("react")) enctype="multipart/form-data" data-live {
            input type="hidden" name="number" value=(view.number.id);
            input type="hidden" name="message" value=(entry.id);
            @for (emoji, name) in EMOJI {
                @let chosen = mine == Some(emoji);
                // Tapping the same emoji again takes it back.
                button name="emoji" value=(if chosen { "" } else { emoji }) aria-label=(name) aria-pressed=(chosen) { (emoji) }
            }
        }
    }
}

/// An id within a query.
fn escaped(id: &str) -> String {
    url::form_urlencoded::byte_serialize(id.as_bytes()).collect()
}
