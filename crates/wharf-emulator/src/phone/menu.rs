//! What can be done with a message: react, answer, look at it closely.

use maud::{Markup, html};

use super::{
    bubble, icons,
    line::{Line, Speaker},
    look::{View, escaped},
    sheet as sheets, times,
};
use crate::world::{Entry, Matter, Standing};

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
pub(super) fn opener(view: &View<'_>, id: &str, line: Line<'_>) -> Markup {
    let others = line.speaker(view) != Speaker::Me;
    let label = if others { "React, reply, details" } else { "Reply, details" };
    html! {
        button .more type="button" popovertarget={ (id) "-menu" } aria-label=(label) { @if others { (icons::smile()) } @else { (icons::reply()) } }
    }
}

/// What it opens.
pub(super) fn sheet(view: &View<'_>, id: &str, line: Line<'_>) -> Markup {
    let entry = line.entry;
    let id = format!("{id}-menu");
    let arrived = !matches!(entry.standing, Standing::Failed(_));
    let reply = format!("{}{}&reply={}", view.path(), view.query(), escaped(entry.id.as_str()));
    let body = html! {
        @if arrived {
            @if line.speaker(view) != Speaker::Me { (reactions(view, line)) }
            a .menu-item href={ (reply) "#text" } data-reply=(entry.id) data-summary=(bubble::summary(entry)) { (icons::reply()) "Reply" }
        }
        dl .details {
            @if line.said.is_some() { dt { "from" } dd { (view.name(line.speaker(view))) } }
            dt { "id" } dd { code .all { (entry.id) } }
            dt { "type" } dd { (kind(entry)) }
            dt { "status" } dd { (entry.standing.as_str()) }
            @for (wa_id, standing) in line.said.into_iter().flat_map(|said| &said.standings) {
                dt { (view.person_name(wa_id)) } dd { (standing.as_str()) }
            }
            dt { "time" } dd { (times::iso(entry.at)) }
            @if let Some(data) = &entry.marks().callback_data { dt { "callback data" } dd { code .all { (data) } } }
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

fn reactions(view: &View<'_>, line: Line<'_>) -> Markup {
    let mine = line.my_emoji(view);
    html! {
        form .emoji-row method="post" action=(view.action("react")) enctype="multipart/form-data" data-live {
            (view.place())
            input type="hidden" name="message" value=(line.entry.id);
            @for (emoji, name) in EMOJI {
                @let chosen = mine == Some(emoji);
                // Tapping the same emoji again takes it back.
                button name="emoji" value=(if chosen { "" } else { emoji }) aria-label=(name) aria-pressed=(chosen) { (emoji) }
            }
        }
    }
}
