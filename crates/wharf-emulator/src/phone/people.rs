//! The switcher: everybody with a phone.

use maud::{Markup, html};

use super::{bubble, icons, look::View};
use crate::world::{Chat, Number, Person};

/// Colours that faces have.
const HUES: u32 = 6;

/// Everybody, the chosen one marked.
pub(super) fn list(view: &View<'_>) -> Markup {
    html! {
        nav .people #people aria-label="People" {
            ul {
                @for person in view.world.people.values() {
                    li { (entry(view, person)) }
                }
            }
        }
    }
}

fn entry(view: &View<'_>, person: &Person) -> Markup {
    let chosen = person.wa_id == view.person.wa_id;
    let chats: Vec<(&Number, &Chat)> = view.world.chats_of(&person.wa_id).collect();
    let latest =
        chats.iter().filter_map(|(_, chat)| chat.entries.last()).max_by_key(|entry| entry.at);
    let unseen: usize = chats.iter().map(|(_, chat)| chat.unseen()).sum();
    html! {
        a .person href=(format!("/phone/{}", person.wa_id)) aria-current=[chosen.then_some("page")] {
            (face(&person.name, &person.wa_id))
            span .person-name { (person.name) }
            span .person-line {
                @match latest {
                    Some(entry) => { (bubble::summary(entry)) },
                    None => { "+" (person.wa_id) },
                }
            }
            @if let Some(entry) = latest {
                span .person-time { (view.zone.clock(entry.at)) }
            }
            @if unseen > 0 {
                span .badge { (unseen) span .hidden { " not looked at" } }
            }
        }
    }
}

/// A round picture with initials.
pub(super) fn face(name: &str, key: &str) -> Markup {
    let initials: String =
        name.split_whitespace().filter_map(|word| word.chars().next()).take(2).collect();
    let hue =
        key.bytes().fold(0_u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into())) % HUES;
    html! {
        span class={ "face hue-" (hue) } aria-hidden="true" {
            @if initials.is_empty() { (icons::person()) } @else { (initials) }
        }
    }
}

/// What a developer types to reach this person.
pub(super) fn hints(view: &View<'_>) -> Markup {
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
