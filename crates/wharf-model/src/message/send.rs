//! Sending a message, and the answer to it.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{Message, Product};
use crate::{
    endpoint::Endpoint,
    id::{MessageId, PhoneNumberId, UserId},
    open::open_enum,
};

/// Sends a message: `POST /{phone-number-id}/messages`.
///
/// The platform has no idempotency key: a call whose answer was lost may or may not have sent it.
#[derive(Clone, Debug, PartialEq)]
pub struct SendMessage {
    /// The number that sends.
    pub from: PhoneNumberId,
    /// What it sends.
    pub message: Message,
}

impl SendMessage {
    /// Sends `message` from `from`.
    pub fn new(from: PhoneNumberId, message: Message) -> Self {
        Self { from, message }
    }
}

impl Endpoint for SendMessage {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = false;
    type Body = Message;
    type Response = Sent;

    fn path(&self) -> Cow<'_, str> {
        [self.from.as_str(), "/messages"].concat().into()
    }

    fn body(&self) -> Option<&Message> {
        Some(&self.message)
    }
}

/// What the platform says to an accepted message. Accepted is not delivered: statuses follow.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Sent {
    /// Always `whatsapp`.
    #[serde(default)]
    pub messaging_product: Product,
    /// Whom it went to, as the platform knows them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contacts: Vec<SentContact>,
    /// The accepted message: one.
    pub messages: Vec<SentMessage>,
}

/// Whom a message went to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SentContact {
    /// What was given as `to` or `recipient`.
    pub input: String,
    /// The person's WhatsApp id; may differ from the number given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wa_id: Option<String>,
    /// The person's business-scoped user id, when that was used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user_id: Option<UserId>,
}

/// An accepted message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SentMessage {
    /// Its id: statuses will name it.
    pub id: MessageId,
    /// Templates only; absent means accepted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message_status: Option<MessageStatus>,
    /// The group it went to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group_id: Option<String>,
}

open_enum! {
    /// What the platform does with an accepted message.
    pub enum MessageStatus {
        /// It is on its way.
        Accepted = "accepted",
        /// It waits until the first ones of its template were judged.
        Held = "held_for_quality_assessment",
        /// Its template is paused.
        Paused = "paused",
    }
}

impl Sent {
    /// The answer for one message to one phone number.
    pub fn one(id: MessageId, input: impl Into<String>, wa_id: impl Into<String>) -> Self {
        let contact = SentContact { input: input.into(), wa_id: Some(wa_id.into()), user_id: None };
        let message = SentMessage { id, message_status: None, group_id: None };
        Self {
            messaging_product: Product::Whatsapp,
            contacts: vec![contact],
            messages: vec![message],
        }
    }

    /// The message's id. The platform always gives one.
    pub fn id(&self) -> Option<&MessageId> {
        self.messages.first().map(|message| &message.id)
    }
}
