//! The switcher: everybody with a phone.

use maud::{Markup, html};

use super::{bubble, chats, group, icons, look::View};
use crate::world::{Chat, Group, Number, Person};

/// Colours that faces have.
const HUES: u32 = 6;

/// A line of the switcher or of the list of chats.
pub(super) struct Row<'a> {
    /// Where it leads.
    pub(super) href: String,
    /// What stands under `aria-current`, if it is the one that is shown.
    pub(super) current: Option<&'static str>,
    /// Its picture.
    pub(super) face: Markup,
    pub(super) name: &'a str,
    /// What was said last.
    pub(super) line: String,
    /// When.
    pub(super) time: Option<String>,
    /// How much of it has not been looked at.
    pub(super) unseen: usize,
}

/// Everybody, the chosen one marked, with the groups of their phone.
pub(super) fn list(view: &View<'_>) -> Markup {
    html! {
        nav .people #people aria-label="People" {
            ul {
                @for person in view.world.people.values() {
                    li {
                        (row(of_person(view, person)))
                        @if person.wa_id == view.person.wa_id { (chats::groups(view)) }
                    }
                }
            }
        }
    }
}

fn of_person<'a>(view: &View<'a>, person: &'a Person) -> Row<'a> {
    let chosen = person.wa_id == view.person.wa_id;
    let chats: Vec<(&Number, &Chat)> = view.world.chats_of(&person.wa_id).collect();
    let said = chats.iter().filter_map(|(_, chat)| chat.entries.last());
    let said = said.max_by_key(|entry| entry.at).map(|entry| (entry.at, bubble::summary(entry)));
    // The groups of whoever is chosen have lines of their own.
    let groups = view.world.groups.of(&person.wa_id).filter(|_| !chosen);
    let (mut latest, mut unseen) = (said, chats.iter().map(|(_, chat)| chat.unseen()).sum());
    for group in groups {
        unseen += group.unseen(&person.wa_id);
        let Some(said) = group.said.last() else { continue };
        if latest.as_ref().is_none_or(|(at, _)| *at < said.entry.at) {
            let line = format!("{}: {}", group.subject, bubble::summary(&said.entry));
            latest = Some((said.entry.at, line));
        }
    }
    let (time, line) = latest.map(|(at, line)| (view.zone.clock(at), line)).unzip();
    Row {
        href: format!("/phone/{}", person.wa_id),
        current: chosen.then_some(if view.group.is_some() { "true" } else { "page" }),
        face: face(&person.name, &person.wa_id),
        name: &person.name,
        line: line.unwrap_or_else(|| format!("+{}", person.wa_id)),
        time,
        unseen,
    }
}

pub(super) fn row(row: Row<'_>) -> Markup {
    html! {
        a .person href=(row.href) aria-current=[row.current] {
            (row.face)
            span .person-name { (row.name) }
            span .person-line { (row.line) }
            @if let Some(time) = row.time { span .person-time { (time) } }
            @if row.unseen > 0 {
                span .badge { (row.unseen) span .hidden { " not looked at" } }
            }
        }
    }
}

/// A round picture with initials.
pub(super) fn face(name: &str, key: &str) -> Markup {
    let initials: String =
        name.split_whitespace().filter_map(|word| word.chars().next()).take(2).collect();
    html! {
        span class={ "face hue-" (hue(key)) } aria-hidden="true" {
            @if initials.is_empty() { (icons::person()) } @else { (initials) }
        }
    }
}

/// A round picture of several people.
pub(super) fn group_face(group: &Group) -> Markup {
    html! {
        span class={ "face hue-" (hue(group.id.as_str())) } aria-hidden="true" { (icons::people()) }
    }
}

/// The colour that somebody always has.
pub(super) fn hue(key: &str) -> u32 {
    key.bytes().fold(0_u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into())) % HUES
}

/// What a developer types to reach this person.
pub(super) fn hints(view: &View<'_>) -> Markup {
    if let Some(open) = view.group {
        return group::hints(view, open);
    }
    let first = view.world.first_number().is_some_and(|first| first.id == view.number.id);
    html! {
        section .hints #hints aria-label="Send to this phone" {
            h2 { "Send to " (view.person.name) }
            pre { code {
                @if view.window_until().is_some() {
                    "wharf send text \"hello\""
                } @else {
                    "wharf send template hello_world"
                }
                " \\\n  --to +" (view.person.wa_id)
                @if !first { " \\\n  --from " (view.number.id) }
            } }
            p { "Business number id " code { (view.number.id) } }
            p { a .link href="/_control/deliveries" { "What your app was sent" } }
        }
    }
}
