//! The chat: the business above, what was said below.

use maud::{Markup, html};

use super::{bubble, look::View, people, times};
use crate::world::{Author, Entry};

/// Messages that are shown at once; a link leads to the older ones.
const SHOWN_MOST: usize = 100;

/// Whom the chat is with, and whether the window is open.
pub(super) fn head(view: &View<'_>) -> Markup {
    let number = view.number;
    html! {
        header .head #head {
            div .contact {
                (people::face(&number.name, number.id.as_str()))
                div .contact-text {
                    h2 { (number.name) }
                    @if view.is_typing() {
                        p .typing-word { "typing…" }
                    } @else {
                        p { (number.display) }
                    }
                }
                @if view.world.numbers.len() > 1 { (numbers(view)) }
            }
            (window(view))
        }
    }
}

/// Which of the business's numbers the chat is with.
fn numbers(view: &View<'_>) -> Markup {
    html! {
        nav .numbers aria-label="Business numbers" {
            @for number in view.world.numbers.values() {
                @let chosen = number.id == view.number.id;
                a href=(format!("{}?number={}", view.path(), number.id)) aria-current=[chosen.then_some("page")]
                    title=(number.name) { (number.display) }
            }
        }
    }
}

fn window(view: &View<'_>) -> Markup {
    html! {
        @match view.window_until() {
            Some(until) => p .window.window-open {
                "24-hour window open until "
                time datetime=(times::iso(until)) { (view.zone.moment(until, view.now)) }
            },
            None => p .window {
                "24-hour window closed: only templates arrive"
            },
        }
    }
}

/// What was said. It grows upwards from the bottom, which needs no script.
pub(super) fn log(view: &View<'_>) -> Markup {
    let entries = view.chat.map(|chat| chat.entries.as_slice()).unwrap_or_default();
    let most = if view.asked.all.is_some() { usize::MAX } else { SHOWN_MOST };
    let skipped = entries.len().saturating_sub(most);
    html! {
        div .log #log tabindex="0" role="log" aria-label="Messages" aria-relevant="additions" {
            ol .messages #messages {
                @if skipped > 0 {
                    li .day #earlier {
                        a href=(format!("{}{}&all=1", view.path(), view.query())) { (skipped) " earlier messages" }
                    }
                }
                @for (at, entry) in entries.iter().enumerate().skip(skipped) {
                    @let before = at.checked_sub(1).filter(|at| *at >= skipped).and_then(|at| entries.get(at)).map(|entry| &**entry);
                    (day(view, before, entry))
                    (bubble::item(view, at, before, entry))
                }
                @if view.is_typing() {
                    li .message.by-business.first #typing {
                        div .bubble.dots { span .hidden { (view.number.name) " is typing…" } i {} i {} i {} }
                    }
                }
            }
            @if entries.is_empty() { (empty(view)) }
        }
    }
}

fn day(view: &View<'_>, before: Option<&Entry>, entry: &Entry) -> Markup {
    let day = view.zone.day(entry.at);
    let new = before.is_none_or(|before| view.zone.day(before.at) != day);
    html! {
        @if new {
            li .day id={ "day-" (day) } { span { (view.zone.day_name(entry.at, view.now)) } }
        }
    }
}

/// Whether a message goes on with what its author said just before.
pub(super) fn goes_on(view: &View<'_>, before: Option<&Entry>, entry: &Entry) -> bool {
    before.is_some_and(|before| {
        before.author == entry.author && view.zone.day(before.at) == view.zone.day(entry.at)
    })
}

/// What to do in a chat where nobody has said anything.
fn empty(view: &View<'_>) -> Markup {
    let (name, business) = (&view.person.name, &view.number.name);
    let to = format!("+{}", view.person.wa_id);
    html! {
        div .empty #empty {
            h2 { "Nothing said yet" }
            p { "Write something as " b { (name) } " below: it reaches your app as a webhook, and " (business) " may then answer for 24 hours." }
            pre { code { "wharf send text \"hello\" \\\n  --to " (to) } }
            p { "Until " (name) " has written, only a template arrives:" }
            pre { code { "wharf send template hello_world \\\n  --to " (to) } }
        }
    }
}

/// The name of whoever said it.
pub(super) fn author<'a>(view: &View<'a>, author: Author) -> &'a str {
    match author {
        Author::Business => &view.number.name,
        Author::Person => &view.person.name,
    }
}
