//! What a handler gets beside its value.

use std::{sync::Arc, time::Duration};

use tokio::sync::Notify;
use wharf_client::{Client, Error, PhoneNumber};
use wharf_model::{
    id::{MessageId, PhoneNumberId},
    message::{Content, Message, Reaction, Sent},
    webhook::{Event, EventKind, Inbound, Person, Status, status::Progress},
};

use super::{
    Missed, Sending, Watch,
    desk::Desk,
    filter::{self, Filter},
    waiting::Who,
};

/// The event, with everything around it, and the means to answer.
#[derive(Clone, Debug)]
#[non_exhaustive]
#[expect(clippy::partial_pub_fields, reason = "how a handler waits is nobody's business")]
pub struct Context {
    /// The event, its raw JSON included.
    pub event: Arc<Event>,
    /// The client the router was given for the number it came to.
    pub client: Option<Client>,
    pub(super) watch: Watch,
    /// Told when the handler begins to wait.
    pub(super) waits: Arc<Notify>,
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

    /// Answers the person, or the group, with anything that can be sent. See also [`Sending::or_template`].
    ///
    /// Awaited, it fails as the client's sending does; and with an error of kind `Argument` when there is no client, or
    /// the event names no number or nobody to answer to.
    pub fn reply(&self, content: impl Into<Content>) -> Sending {
        Sending::new(self.clone(), content.into(), false)
    }

    /// Answers with a quote of the message. It fails as [`Context::reply`] does.
    pub fn quote(&self, content: impl Into<Content>) -> Sending {
        Sending::new(self.clone(), content.into(), true)
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

    /// Waits for the same person's next message to the same number, in the same chat; handlers do not get that one.
    /// What was written before the event of this handler is no answer, nor is a message that failed earlier and comes
    /// again: these go to their handlers.
    ///
    /// A handler that waits counts as having run: the sender of the webhook gets its answer, and only
    /// [`Webhook::on_error`](super::Webhook::on_error) is told of an error that comes afterwards. What is waited for is
    /// known to this process alone, and not after a restart.
    ///
    /// ```
    /// use std::time::Duration;
    /// use wharf::prelude::*;
    /// use wharf::filter::text_is;
    ///
    /// # fn example(webhook: Webhook) -> Webhook {
    /// webhook.on(text_is("order"), async |context: Context, _word: String| {
    ///     context.reply("How many?").await?;
    ///     match context.wait_for_reply(Duration::from_mins(5)).await {
    ///         Ok((reply, message)) => reply.quote(format!("{} it is.", message.text().unwrap_or("Some"))).await,
    ///         Err(missed) => context.reply(format!("Another time, then: {missed}.")).await,
    ///     }
    /// })
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// [`Missed`]: the time was over, the program is about to end, or the event is about nobody.
    pub async fn wait_for_reply(&self, patience: Duration) -> Result<(Self, Inbound), Missed> {
        self.wait_for(filter::message(), patience).await
    }

    /// The same for a message that fits a filter; others of that person go to the handlers meanwhile.
    ///
    /// # Errors
    ///
    /// As [`Context::wait_for_reply`].
    pub async fn wait_for<T: Send + 'static>(
        &self,
        filter: Filter<T>,
        patience: Duration,
    ) -> Result<(Self, T), Missed> {
        let who = Who::of(&self.event).ok_or(Missed::Nothing)?;
        let (_place, told) = self.watch.0.waiting.for_reply(who, filter);
        self.waits.notify_one();
        self.watch.wait(told, patience).await
    }

    /// Waits until a message got so far, or further: `wait_until(&sent, Progress::Delivered, …)`. What is said of
    /// waiting at [`Context::wait_for_reply`] holds here too; handlers get the statuses all the same.
    ///
    /// When the template of [`Sending::or_template`] went out instead, it is what is waited for: the status that this
    /// gives has the template's id.
    ///
    /// ```
    /// use std::time::Duration;
    /// use wharf::prelude::*;
    ///
    /// # fn example(webhook: Webhook) -> Webhook {
    /// webhook.on_text(async |context: Context, _text: String| {
    ///     let first = context.reply("First this,").await?;
    ///     context.wait_until(&first, Progress::Delivered, Duration::from_mins(1)).await?;
    ///     context.reply("then that.").await?;
    ///     Ok::<_, Box<dyn std::error::Error + Send + Sync>>(())
    /// })
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// [`Missed`]: the message failed, the time was over, or the program is about to end.
    pub async fn wait_until(
        &self,
        sent: &Sent,
        goal: Progress,
        patience: Duration,
    ) -> Result<Status, Missed> {
        self.waits.notify_one();
        self.watch.until(sent, goal, patience).await
    }

    pub(super) fn desk(&self) -> &Desk {
        &self.watch.0
    }

    pub(super) fn business(&self) -> Result<PhoneNumber, Error> {
        let client = self.client.as_ref().ok_or_else(|| {
            Error::argument("the router has no client to answer with: set WHATSAPP_ACCESS_TOKEN, or call Webhook::client")
        })?;
        let number = self
            .number()
            .ok_or_else(|| Error::argument("this event came to no business number"))?;
        Ok(client.number(number.clone()))
    }

    pub(super) fn address(&self, content: impl Into<Content>) -> Result<Message, Error> {
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

    pub(super) fn required_id(&self) -> Result<MessageId, Error> {
        self.message_id().ok_or_else(|| Error::argument("this event speaks of no message"))
    }
}
