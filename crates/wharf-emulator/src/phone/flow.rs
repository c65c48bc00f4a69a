//! A flow on the phone: its screens as forms, one after the other.

mod parts;
mod preview;

use std::collections::BTreeMap;

use axum::{
    Router,
    body::Bytes,
    extract::{DefaultBodyLimit, FromRequest as _, Multipart, Path, Request, State},
    http::{HeaderMap, header},
    response::{Html, IntoResponse as _, Redirect, Response},
    routing::{get, post},
};
use maud::{Markup, html};
use serde_json::Value;
use url::form_urlencoded;
use wharf_model::id::MessageId;

use super::{
    form::{BYTES_MAX, answer},
    icons,
    look::{self, View},
    page::document,
};
use crate::{
    shell::Shell,
    world::{Entry, FlowView, NewFile, Standing, Turn, UPLOAD_BYTES_MAX, Use, World},
};

pub(super) fn routes() -> Router<Shell> {
    let limit = || DefaultBodyLimit::max(BYTES_MAX);
    Router::new()
        .merge(preview::routes())
        .route("/phone/{wa_id}/flow", get(show))
        .route("/phone/{wa_id}/flow/open", post(open).layer(limit()))
        .route(
            "/phone/{wa_id}/flow/use",
            post(submit).layer(DefaultBodyLimit::max(UPLOAD_BYTES_MAX)),
        )
        .route("/phone/{wa_id}/flow/back", post(back))
        .route("/phone/{wa_id}/flow/close", post(close))
}

/// What opens the flow of a message.
pub(super) fn opener(view: &View<'_>, entry: &Entry, label: &str) -> Markup {
    let is_dead =
        matches!(entry.standing, Standing::Failed(_)) || view.world.flows.is_dead(&entry.id);
    html! {
        form method="post" action=(view.action("flow/open")) {
            input type="hidden" name="message" value=(entry.id);
            button .action disabled[is_dead] {
                @if entry.marks().tapped.is_some() { (icons::tick()) span .hidden { "Answered: " } } @else { (icons::form()) }
                (label)
            }
        }
    }
}

/// Fields of a form; a name may be there several times.
type Fields = BTreeMap<String, Vec<String>>;

fn fields(body: &[u8]) -> Fields {
    let mut all = Fields::new();
    for (name, value) in form_urlencoded::parse(body) {
        // A browser sends a line break as two characters.
        all.entry(name.into_owned()).or_default().push(value.replace("\r\n", "\n"));
    }
    all
}

/// The chat that a flow was opened from.
fn chat(world: &World, wa_id: &str) -> String {
    look::query(world.flows.open(wa_id).map(|session| session.number.as_str()), None, false)
}

/// Asks the endpoint where it must be asked, and shows what there is then.
async fn outcome(
    shell: &Shell,
    wa_id: &str,
    headers: &HeaderMap,
    turn: Result<Turn, String>,
) -> Response {
    let query = shell.look(|world, _| chat(world, wa_id));
    match turn {
        Err(what) => answer(wa_id, &query, headers, Err(what)),
        Ok(turn) => match shell.go_on(wa_id, turn).await {
            Turn::Done(id) => {
                let query = shell.look(|world, _| {
                    let mut chats = world.chats_of(wa_id);
                    let of = chats.find(|(_, chat)| chat.entry(&id).is_some());
                    of.map(|(number, _)| format!("?number={}", number.id)).unwrap_or_default()
                });
                Redirect::to(&format!("/phone/{wa_id}{query}")).into_response()
            }
            _ => Redirect::to(&format!("/phone/{wa_id}/flow")).into_response(),
        },
    }
}

async fn open(
    State(shell): State<Shell>,
    Path(wa_id): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let message = fields(&body).remove("message").and_then(|mut all| all.pop());
    let message = message.and_then(|id| MessageId::new(id).ok()).ok_or("message: is required");
    let turn = message.map_err(str::to_owned).and_then(|message| {
        let turn = shell.step(|world, _| world.open_flow(&wa_id, &message));
        turn.map_err(|problem| problem.to_string())
    });
    outcome(&shell, &wa_id, &headers, turn).await
}

/// Fields and files of a screen, by name. One without files comes as text.
async fn entered(request: Request) -> Result<(Fields, Vec<(String, NewFile)>), String> {
    let broken = |_| "this is cut off, or larger than can be sent".to_owned();
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    if !kind.is_some_and(|kind| kind.starts_with("multipart/")) {
        let body = Bytes::from_request(request, &()).await;
        let body = body.map_err(|rejection| rejection.body_text())?;
        return Ok((fields(&body), Vec::new()));
    }
    let form = Multipart::from_request(request, &()).await;
    let mut form = form.map_err(|rejection| rejection.body_text())?;
    let (mut all, mut files) = (Fields::new(), Vec::new());
    while let Some(part) = form.next_field().await.map_err(broken)? {
        let Some(name) = part.name().map(str::to_owned) else { continue };
        if let Some(file) = part.file_name().map(str::to_owned) {
            let mime_type = part.content_type().unwrap_or_default().to_owned();
            let bytes = part.bytes().await.map_err(broken)?;
            // A browser sends a file without name where none was chosen.
            if !file.is_empty() {
                files.push((name, NewFile { mime_type, name: Some(file), bytes }));
            }
        } else {
            let text = part.text().await.map_err(broken)?;
            all.entry(name).or_default().push(text.replace("\r\n", "\n"));
        }
    }
    Ok((all, files))
}

async fn submit(
    State(shell): State<Shell>,
    Path(wa_id): Path<String>,
    headers: HeaderMap,
    request: Request,
) -> Response {
    let (mut fields, files) = match entered(request).await {
        Ok(entered) => entered,
        Err(what) => return answer(&wa_id, "", &headers, Err(what)),
    };
    let what = fields.remove("use").and_then(|mut all| all.pop()).unwrap_or_default();
    let what = match what.as_str() {
        "nothing" => Use::Nothing,
        word => word.parse().map_or(Use::Footer, Use::Part),
    };
    // Names of a flow's inputs are its own; ours have no prefix.
    let own = fields
        .into_iter()
        .filter_map(|(name, all)| Some((name.strip_prefix(parts::PREFIX)?.to_owned(), all)));
    let own = own.collect();
    let turn = shell.step(|world, now| {
        let view = world.flow_view(&wa_id).ok_or("no form is open")?;
        let mut values = view.read(&own);
        let mut given = BTreeMap::<String, Vec<Value>>::new();
        for (name, file) in files {
            let Some(name) = name.strip_prefix(parts::PREFIX) else { continue };
            let file = world.give_flow_file(&wa_id, file, now);
            given
                .entry(name.to_owned())
                .or_default()
                .push(file.map_err(|problem| problem.to_string())?);
        }
        values.extend(given.into_iter().map(|(name, files)| (name, files.into())));
        let turn = world.use_flow(&wa_id, values, what, now);
        turn.map_err(|problem| problem.to_string())
    });
    outcome(&shell, &wa_id, &headers, turn).await
}

async fn back(
    State(shell): State<Shell>,
    Path(wa_id): Path<String>,
    headers: HeaderMap,
) -> Response {
    let turn = shell.step(|world, _| world.back_in_flow(&wa_id));
    outcome(&shell, &wa_id, &headers, turn.map_err(|problem| problem.to_string())).await
}

async fn close(
    State(shell): State<Shell>,
    Path(wa_id): Path<String>,
    headers: HeaderMap,
) -> Response {
    let query = shell.step(|world, _| {
        let query = chat(world, &wa_id);
        world.close_flow(&wa_id);
        query
    });
    answer(&wa_id, &query, &headers, Ok(()))
}

/// The screen that is shown; the chat, if there is none.
async fn show(State(shell): State<Shell>, Path(wa_id): Path<String>) -> Response {
    let page = shell.look(|world, _| {
        let (session, view) = (world.flows.open(&wa_id)?, world.flow_view(&wa_id)?);
        let business = world.numbers.get(&session.number).map(|number| number.name.as_str());
        let person = world.people.get(&wa_id).map(|person| person.name.as_str());
        let names = (person.unwrap_or_default(), business.unwrap_or_default());
        Some(page(&wa_id, &view, session.is_waiting(), names))
    });
    match page {
        Some(page) => Html(page.into_string()).into_response(),
        None => Redirect::to(&format!("/phone/{wa_id}")).into_response(),
    }
}

fn page(wa_id: &str, view: &FlowView, waits: bool, (person, business): (&str, &str)) -> Markup {
    let action = |verb: &str| format!("/phone/{wa_id}/flow/{verb}");
    let has_files = view.parts.iter().any(crate::world::Part::is_file);
    let body = html! {
        main .flow {
            header .flow-head {
                @if view.can_go_back {
                    form method="post" action=(action("back")) { button .icon aria-label="Back" { (icons::back()) } }
                }
                h1 { (view.title) }
                form method="post" action=(action("close")) {
                    button .icon aria-label="Close" { (icons::close()) }
                }
            }
            div .flow-body {
                @if let Some(problem) = &view.problem { p .flow-problem role="alert" { (problem) } }
                @if waits {
                    p { "The business is being asked. " a .link href=(format!("/phone/{wa_id}/flow")) { "Look again" } }
                } @else if view.screen.is_empty() {
                    p .small { "There is nothing to show." }
                } @else {
                    form .flow-form method="post" action=(action("use")) enctype=[has_files.then_some("multipart/form-data")] novalidate data-screen=(view.screen) {
                        (parts::all(view))
                    }
                }
            }
            p .small.flow-foot { (person) "’s phone · managed by " (business) }
        }
    };
    document(&format!("{} · {business} · Wharf", view.title), &body)
}
