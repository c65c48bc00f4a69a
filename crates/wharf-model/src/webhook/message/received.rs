//! What a message carries, by type.

use std::fmt;

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{
    ButtonTap, Edit, File, InteractiveReply, Location, Order, ReceivedCard, ReceivedReaction, Rest,
    Revoke, System, Text, Unsupported,
};
use crate::read::{Broken, Cursor, tolerant};

/// What a message carries.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum Received {
    /// Plain text.
    Text(Text),
    /// A picture.
    Image(File),
    /// A video.
    Video(File),
    /// Sound, or a voice note.
    Audio(File),
    /// A voice note, as old versions spell it.
    Voice(File),
    /// A document.
    Document(File),
    /// A sticker.
    Sticker(File),
    /// A place.
    Location(Location),
    /// Contact cards.
    Contacts(Vec<ReceivedCard>),
    /// An emoji on a message.
    Reaction(ReceivedReaction),
    /// A tap on a template's button.
    Button(ButtonTap),
    /// An answer to buttons, a list, a flow …
    Interactive(InteractiveReply),
    /// A cart of products.
    Order(Order),
    /// The platform's own note about a person.
    System(System),
    /// The person opened the chat for the first time.
    RequestWelcome,
    /// A message was edited.
    Edit(Edit),
    /// A message was deleted for everyone.
    Revoke(Revoke),
    /// A kind that the platform does not pass on.
    Unsupported(Unsupported),
    /// A template, in an echo of what was sent; as it came.
    Template(Value),
    /// Stands for a file in history; the file comes later.
    MediaPlaceholder,
    /// A type this version does not know.
    Other {
        /// The word under `type`; empty when there was none.
        kind: String,
        /// What stands under that word; null when nothing does.
        payload: Value,
    },
}

/// The last member of that name, unless it is null.
pub(super) fn member<'a>(rest: &Rest<'a>, name: &str) -> Option<&'a str> {
    let (_, json) = rest.iter().rev().find(|(key, _)| key == name)?;
    Some(*json).filter(|&json| json != "null")
}

/// Types and the member that carries them: for messages that came without `type`.
const BY_PAYLOAD: &[&str] = &[
    "text",
    "image",
    "video",
    "audio",
    "voice",
    "document",
    "sticker",
    "location",
    "contacts",
    "reaction",
    "button",
    "interactive",
    "order",
    "system",
    "edit",
    "revoke",
    "unsupported",
    "template",
    "request_welcome",
];

impl Received {
    /// The word under `type`.
    pub fn kind(&self) -> &str {
        match self {
            Self::Text(_) => "text",
            Self::Image(_) => "image",
            Self::Video(_) => "video",
            Self::Audio(_) => "audio",
            Self::Voice(_) => "voice",
            Self::Document(_) => "document",
            Self::Sticker(_) => "sticker",
            Self::Location(_) => "location",
            Self::Contacts(_) => "contacts",
            Self::Reaction(_) => "reaction",
            Self::Button(_) => "button",
            Self::Interactive(_) => "interactive",
            Self::Order(_) => "order",
            Self::System(_) => "system",
            Self::RequestWelcome => "request_welcome",
            Self::Edit(_) => "edit",
            Self::Revoke(_) => "revoke",
            Self::Unsupported(_) => "unsupported",
            Self::Template(_) => "template",
            Self::MediaPlaceholder => "media_placeholder",
            Self::Other { kind, .. } => kind,
        }
    }

    /// Its text, whatever its type: the body, a caption, the title of the button or row that was tapped.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(&text.body),
            Self::Image(file) | Self::Video(file) | Self::Document(file) => file.caption.as_deref(),
            Self::Button(tap) => tap.text.as_deref(),
            Self::Interactive(reply) => reply.title(),
            _ => None,
        }
    }

    /// The file it carries.
    pub fn file(&self) -> Option<&File> {
        match self {
            Self::Image(file)
            | Self::Video(file)
            | Self::Audio(file)
            | Self::Voice(file)
            | Self::Document(file)
            | Self::Sticker(file) => Some(file),
            _ => None,
        }
    }

    /// Reads what a message of the type `kind` carries, from its members besides the head.
    pub(super) fn read(
        kind: Option<String>,
        rest: &Rest<'_>,
        notes: &mut Vec<String>,
    ) -> Result<Self, String> {
        let guess = || {
            let name = BY_PAYLOAD.iter().find(|name| member(rest, name).is_some())?;
            Some((*name).to_owned())
        };
        let kind = kind.filter(|kind| !kind.is_empty());
        // Before the guess: what stands beside a request says something else of it.
        let request = member(rest, "message").filter(|_| kind.is_none());
        let request = request.map(|request| Self::of_request(request, notes));
        if let Some(Ok(content)) = request {
            return Ok(content);
        }
        let kind = kind.or_else(guess).unwrap_or_default();
        if kind.is_empty()
            && let Some(unreadable) = request
        {
            return unreadable;
        }
        let payload = member(rest, &kind);
        let is_null = payload.is_none() && rest.iter().any(|(name, _)| **name == *kind);
        let reader = Payload { kind: &kind, json: payload, is_null, notes };
        match kind.as_str() {
            "text" => reader.read().map(Self::Text),
            "image" => reader.read().map(Self::Image),
            "video" => reader.read().map(Self::Video),
            "audio" => reader.read().map(Self::Audio),
            "voice" => reader.read().map(Self::Voice),
            "document" => reader.read().map(Self::Document),
            "sticker" => reader.read().map(Self::Sticker),
            "location" => reader.read().map(Self::Location),
            "contacts" => reader.read().map(Self::Contacts),
            "reaction" => reader.read().map(Self::Reaction),
            "button" => reader.read().map(Self::Button),
            "order" => reader.read().map(Self::Order),
            "system" => reader.read().map(Self::System),
            "edit" => reader.read().map(Self::Edit),
            "revoke" => reader.read().map(Self::Revoke),
            "template" => reader.read().map(Self::Template),
            "interactive" => match payload {
                // The platform sends this when it could not convert the answer; `value.errors` says so.
                None => Ok(Self::Interactive(InteractiveReply::nothing())),
                Some(json) => InteractiveReply::read(json, notes).map(Self::Interactive),
            },
            // The platform's words for "there was something that the API does not carry".
            "unsupported" | "unknown" | "errors" => reader.read_or_default().map(Self::Unsupported),
            "request_welcome" => Ok(Self::RequestWelcome),
            "media_placeholder" => Ok(Self::MediaPlaceholder),
            _ => {
                reader.read_or_default().map(|payload| Self::Other { kind: kind.clone(), payload })
            }
        }
    }

    /// A standby echo wraps the request that sent it.
    pub(super) fn of_request(json: &str, notes: &mut Vec<String>) -> Result<Self, String> {
        let mut rest = Rest::new();
        let mut kind: Option<String> = None;
        let walked = Cursor::new(json).object(|cursor, name| {
            match &*name {
                "type" => kind = cursor.member("type", notes)?,
                // One level only: a request has a type.
                "message" => drop(cursor.raw()?),
                _ => rest.push((name, cursor.raw()?)),
            }
            Ok(())
        });
        match walked {
            Ok(_) if kind.as_ref().is_some_and(|kind| !kind.is_empty()) => {
                Self::read(kind, &rest, notes)
            }
            Ok(_) | Err(Broken) => Err("a message has no `type`".to_owned()),
        }
    }
}

/// What stands under the word of the type.
struct Payload<'a> {
    kind: &'a str,
    json: Option<&'a str>,
    /// It is there, as null: the message has its head, and nothing in it.
    is_null: bool,
    notes: &'a mut Vec<String>,
}

impl Payload<'_> {
    fn read<T: DeserializeOwned>(self) -> Result<T, String> {
        let Self { kind, json, is_null, notes } = self;
        if is_null
            && let Ok(nothing) = serde_json::from_str("{}").or_else(|_| serde_json::from_str("[]"))
        {
            notes.push(format!("{kind}: is null"));
            return Ok(nothing);
        }
        let json = json.ok_or_else(|| format!("a message of type `{kind}` has no `{kind}`"))?;
        let (part, more) = tolerant(json)?;
        notes.extend(more);
        Ok(part)
    }

    fn read_or_default<T: DeserializeOwned + Default>(self) -> Result<T, String> {
        if self.json.is_some() { self.read() } else { Ok(T::default()) }
    }
}

impl fmt::Debug for Received {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Received({})", self.kind())
    }
}
