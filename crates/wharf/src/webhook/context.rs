//! What a handler gets beside its value.

use std::sync::Arc;

use wharf_client::{Client, Error, PhoneNumber};
use wharf_model::{
    id::{MessageId, PhoneNumberId},
    message::{Content, Message, Reaction, Sent},
    webhook::{Event, EventKind, Person},
};

/// The event, with everything around it, and the means to answer.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Context {
    /// The event, its raw JSON included.
    pub event: Arc<Event>,
    /// The client the router was given.
    pub client: Option<Client>,
}

impl Context {
    /// Who it is about: the sender of a message, the recipient of a status.
    pub fn person(&self) -> Person {
        self.event.person()
    }

    /// The id of the message it is or speaks of.
    pub fn message_id(&self) -> Option<MessageId> {
        self.event.item().and_then(|id| MessageId::new(id).ok())
    }

    /// The business number it came to.
    pub fn number(&self) -> Option<&PhoneNumberId> {
        self.event.number_id()
    }

    /// Answers the person, or the group, with anything that can be sent.
    ///
    /// # Errors
    ///
    /// As the client's sending; and of kind `Argument` when there is no client, or the event names no
    /// number or nobody to answer to.
    pub async fn reply(&self, content: impl Into<Content>) -> Result<Sent, Error> {
        self.business()?.send_message(self.address(content)?).await
    }

    /// Answers with a quote of the message.
    ///
    /// # Errors
    ///
    /// As [`Context::reply`].
    pub async fn quote(&self, content: impl Into<Content>) -> Result<Sent, Error> {
        let message = self.address(content)?.quoting(self.required_id()?);
        self.business()?.send_message(message).await
    }

    /// Reacts to the message with an emoji; an empty one takes the reaction back.
    ///
    /// # Errors
    ///
    /// As [`Context::reply`].
    pub async fn react(&self, emoji: impl Into<String>) -> Result<Sent, Error> {
        self.reply(Reaction::new(self.required_id()?, emoji)).await
    }

    /// Marks the message as read, and all before it.
    ///
    /// # Errors
    ///
    /// As [`Context::reply`].
    pub async fn mark_read(&self) -> Result<(), Error> {
        self.business()?.mark_read(&self.required_id()?).await
    }

    /// Marks the message as read and shows "typing…" for up to 25 seconds.
    ///
    /// # Errors
    ///
    /// As [`Context::reply`].
    pub async fn typing(&self) -> Result<(), Error> {
        self.business()?.typing(&self.required_id()?).await
    }

    fn business(&self) -> Result<PhoneNumber, Error> {
        let client = self.client.as_ref().ok_or_else(|| {
            Error::argument("the router has no client to answer with: set WHATSAPP_ACCESS_TOKEN, or call Webhook::client")
        })?;
        let number = self
            .number()
            .ok_or_else(|| Error::argument("this event came to no business number"))?;
        Ok(client.number(number.clone()))
    }

    fn address(&self, content: impl Into<Content>) -> Result<Message, Error> {
        if let EventKind::Message(message) = &self.event.kind
            && let Some(group) = &message.group_id
        {
            return Ok(Message::to_group(group.as_str(), content));
        }
        let person = self.person();
        match (person.number(), person.user_id) {
            (Some(number), _) => Ok(Message::new(number, content)),
            (None, Some(user)) => Ok(Message::to_user(user, content)),
            (None, None) => Err(Error::argument("this event names nobody to answer to")),
        }
    }

    fn required_id(&self) -> Result<MessageId, Error> {
        self.message_id().ok_or_else(|| Error::argument("this event speaks of no message"))
    }
}
