//! Joining a group: an invite link is opened, or pasted.

use axum::{
    Router,
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode},
    response::{Html, IntoResponse as _, Redirect, Response},
};
use maud::{Markup, html};
use serde::Deserialize;
use wharf_model::group::JoinApproval;

use super::{
    form::{Posted, answer, answered},
    look::{Asked, View, escaped},
    page::{brand, document, nobody},
    people,
};
use crate::{
    shell::Shell,
    world::{Group, INVITE_LINK, Joined},
};

pub(super) fn routes() -> Router<Shell> {
    Router::new().route("/phone/{wa_id}/join", answered(join).get(show))
}

/// What is asked for beside the chat that the link was opened from.
#[derive(Deserialize)]
struct Invited {
    invite: Option<String>,
}

/// The code of a URL that is an invite link.
pub(super) fn code(url: &str) -> Option<&str> {
    let (_, host) = INVITE_LINK.split_once("://")?;
    let (scheme, rest) = url.split_once("://").unwrap_or(("https", url));
    let web = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
    let code = rest.get(host.len()..)?;
    let is_invite = web && rest.get(..host.len())?.eq_ignore_ascii_case(host);
    let end = code.find(['?', '#', '/']).unwrap_or(code.len());
    code.get(..end).filter(|code| is_invite && !code.is_empty())
}

/// The link that somebody means: they paste it, or only its code.
fn link(pasted: &str) -> String {
    let pasted = pasted.trim();
    format!("{INVITE_LINK}{}", code(pasted).unwrap_or(pasted))
}

/// Where on this phone an invite link leads; `None` for any other.
pub(super) fn opened(view: &View<'_>, url: &str) -> Option<String> {
    let code = escaped(code(url)?);
    Some(format!("{}{}&invite={code}", view.action("join"), view.query()))
}

/// A field for a link.
pub(super) fn form(view: &View<'_>, pasted: &str) -> Markup {
    html! {
        form .fields.join-form method="get" action=(view.action("join")) {
            (view.place())
            label {
                "Invite link, or its code"
                input type="text" name="invite" required value=(pasted) autocomplete="off" autocapitalize="off"
                    spellcheck="false" placeholder={ (INVITE_LINK) "…" };
            }
            button .action { "Look at the group" }
        }
    }
}

async fn show(
    State(shell): State<Shell>,
    Path(wa_id): Path<String>,
    headers: HeaderMap,
    asked: Query<Asked>,
    invited: Query<Invited>,
) -> Response {
    let pasted = invited.invite.as_deref().unwrap_or_default();
    let page = shell.look(|world, now| {
        View::new(world, &wa_id, &asked, &headers, now).map(|view| page(&view, pasted))
    });
    match page {
        Some((status, page)) => (status, Html(page.into_string())).into_response(),
        None => nobody(StatusCode::NOT_FOUND, Some(&wa_id)),
    }
}

fn page(view: &View<'_>, pasted: &str) -> (StatusCode, Markup) {
    let group = view.world.groups.by_link(&link(pasted));
    let status = match group {
        None if !pasted.trim().is_empty() => StatusCode::NOT_FOUND,
        _ => StatusCode::OK,
    };
    let body = html! {
        main .lost.join {
            (brand())
            @match group {
                Some(group) => { (invitation(view, group, pasted)) },
                None => {
                    @if status == StatusCode::NOT_FOUND {
                        p role="alert" { "This link lets nobody in: the business has made a new one, or taken it back." }
                    }
                    (form(view, pasted))
                },
            }
            p { a href={ (view.path()) (view.query()) } { "Back to the chat" } }
        }
    };
    (status, document(&format!("{} joins a group · Wharf", view.person.name), &body))
}

/// The group behind a link, and the way in.
fn invitation(view: &View<'_>, group: &Group, pasted: &str) -> Markup {
    let business = view.world.numbers.get(&group.number).unwrap_or(view.number);
    let name = &view.person.name;
    let asks = group.approval == JoinApproval::Required;
    html! {
        div .invitation {
            (people::group_face(group))
            div {
                h2 { (group.subject) }
                p .small { "Group of " (business.name) " · " (group.members.len()) " in it" }
            }
        }
        @if let Some(text) = &group.description { p .about { (text) } }
        @if group.has(&view.person.wa_id) {
            p { (name) " is in this group." }
            p { a href={ (view.path()) (view.query_to(business, Some(group))) } { "Open it" } }
        } @else if group.is_wished_by(&view.person.wa_id) {
            p role="status" { (name) " has asked to join. Your app was told, and lets them in or not." }
        } @else if let Err(problem) = group.may_come(&view.person.wa_id) {
            p role="alert" { (name) " cannot join: " (problem) "." }
        } @else {
            form .fields method="post" action=(view.action("join")) enctype="multipart/form-data" {
                (view.place())
                input type="hidden" name="invite" value=(pasted);
                button .primary { (name) @if asks { " asks to join" } @else { " joins" } }
            }
        }
    }
}

async fn join(posted: Posted) -> Response {
    let Posted { shell, wa_id, headers, form } = &posted;
    let joined = form.needed("invite").and_then(|pasted| {
        let joined = shell.step(|world, now| world.open_invite(wa_id, &link(pasted), now));
        joined.map_err(|problem| problem.0)
    });
    match joined {
        Ok(Joined::In(group)) => answer(wa_id, &form.query_in(&group), headers, Ok(())),
        // The same page says that they wait.
        Ok(Joined::Asked(..)) => {
            let invite = escaped(form.text("invite").unwrap_or_default());
            let query = form.query();
            let sign = if query.is_empty() { '?' } else { '&' };
            Redirect::to(&format!("/phone/{wa_id}/join{query}{sign}invite={invite}"))
                .into_response()
        }
        Err(what) => posted.answer(Err(what)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_known_however_it_is_pasted() {
        for pasted in [
            "AbC",
            " AbC\n",
            "https://chat.whatsapp.com/AbC",
            "http://CHAT.whatsapp.com/AbC?mode=wwt",
            "chat.whatsapp.com/AbC/",
        ] {
            assert_eq!(link(pasted), "https://chat.whatsapp.com/AbC", "{pasted}");
        }
        for url in [
            "https://chat.whatsapp.com/",
            "https://chat.whatsapp.com.evil/AbC",
            "ftp://chat.whatsapp.com/AbC",
            "é",
            "",
        ] {
            assert_eq!(code(url), None, "{url}");
        }
    }
}
