//! What a message carries, by type.

use std::fmt;

use serde_json::Value;

use super::{
    ButtonTap, Edit, File, InteractiveReply, Location, Order, ReceivedCard, ReceivedReaction,
    Revoke, System, Text, Unsupported,
};
use crate::read::{member, members, tolerant};

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

fn member_text(json: &str, name: &str) -> Option<String> {
    serde_json::from_str(member(&members(json)?, name)?).ok()
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
            Self::MediaPlaceholder => "media_placeholder",
            Self::Other { kind, .. } => kind,
        }
    }

    pub(super) fn read(kind: Option<String>, json: &str) -> Result<(Self, Vec<String>), String> {
        let parts = members(json).ok_or("a message is not an object")?;
        let guess = || {
            BY_PAYLOAD
                .iter()
                .find(|name| member(&parts, name).is_some())
                .map(|&name| name.to_owned())
        };
        let kind = kind.filter(|kind| !kind.is_empty()).or_else(guess).unwrap_or_default();
        if kind.is_empty()
            && let Some(request) = member(&parts, "message")
        {
            // A standby echo wraps the request that sent it.
            let kind = member_text(request, "type").filter(|kind| !kind.is_empty());
            // One level only: a request has a type.
            return if kind.is_some() {
                Self::read(kind, request)
            } else {
                Err("a message has no `type`".to_owned())
            };
        }
        let payload = member(&parts, &kind);

        macro_rules! part {
            ($variant:ident) => {
                match payload {
                    Some(json) => tolerant(json).map(|(part, notes)| (Self::$variant(part), notes)),
                    None => Err(format!("a message of type `{kind}` has no `{kind}`")),
                }
            };
        }

        match kind.as_str() {
            "text" => part!(Text),
            "image" => part!(Image),
            "video" => part!(Video),
            "audio" => part!(Audio),
            "voice" => part!(Voice),
            "document" => part!(Document),
            "sticker" => part!(Sticker),
            "location" => part!(Location),
            "contacts" => part!(Contacts),
            "reaction" => part!(Reaction),
            "button" => part!(Button),
            "order" => part!(Order),
            "system" => part!(System),
            "edit" => part!(Edit),
            "revoke" => part!(Revoke),
            "interactive" => {
                let Some(json) = payload else {
                    // The platform sends this when it could not convert the answer; `value.errors` says so.
                    let reply =
                        InteractiveReply::Other { kind: String::new(), payload: Value::Null };
                    return Ok((Self::Interactive(reply), Vec::new()));
                };
                InteractiveReply::read(json).map(|(reply, notes)| (Self::Interactive(reply), notes))
            }
            // The platform's words for "there was something that the API does not carry".
            "unsupported" | "unknown" => {
                let part =
                    payload.map_or_else(|| Ok((Unsupported::default(), Vec::new())), tolerant)?;
                Ok((Self::Unsupported(part.0), part.1))
            }
            "request_welcome" => Ok((Self::RequestWelcome, Vec::new())),
            "media_placeholder" => Ok((Self::MediaPlaceholder, Vec::new())),
            _ => {
                let payload = payload.map_or_else(|| Ok((Value::Null, Vec::new())), tolerant)?;
                Ok((Self::Other { kind, payload: payload.0 }, payload.1))
            }
        }
    }
}

impl fmt::Debug for Received {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Received({})", self.kind())
    }
}
