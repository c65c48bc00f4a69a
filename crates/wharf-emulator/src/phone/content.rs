//! What a message carries, by type.

use maud::{Markup, html};
use serde::de::DeserializeOwned;
use serde_json::Value;
use wharf_model::message::{
    Audio, Contacts, Content, Document, Image, Location, PinKind, Sticker, Text, Video,
};

use super::{cards, files, interactive, join, link, look::View, markup, shop, template};
use crate::world::{Entry, Matter};

/// The inside of a bubble.
pub(super) fn show(view: &View<'_>, id: &str, entry: &Entry) -> Markup {
    match &entry.matter {
        Matter::Business { template: Some(filled), .. } => template::show(view, filled),
        Matter::Business { content: Content::Interactive(interactive), .. } => {
            interactive::show(view, interactive)
        }
        Matter::Business { content, .. } => typed(view, id, content),
        Matter::Person { kind, payload } => match read(kind, payload) {
            Some(content) => typed(view, id, &content),
            None if kind == "order" => shop::ordered(payload),
            None => said(kind, payload),
        },
    }
}

/// What can be tapped, below the bubble.
pub(super) fn actions(view: &View<'_>, id: &str, entry: &Entry) -> Markup {
    match &entry.matter {
        Matter::Business { template: Some(filled), .. } if view.group.is_some() => {
            template::labels(filled)
        }
        _ if view.group.is_some() => html! {},
        Matter::Business { template: Some(filled), .. } => template::actions(view, entry, filled),
        Matter::Business { content: Content::Interactive(interactive), .. } => {
            interactive::actions(view, id, entry, interactive)
        }
        _ => html! {},
    }
}

/// How the bubble looks: `text`, `large`, `media`, `sticker`, `card`.
pub(super) fn look(entry: &Entry) -> &'static str {
    let kind = match &entry.matter {
        Matter::Business { template: Some(_), .. } => "text",
        Matter::Business { content, .. } => content.kind(),
        Matter::Person { kind, .. } => kind.as_str(),
    };
    match kind {
        "text" if markup::is_large(&summary(entry)) => "large",
        "image" | "video" => "media",
        "sticker" => "sticker",
        "audio" | "document" | "location" | "contacts" => "card",
        _ => "text",
    }
}

/// One line that stands for the message.
pub(super) fn summary(entry: &Entry) -> String {
    match &entry.matter {
        Matter::Business { template: Some(filled), .. } => markup::plain(&filled.body),
        Matter::Business { content, .. } => line(content),
        Matter::Person { kind, payload } => match (kind.as_str(), read(kind, payload)) {
            (_, Some(content)) => line(&content),
            ("reaction", None) => payload["emoji"].as_str().unwrap_or("taken back").to_owned(),
            (kind, None) => answer(payload).unwrap_or(kind).to_owned(),
        },
    }
}

fn line(content: &Content) -> String {
    let named = |word: &str, name: Option<&String>| match name {
        Some(name) => format!("{word}: {}", markup::plain(name)),
        None => word.to_owned(),
    };
    match content {
        Content::Text(text) => markup::plain(&text.body),
        Content::Image(image) => named("Picture", image.caption.as_ref()),
        Content::Video(video) => named("Video", video.caption.as_ref()),
        Content::Audio(audio) => {
            if audio.voice == Some(true) { "Voice message" } else { "Audio" }.to_owned()
        }
        Content::Document(document) => named("Document", document.filename.as_ref()),
        Content::Sticker(_) => "Sticker".to_owned(),
        Content::Location(location) => named("Location", location.name.as_ref()),
        Content::Contacts(contacts) => {
            let first = contacts.0.first().and_then(|card| card.name.formatted_name.as_ref());
            named("Contact", first)
        }
        Content::Reaction(reaction) => reaction.emoji.clone(),
        Content::Interactive(interactive) => markup::plain(&interactive::body(interactive)),
        Content::Template(template) => named("Template", Some(&template.name)),
        Content::Pin(pin) if pin.kind == PinKind::Unpin => "Took a pinned message down".to_owned(),
        Content::Pin(_) => "Pinned a message".to_owned(),
        other => other.kind().to_owned(),
    }
}

/// What a person wrote, as a type that a business can send as well.
fn read(kind: &str, payload: &Value) -> Option<Content> {
    fn part<T: DeserializeOwned + Into<Content>>(payload: &Value) -> Option<Content> {
        T::deserialize(payload).ok().map(Into::into)
    }
    match kind {
        "text" => part::<Text>(payload),
        "image" => part::<Image>(payload),
        "video" => part::<Video>(payload),
        "audio" => part::<Audio>(payload),
        "document" => part::<Document>(payload),
        "sticker" => part::<Sticker>(payload),
        "location" => part::<Location>(payload),
        "contacts" => part::<Contacts>(payload),
        _ => None,
    }
}

fn typed(view: &View<'_>, id: &str, content: &Content) -> Markup {
    match content {
        Content::Text(text) => plain_text(view, text),
        Content::Image(image) => files::image(view, image),
        Content::Video(video) => files::video(view, video),
        Content::Audio(audio) => files::audio(view, audio),
        Content::Document(document) => files::document(view, document),
        Content::Sticker(sticker) => files::sticker(view, sticker),
        Content::Location(location) => cards::location(location),
        Content::Contacts(contacts) => cards::contacts(id, contacts),
        Content::Pin(_) => html! { p .text dir="auto" { (line(content)) } },
        Content::Other { kind, payload } => unknown(kind, payload),
        // Each has a way of its own before this.
        other => unknown(other.kind(), &Value::Null),
    }
}

fn plain_text(view: &View<'_>, text: &Text) -> Markup {
    let url = markup::first_link(&text.body).filter(|_| text.preview_url == Some(true));
    // A link into a group leads nowhere outside.
    let url = url.filter(|url| join::code(url).is_none());
    html! {
        @if let Some(url) = &url { (preview(url)) }
        p .text dir="auto" { (markup::message(view, &text.body)) }
    }
}

/// Where a link leads. Nothing is fetched for it.
fn preview(url: &str) -> Markup {
    let host = link::host(url).unwrap_or_else(|| url.to_owned());
    link::out(
        url,
        "preview",
        &html! {
            span .preview-host { (host) }
            span .preview-url { (url) }
        },
    )
}

/// The words of an answer: a tapped button, a picked row, a form.
fn answer(payload: &Value) -> Option<&str> {
    let reply = payload["type"].as_str().map_or(&Value::Null, |kind| &payload[kind]);
    let consent = match (reply["response"].as_str(), reply["is_permanent"].as_bool()) {
        (Some("accept"), Some(true)) => Some("You may always call me"),
        (Some("accept"), _) => Some("You may call me for 7 days"),
        (Some("reject"), _) => Some("You may not call me"),
        _ => None,
    };
    reply["title"].as_str().or(reply["body"].as_str()).or(payload["text"].as_str()).or(consent)
}

/// What a person can write and a business cannot.
fn said(kind: &str, payload: &Value) -> Markup {
    let reply = payload["type"].as_str().map_or(&Value::Null, |kind| &payload[kind]);
    html! {
        @match answer(payload) {
            Some(text) => {
                p .text dir="auto" { (text) }
                @if let Some(more) = reply["description"].as_str() { p .small { (more) } }
                @if let Some(json) = reply["response_json"].as_str() { pre .json { (json) } }
            },
            None => { (unknown(kind, payload)) },
        }
    }
}

/// A type that this phone does not know, so that it can at least be read.
pub(super) fn unknown(kind: &str, payload: &Value) -> Markup {
    let json = serde_json::to_string_pretty(payload).unwrap_or_default();
    html! {
        p .small { "Message of type " code { (kind) } }
        @if !payload.is_null() { pre .json { (json) } }
    }
}
