//! The chats on a phone: with each business number, and in groups.

use maud::{Markup, html};

use super::{
    bubble, icons, join,
    line::{Line, Speaker},
    look::View,
    people::{self, Row},
    sheet as sheets,
};
use crate::world::{Chat, Group, Number};

/// The button above a chat; a number on it when something is new elsewhere on this phone.
pub(super) fn opener(view: &View<'_>) -> Markup {
    let elsewhere = unseen(view);
    html! {
        button .icon.chats-opener type="button" popovertarget="chats" aria-label="Chats and groups" {
            (icons::chats())
            @if elsewhere > 0 { span .badge { (elsewhere) span .hidden { " not looked at" } } }
        }
    }
}

/// All chats of this phone, and the way into a group.
pub(super) fn sheet(view: &View<'_>) -> Markup {
    let body = html! {
        ul .chats {
            @for number in view.world.numbers.values() { li { (people::row(with_number(view, number))) } }
            @for group in view.world.groups.of(&view.person.wa_id) {
                li { (people::row(in_group(view, group))) }
            }
            @for group in asked(view) { li { (waiting(view, group)) } }
        }
        h3 { "Join a group" }
        (join::form(view, ""))
    };
    sheets::sheet("chats", &format!("{}’s chats", view.person.name), &body)
}

/// The groups of this phone, beside it.
pub(super) fn groups(view: &View<'_>) -> Markup {
    let mut groups = view.world.groups.of(&view.person.wa_id).peekable();
    html! {
        @if groups.peek().is_some() {
            ul .groups aria-label={ "Groups that " (view.person.name) " is in" } {
                @for group in groups { li { (people::row(in_group(view, group))) } }
            }
        }
    }
}

/// What has not been looked at in the chats of this phone.
fn unseen(view: &View<'_>) -> usize {
    let wa_id = &view.person.wa_id;
    let chats = view.world.chats_of(wa_id).map(|(_, chat)| chat.unseen());
    chats.chain(view.world.groups.of(wa_id).map(|group| group.unseen(wa_id))).sum()
}

fn with_number<'a>(view: &View<'a>, number: &'a Number) -> Row<'a> {
    let chat = view.world.chat(&number.id, &view.person.wa_id);
    let latest = chat.and_then(|chat| chat.entries.last());
    Row {
        href: format!("{}{}", view.path(), view.query_to(number, None)),
        current: (view.group.is_none() && number.id == view.number.id).then_some("page"),
        face: people::face(&number.name, number.id.as_str()),
        name: &number.name,
        line: latest.map_or_else(|| number.display.clone(), |entry| bubble::summary(entry)),
        time: latest.map(|entry| view.zone.clock(entry.at)),
        unseen: chat.map_or(0, Chat::unseen),
    }
}

fn in_group<'a>(view: &View<'a>, group: &'a Group) -> Row<'a> {
    let open = view.group.is_some_and(|open| open.id == group.id);
    let number = view.world.numbers.get(&group.number).unwrap_or(view.number);
    let latest = group.said.last();
    Row {
        href: format!("{}{}", view.path(), view.query_to(number, Some(group))),
        current: open.then_some("page"),
        face: people::group_face(group),
        name: &group.subject,
        line: latest.map_or_else(
            || "Nothing said yet".to_owned(),
            |said| in_one_line(view, group, said.into()),
        ),
        time: latest.map(|said| view.zone.clock(said.entry.at)),
        unseen: group.unseen(&view.person.wa_id),
    }
}

/// What was said last in a group, and by whom: `Grace: hello`.
pub(super) fn in_one_line(view: &View<'_>, group: &Group, line: Line<'_>) -> String {
    let said = bubble::summary(line.entry);
    let name = match line.speaker(view) {
        Speaker::Me => "You",
        Speaker::Other(wa_id) => view.person_name(wa_id),
        Speaker::Business => {
            let number = view.world.numbers.get(&group.number);
            number.map_or("The business", |number| number.name.as_str())
        }
    };
    format!("{name}: {said}")
}

/// Groups that this person asks to be let into.
fn asked<'a>(view: &View<'a>) -> impl Iterator<Item = &'a Group> {
    let wa_id = view.person.wa_id.as_str();
    view.world.groups.all().filter(move |group| group.is_wished_by(wa_id))
}

fn waiting(view: &View<'_>, group: &Group) -> Markup {
    html! {
        div .person {
            (people::group_face(group))
            span .person-name { (group.subject) }
            span .person-line { "Asked to join; the business decides" }
            form .person-time method="post" action=(view.action("leave")) enctype="multipart/form-data" {
                (view.place())
                button .link name="asked" value=(group.id) { "Take back" }
            }
        }
    }
}
