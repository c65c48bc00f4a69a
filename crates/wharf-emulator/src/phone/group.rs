//! A group on a phone: what stands above what was said, and the way out.

use axum::{Router, response::Response};
use maud::{Markup, html};
use wharf_model::{group::JoinApproval, id::GroupId};

use super::{
    bubble, chats,
    form::{Form, Posted, answer, answered},
    icons, join,
    look::{self, View},
    page::{brand, document},
    people, sheet as sheets,
};
use crate::{shell::Shell, world::Group};

pub(super) fn routes() -> Router<Shell> {
    Router::new().route("/phone/{wa_id}/leave", answered(leave))
}

/// What it is called and who is in it; a button shows more.
pub(super) fn contact(view: &View<'_>, group: &Group) -> Markup {
    let count = group.members.len();
    let people = if count == 1 { "1 person" } else { &format!("{count} people") };
    html! {
        (people::group_face(group))
        div .contact-text {
            h2 { (group.subject) }
            p .contact-people { (people) ": " (names(view, group)) }
        }
        button .icon type="button" popovertarget="group-info" aria-label="About this group" { (icons::info()) }
    }
}

/// `You, Grace and Wharf Coffee`.
fn names(view: &View<'_>, group: &Group) -> String {
    let others = group.members.iter().filter(|wa_id| **wa_id != view.person.wa_id);
    let others: Vec<&str> = others.map(|wa_id| view.person_name(wa_id)).collect();
    let people: Vec<&str> = ["You"].into_iter().chain(others).collect();
    format!("{} and {}", people.join(", "), view.number.name)
}

/// What is pinned, what is wrong with the group, and the sheets that belong to it.
pub(super) fn below(view: &View<'_>, group: &Group) -> Markup {
    html! {
        @if group.suspended {
            p .suspended { "The platform has suspended this group: nobody can write" }
        }
        @for pinned in group.pinned(view.now) {
            @if let Some((at, line)) = view.find(&pinned.message) {
                a .quote.pinned href={ "#m" (at) } {
                    (icons::pushpin()) span .quote-text { (bubble::summary(line.entry)) }
                }
            }
        }
        (sheets::sheet("group-info", &group.subject, &about(view, group)))
        (sheets::sheet("leave", &format!("Leave {}?", group.subject), &leaving(view, group)))
    }
}

fn about(view: &View<'_>, group: &Group) -> Markup {
    html! {
        @if let Some(text) = &group.description { p .about { (text) } }
        ul .members {
            @for wa_id in &group.members {
                li {
                    (people::face(view.person_name(wa_id), wa_id))
                    span { (view.person_name(wa_id)) @if *wa_id == view.person.wa_id { " (you)" } br; span .small { "+" (wa_id) } }
                }
            }
            li {
                (people::face(&view.number.name, view.number.id.as_str()))
                span { (view.number.name) " " span .tag { "Business" } br; span .small { (view.number.display) } }
            }
        }
        dl .details {
            dt { "id" } dd { code .all { (group.id) } }
            dt { "invite link" }
            dd {
                @match group.link() {
                    Some(link) => { code .all { (link) } },
                    None => "revoked",
                }
                @if group.approval == JoinApproval::Required { br; "the business lets people in" }
            }
        }
        button .action.danger type="button" popovertarget="leave" { (icons::leave()) "Leave the group" }
    }
}

/// The second step: what is done cannot be undone without the link.
fn leaving(view: &View<'_>, group: &Group) -> Markup {
    html! {
        form .fields method="post" action=(view.action("leave")) enctype="multipart/form-data" {
            (view.place())
            p {
                (view.person.name) " will not see what is said there any more, and your app is told. "
                @if group.link().is_some() { "The invite link leads back in." }
            }
            button .primary.danger { "Leave" }
            button .action type="button" popovertarget="leave" popovertargetaction="hide" { "Stay" }
        }
    }
}

/// What to do in a group where nobody has said anything.
pub(super) fn empty(view: &View<'_>, group: &Group) -> Markup {
    html! {
        div .empty #empty {
            h2 { "Nothing said yet" }
            p {
                "Write something as " b { (view.person.name) } " below: everybody in " b { (group.subject) }
                " sees it, your app is told with the group’s id, and " (view.number.name) " may then answer for 24 hours."
            }
            p { "Until somebody has written, only a template arrives." }
        }
    }
}

/// What a developer posts to reach the group.
pub(super) fn hints(view: &View<'_>, group: &Group) -> Markup {
    let content = if view.window_until().is_some() {
        r#""type": "text", "text": {"body": "hello"}"#
    } else {
        r#""type": "template", "template": {"name": "hello_world", "language": {"code": "en_US"}}"#
    };
    html! {
        section .hints #hints aria-label="Send to this group" {
            h2 { "Send to " (group.subject) }
            pre { code {
                "POST /v25.0/" (view.number.id) "/messages\n"
                r#"{"messaging_product": "whatsapp", "recipient_type": "group", "to": ""# (group.id) "\",\n " (content) "}"
            } }
            p { a .link href="/_control/deliveries" { "What your app was sent" } }
        }
    }
}

/// The page in place of a group that somebody is not in, or that there is none of.
pub(super) fn lost(view: &View<'_>) -> Markup {
    let name = &view.person.name;
    let body = html! {
        main .lost {
            (brand())
            p role="alert" { (name) " is in no group of this id: it is gone, or " (name) " has left it or was taken out." }
            p { a href={ (view.path()) (view.query()) } { (name) "’s phone" } }
            (chats::groups(view))
            p { "With an invite link, " (name) " can join:" }
            (join::form(view, ""))
        }
    };
    document("No such group · Wharf", &body)
}

async fn leave(posted: Posted) -> Response {
    let Posted { shell, wa_id, headers, form } = &posted;
    let outcome = go(shell, wa_id, form);
    // Who is out does not come back to the group.
    let there = form.text("group").filter(|_| outcome.is_err() || form.text("asked").is_some());
    let query = look::query(form.text("number"), there, form.text("alone").is_some());
    answer(wa_id, &query, headers, outcome)
}

/// Leaves the group that is open, or takes back the wish to come into another.
fn go(shell: &Shell, wa_id: &str, form: &Form) -> Result<(), String> {
    let asked = form.text("asked").map(GroupId::new).transpose();
    let asked = asked.map_err(|_| "asked: is no group's id".to_owned())?;
    let group = asked.or(form.group()?).ok_or("group: is required")?;
    shell.step(|world, now| world.leave_group(wa_id, &group, now)).map_err(|problem| problem.0)
}
