//! A person writes: text, a file, a location, a contact, a reaction, the answer to a flow.

use axum::{
    Router,
    extract::{DefaultBodyLimit, Multipart, Path, State, multipart::MultipartRejection},
    http::HeaderMap,
    response::Response,
    routing::post,
};
use serde_json::{Value, json};
use wharf_model::{
    id::GroupId,
    limits::{CAPTION_CHARS_MAX, TEXT_BODY_CHARS_MAX},
    media::MediaKind,
    message::Card,
    phone,
    time::Timestamp,
};

use super::{
    form::{Form, answer, verb},
    shop,
};
use crate::{
    shell::Shell,
    world::{NewFile, UPLOAD_BYTES_MAX, World, Written},
};

type Read = fn(&Form) -> Result<(&'static str, Value), String>;

pub(super) fn routes() -> Router<Shell> {
    let verb = |read: Read| verb(move |shell, wa_id, form| write(shell, wa_id, form, read));
    Router::new()
        .route("/phone/{wa_id}/say", verb(text))
        .route("/phone/{wa_id}/place", verb(place))
        .route("/phone/{wa_id}/card", verb(card))
        .route("/phone/{wa_id}/react", verb(reaction))
        .route("/phone/{wa_id}/flow", verb(flow))
        .route("/phone/{wa_id}/order", verb(shop::order))
        .route("/phone/{wa_id}/file", post(file).layer(DefaultBodyLimit::max(UPLOAD_BYTES_MAX)))
}

fn write(shell: &Shell, wa_id: &str, form: &Form, read: Read) -> Result<(), String> {
    let (kind, payload) = read(form)?;
    let written = Written { quotes: form.quotes(), ..Written::to(form.number(), kind, payload) };
    let group = form.group()?;
    shell.step(|world, now| put(world, wa_id, group.as_ref(), written, now))
}

/// Into the chat with the business, or into a group.
fn put(
    world: &mut World,
    wa_id: &str,
    group: Option<&GroupId>,
    written: Written,
    now: Timestamp,
) -> Result<(), String> {
    let outcome = match group {
        Some(group) => world.write_in_group(wa_id, group, written, now),
        None => world.write(wa_id, written, now),
    };
    outcome.map(|_| ()).map_err(|problem| problem.0)
}

/// No more characters than a message may have.
fn within(name: &str, text: &str, most: usize) -> Result<(), String> {
    let count = text.chars().count();
    if count > most {
        Err(format!("{name}: {count} characters; {most} are the most"))
    } else {
        Ok(())
    }
}

fn text(form: &Form) -> Result<(&'static str, Value), String> {
    // A browser sends a line break as two characters.
    let body = form.needed("body")?.replace("\r\n", "\n");
    within("body", &body, TEXT_BODY_CHARS_MAX)?;
    Ok(("text", json!({"body": body})))
}

fn place(form: &Form) -> Result<(&'static str, Value), String> {
    let degrees = |name: &str, most: f64| {
        let degrees =
            form.needed(name)?.parse::<f64>().ok().filter(|degrees| degrees.abs() <= most);
        degrees.ok_or_else(|| format!("{name}: must be a number from -{most} to {most}"))
    };
    let mut place = json!({
        "latitude": degrees("latitude", 90.0)?, "longitude": degrees("longitude", 180.0)?,
    });
    for name in ["name", "address"] {
        if let Some(text) = form.text(name) {
            place[name] = text.into();
        }
    }
    Ok(("location", place))
}

fn card(form: &Form) -> Result<(&'static str, Value), String> {
    let (name, number) = (form.needed("name")?, form.needed("phone")?);
    let card = match phone::digits(number) {
        Some(wa_id) => Card::new(name).whatsapp(number, wa_id),
        None => return Err("phone: must be a phone number with country code".to_owned()),
    };
    Ok(("contacts", json!([card])))
}

fn reaction(form: &Form) -> Result<(&'static str, Value), String> {
    let message = form.needed("message")?;
    // Without an emoji the reaction is taken back.
    Ok((
        "reaction",
        match form.text("emoji") {
            Some(emoji) => json!({"message_id": message, "emoji": emoji}),
            None => json!({"message_id": message}),
        },
    ))
}

fn flow(form: &Form) -> Result<(&'static str, Value), String> {
    let response = form.needed("response")?;
    let read: Value = serde_json::from_str(response)
        .map_err(|error| format!("response: is not JSON: {error}"))?;
    if !read.is_object() {
        return Err("response: must be a JSON object".to_owned());
    }
    // The platform sends the JSON as a text.
    let reply = json!({"name": "flow", "body": "Sent", "response_json": read.to_string()});
    Ok(("interactive", json!({"type": "nfm_reply", "nfm_reply": reply})))
}

async fn file(
    State(shell): State<Shell>,
    Path(wa_id): Path<String>,
    headers: HeaderMap,
    form: Result<Multipart, MultipartRejection>,
) -> Response {
    match Form::read(form).await {
        Ok(mut form) => {
            let outcome = match form.file.take() {
                Some(file) => send(&shell, &wa_id, &form, file),
                None => Err("file: choose one".to_owned()),
            };
            answer(&wa_id, &form.query(), &headers, outcome)
        }
        Err(what) => answer(&wa_id, "", &headers, Err(what)),
    }
}

fn send(shell: &Shell, wa_id: &str, form: &Form, file: NewFile) -> Result<(), String> {
    let kind = MediaKind::of_mime(&file.mime_type).unwrap_or(MediaKind::Document);
    let caption = form.text("caption");
    within("caption", caption.unwrap_or_default(), CAPTION_CHARS_MAX)?;
    let mut payload = json!({});
    if kind == MediaKind::Document {
        payload["filename"] = file.name.as_deref().into();
    }
    if let Some(caption) =
        caption.filter(|_| !matches!(kind, MediaKind::Audio | MediaKind::Sticker))
    {
        payload["caption"] = caption.into();
    }
    let group = form.group()?;
    shell.step(|world, now| {
        let of_group = group.as_ref().and_then(|group| world.groups.get(group.as_str()));
        let number = of_group.map(|group| group.number.clone()).or_else(|| form.number());
        let number = number.or_else(|| world.first_number().map(|number| number.id.clone()));
        let number = number.ok_or("there is no business to write to")?;
        if !world.people.contains_key(wa_id) {
            return Err(format!("nobody has the number {wa_id}"));
        }
        let uploaded = world.upload(number.as_str(), file, now);
        let uploaded = uploaded.map_err(|refusal| refusal.error.text().to_owned())?;
        payload["id"] = uploaded.id.as_str().into();
        let (kind, quotes) = (kind.as_str().to_owned(), form.quotes());
        let written = Written { quotes, ..Written::of(number, &kind, payload) };
        put(world, wa_id, group.as_ref(), written, now)
    })
}
