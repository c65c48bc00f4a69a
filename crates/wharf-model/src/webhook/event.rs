//! One thing that happened.

use std::{borrow::Cow, fmt, sync::Arc};

use super::{
    Contact, Inbound, Metadata, Raw, Received, Status, Update,
    envelope::{Envelope, Place},
};
use crate::{
    error::GraphError,
    id::{AccountId, Id, PhoneNumberId},
    time::Timestamp,
};

/// One thing that happened, with all that the body around it says of it.
#[derive(Clone)]
#[non_exhaustive]
#[expect(clippy::partial_pub_fields, reason = "what re-makes the body is nobody's business")]
pub struct Event {
    /// The WhatsApp Business Account (a business portfolio, for a few partner events).
    pub account: Option<AccountId>,
    /// The webhook field: `messages`, `message_template_status_update`, …; empty when there was none.
    pub field: String,
    /// The business number it came to.
    pub number: Option<Metadata>,
    /// The person it is about, as far as the body names them.
    pub contact: Option<Contact>,
    /// What happened.
    pub kind: EventKind,
    /// Its JSON as it came.
    pub raw: Raw,
    /// Words that were not as they should be, and what was made of them; empty as a rule.
    pub notes: Vec<String>,
    pub(super) envelope: Arc<Envelope>,
    pub(super) place: Place,
    pub(super) contact_json: Option<Box<str>>,
}

/// What happened.
#[derive(Clone)]
#[non_exhaustive]
pub enum EventKind {
    /// Someone wrote to the business, or tapped a button, or the platform told of a person.
    Message(Box<Inbound>),
    /// A message of the business's own, sent from its phone app or by another program.
    Echo(Box<Inbound>),
    /// What became of a message that the business sent.
    Status(Box<Status>),
    /// An error that belongs to no message.
    Error(Box<GraphError>),
    /// A field that is known but not taken apart further: read it with [`Event::update`], or from `raw`.
    Update,
    /// What nobody could read; `raw` has it.
    Unread(Unread),
}

/// Why something could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// The reason, for a person.
    pub reason: String,
}

impl Event {
    /// What it is, in a word or two: `message.text`, `status.read`, `error`, `update`, `unread`.
    pub fn name(&self) -> Cow<'static, str> {
        match &self.kind {
            EventKind::Message(message) => format!("message.{}", message.content.kind()).into(),
            EventKind::Echo(message) => format!("echo.{}", message.content.kind()).into(),
            EventKind::Status(status) => format!("status.{}", status.status).into(),
            EventKind::Error(_) => "error".into(),
            EventKind::Update => "update".into(),
            EventKind::Unread(_) => "unread".into(),
        }
    }

    /// The platform's id of the message it is or speaks of.
    pub fn item(&self) -> Option<&str> {
        match &self.kind {
            EventKind::Message(message) | EventKind::Echo(message) => {
                message.id.as_ref().map(Id::as_str)
            }
            EventKind::Status(status) => status.id.as_ref().map(Id::as_str),
            EventKind::Error(_) | EventKind::Update | EventKind::Unread(_) => None,
        }
    }

    /// What tells this event from every other: the same in each of the platform's repetitions.
    pub fn key(&self) -> String {
        let number = self.number_id().map(Id::as_str).unwrap_or_default();
        let account = self.account.as_ref().map(Id::as_str).unwrap_or_default();
        match &self.kind {
            EventKind::Message(message) | EventKind::Echo(message) if message.id.is_some() => {
                let id = self.item().unwrap_or_default();
                format!("{}|{number}|{id}|{}", self.field, message.content.kind())
            }
            EventKind::Status(status) if status.id.is_some() => {
                let id = self.item().unwrap_or_default();
                let at = status.timestamp.map(|at| at.as_secs().to_string()).unwrap_or_default();
                let participant = status.recipient_participant_id.as_deref();
                let user = status.recipient_participant_user_id.as_ref().map(Id::as_str);
                let whom = participant.or(user).unwrap_or_default();
                format!("status|{number}|{id}|{}|{at}|{whom}", status.status)
            }
            // What an account is told again at another time is told anew.
            _ => format!(
                "{}|{account}|{number}|{}|{}",
                self.field,
                self.envelope.time(),
                String::from_utf8_lossy(self.raw.as_bytes())
            ),
        }
    }

    /// Why it was not read, or not in full: also for a message of a type this version does not know.
    pub fn unread(&self) -> Option<Cow<'_, str>> {
        match &self.kind {
            EventKind::Unread(unread) => Some(unread.reason.as_str().into()),
            EventKind::Message(message) | EventKind::Echo(message) => match &message.content {
                Received::Other { kind, .. } => Some(if kind.is_empty() {
                    "a message has no `type`".into()
                } else {
                    format!("unknown message type `{kind}`").into()
                }),
                _ => None,
            },
            _ => None,
        }
    }

    /// What an event of kind [`EventKind::Update`] says; read when asked for. Words that are not as
    /// they should be are mended or left out; `raw` has them. `None` for every other kind, and for
    /// a field whose shape is not published.
    pub fn update(&self) -> Option<Update> {
        match self.kind {
            EventKind::Update => Update::read(&self.field, self.place.member(), self.raw.as_str()),
            _ => None,
        }
    }

    /// When it happened, as the platform says.
    pub fn timestamp(&self) -> Option<Timestamp> {
        match &self.kind {
            EventKind::Message(message) | EventKind::Echo(message) => message.timestamp,
            EventKind::Status(status) => status.timestamp,
            EventKind::Error(_) | EventKind::Update | EventKind::Unread(_) => None,
        }
    }

    /// The id of the business number it came to.
    pub fn number_id(&self) -> Option<&PhoneNumberId> {
        self.number.as_ref()?.phone_number_id.as_ref()
    }
}

impl fmt::Debug for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Event")
            .field("account", &self.account)
            .field("field", &self.field)
            .field("number", &self.number)
            .field("kind", &self.kind)
            .field("raw", &self.raw)
            .field("notes", &self.notes)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for EventKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Message(message) => f.debug_tuple("Message").field(message).finish(),
            Self::Echo(message) => f.debug_tuple("Echo").field(message).finish(),
            Self::Status(status) => f.debug_tuple("Status").field(status).finish(),
            Self::Error(error) => f.debug_tuple("Error").field(&error.code).finish(),
            Self::Update => f.write_str("Update"),
            Self::Unread(unread) => f.debug_tuple("Unread").field(unread).finish(),
        }
    }
}
