//! The chat: the business above, what was said below.

use maud::{Markup, html};

use super::{bubble, calls, chats, group, line::Line, look::View, people, times};

/// Messages that are shown at once; a link leads to the older ones.
const SHOWN_MOST: usize = 100;

/// Whom the chat is with, and whether the window is open.
pub(super) fn head(view: &View<'_>) -> Markup {
    html! {
        header .head #head {
            div .contact {
                (chats::opener(view))
                @match view.group {
                    Some(open) => { (group::contact(view, open)) },
                    None => { (contact(view)) },
                }
            }
            (calls::show(view))
            (window(view))
            @if let Some(open) = view.group { (group::below(view, open)) }
            (chats::sheet(view))
        }
    }
}

fn contact(view: &View<'_>) -> Markup {
    let number = view.number;
    html! {
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
}

/// Which of the business's numbers the chat is with.
fn numbers(view: &View<'_>) -> Markup {
    html! {
        nav .numbers aria-label="Business numbers" {
            @for number in view.world.numbers.values() {
                @let chosen = number.id == view.number.id;
                a href={ (view.path()) (view.query_to(number, None)) } aria-current=[chosen.then_some("page")]
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
    let count = view.count();
    let most = if view.asked.all.is_some() { usize::MAX } else { SHOWN_MOST };
    let skipped = count.saturating_sub(most);
    html! {
        div .log #log tabindex="0" role="log" aria-label="Messages" aria-relevant="additions" {
            ol .messages #messages {
                @if skipped > 0 {
                    li .day #earlier {
                        a href=(format!("{}{}&all=1", view.path(), view.query())) { (skipped) " earlier messages" }
                    }
                }
                @for (at, line) in (skipped..count).filter_map(|at| Some((at, view.line_at(at)?))) {
                    @let before = at.checked_sub(1).filter(|at| *at >= skipped).and_then(|at| view.line_at(at));
                    (day(view, before, line))
                    @let above = (skipped..at).rev().filter_map(|at| view.line_at(at)).find(|line| !bubble::is_reaction(line.entry));
                    (bubble::item(view, at, above, line))
                }
                @if view.is_typing() {
                    li .message.by-business.first #typing {
                        div .bubble.dots { span .hidden { (view.number.name) " is typing…" } i {} i {} i {} }
                    }
                }
            }
            @if count == 0 {
                @match view.group {
                    Some(open) => { (group::empty(view, open)) },
                    None => { (empty(view)) },
                }
            }
        }
    }
}

fn day(view: &View<'_>, before: Option<Line<'_>>, line: Line<'_>) -> Markup {
    let at = line.entry.at;
    let day = view.zone.day(at);
    let new = before.is_none_or(|before| view.zone.day(before.entry.at) != day);
    html! {
        @if new {
            li .day id={ "day-" (day) } { span { (view.zone.day_name(at, view.now)) } }
        }
    }
}

/// Whether a message goes on with what its author said just above.
pub(super) fn goes_on(view: &View<'_>, before: Option<Line<'_>>, line: Line<'_>) -> bool {
    before.is_some_and(|before| {
        !bubble::is_note(before.entry)
            && before.speaker(view) == line.speaker(view)
            && view.zone.day(before.entry.at) == view.zone.day(line.entry.at)
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
