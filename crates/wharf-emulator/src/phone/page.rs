//! The page, the part of it that changes, and the pages that say what is wrong.

use axum::{
    Router,
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode},
    response::{Html, IntoResponse as _, Redirect, Response},
    routing::get,
};
use maud::{DOCTYPE, Markup, html};
use wharf_model::phone::digits;

use super::{
    arrival, chat, clock, composer, group, habits, icons,
    look::{Asked, View, escaped},
    people,
};
use crate::shell::Shell;

pub(super) fn routes() -> Router<Shell> {
    Router::new()
        .route("/", get(first))
        .route("/phone/{wa_id}", get(show))
        .route("/phone/{wa_id}/chat", get(part))
}

/// The phone of the first person.
async fn first(State(shell): State<Shell>, headers: HeaderMap, asked: Query<Asked>) -> Response {
    match shell.look(|world, _| world.people.keys().next().cloned()) {
        Some(wa_id) => answer(&shell, &wa_id, &headers, &asked, page),
        None => nobody(StatusCode::OK, None),
    }
}

/// Somebody's phone.
async fn show(
    State(shell): State<Shell>,
    Path(wa_id): Path<String>,
    headers: HeaderMap,
    asked: Query<Asked>,
) -> Response {
    match digits(&wa_id) {
        // As people write it: `+1 (555) 000-1111`.
        Some(digits) if digits != wa_id => {
            Redirect::to(&format!("/phone/{digits}")).into_response()
        }
        _ => answer(&shell, &wa_id, &headers, &asked, page),
    }
}

/// What the script puts in place of what is there.
async fn part(
    State(shell): State<Shell>,
    Path(wa_id): Path<String>,
    headers: HeaderMap,
    asked: Query<Asked>,
) -> Response {
    answer(&shell, &wa_id, &headers, &asked, changing)
}

fn answer(
    shell: &Shell,
    wa_id: &str,
    headers: &HeaderMap,
    asked: &Asked,
    show: impl FnOnce(&View<'_>) -> Markup,
) -> Response {
    let frozen = shell.clock().face().frozen;
    let markup = shell.step(|world, now| {
        match (&asked.group, asked.number(world).map(|number| number.id.clone())) {
            (Some(group), _) => world.look_at_group(group, wa_id),
            (None, Some(number)) => world.look_at(&number, wa_id),
            (None, None) => {}
        }
        let view = View { frozen, ..View::new(world, wa_id, asked, headers, now)? };
        Some(if view.is_lost() {
            (StatusCode::NOT_FOUND, group::lost(&view))
        } else {
            (StatusCode::OK, show(&view))
        })
    });
    match markup {
        Some((status, markup)) => (status, Html(markup.into_string())).into_response(),
        None => nobody(StatusCode::NOT_FOUND, Some(wa_id)),
    }
}

fn changing(view: &View<'_>) -> Markup {
    html! {
        (people::list(view))
        (clock::show(view, "clock"))
        (people::hints(view))
        (habits::sheet(view))
        (chat::head(view))
        (chat::log(view))
    }
}

fn page(view: &View<'_>) -> Markup {
    let person = view.person;
    let title = match view.group {
        Some(open) => format!("{} in {} · Wharf", person.name, open.subject),
        None => format!("{} and {} · Wharf", person.name, view.number.name),
    };
    let several = match view.group {
        Some(open) => format!("/phones?group={}", escaped(open.id.as_str())),
        None => "/phones".to_owned(),
    };
    let body = html! {
        a .skip href="#text" { "Skip to the message field" }
        div .stage .alone[view.asked.alone.is_some()] {
            aside .side {
                (brand())
                (people::list(view))
                div .side-row {
                    (arrival::opener())
                    a .link href=(several) { "Side by side" }
                }
                (clock::show(view, "clock"))
                (people::hints(view))
            }
            main .phone data-chat=(view.action("chat")) data-events=(view.action("events"))
                data-query=(view.query()) data-all[view.asked.all.is_some()] {
                div .status {
                    span { (person.name) "’s phone" }
                    span .connection #connection role="status" hidden { "reconnecting…" }
                    span .status-end { "+" (person.wa_id) (habits::opener(view)) }
                }
                (habits::sheet(view))
                (arrival::sheet(view))
                (chat::head(view))
                (chat::log(view))
                div .latest-row { button .latest #latest type="button" hidden { (icons::down()) "New messages" } }
                p .notice #notice role="alert" hidden {}
                (composer::composer(view))
            }
        }
    };
    document(&title, &body)
}

pub(super) fn brand() -> Markup {
    html! {
        h1 .brand {
            img src="/phone/assets/icon.svg" alt="" width="28" height="28";
            span { "Wharf" } " " span .brand-what { "phones" }
        }
    }
}

/// A page that says whom there is, or how somebody comes into the world.
pub(super) fn nobody(status: StatusCode, wa_id: Option<&str>) -> Response {
    let number = wa_id.and_then(digits).unwrap_or_else(|| "15550003333".to_owned());
    let body = html! {
        main .lost {
            (brand())
            @match wa_id {
                Some(wa_id) => p { "Nobody here has the number " b { (wa_id) } "." },
                None => p { "Nobody lives in this emulator yet." },
            }
            p { "Bring somebody into the world, then open their phone:" }
            pre { code {
                "curl -X PUT " span data-here { "http://127.0.0.1:4000" } "/_control/users/" (number)
                " \\\n  -H 'content-type: application/json' -d '{\"name\": \"Bea\"}'"
            } }
            p { a href=(format!("/phone/{number}")) { "Open the phone of +" (number) } " · " a href="/" { "The first phone" } }
        }
    };
    (status, Html(document("Nobody there · Wharf", &body).into_string())).into_response()
}

/// A page around its body.
pub(super) fn document(title: &str, body: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content";
                meta name="color-scheme" content="light dark";
                title { (title) }
                link rel="icon" type="image/svg+xml" href="/phone/assets/icon.svg";
                link rel="stylesheet" href="/phone/assets/phone.css";
                script type="module" src="/phone/assets/phone.js" {}
            }
            body { (body) }
        }
    }
}
