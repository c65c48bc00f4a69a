//! Sending messages.

use wharf_model::{
    id::MessageId,
    message::{Content, Message, SendMessage, Sent, Severity},
    phone,
};

use super::PhoneNumber;
use crate::{Error, Kind};

impl PhoneNumber {
    /// Sends `content` to a person. `to` is a phone number with country code, as people write it.
    ///
    /// Limits are checked first: [`Kind::Invalid`] names every one that is broken, and nothing is sent.
    /// Outside the 24 hours after the person's last message, only a template arrives.
    pub async fn send(
        &self,
        to: impl AsRef<str>,
        content: impl Into<Content>,
    ) -> Result<Sent, Error> {
        let message = Message::new(self.recipient(to.as_ref())?, content);
        self.send_message(message).await
    }

    /// The same, quoting a message of that chat.
    pub async fn reply(
        &self,
        to: impl AsRef<str>,
        message: &MessageId,
        content: impl Into<Content>,
    ) -> Result<Sent, Error> {
        let reply = Message::new(self.recipient(to.as_ref())?, content).quoting(message.clone());
        self.send_message(reply).await
    }

    /// Sends a message: to a person, a user id or a group, as its envelope says.
    pub async fn send_message(&self, message: Message) -> Result<Sent, Error> {
        if self.checked {
            let (broken, doubtful): (Vec<_>, Vec<_>) =
                message.check().into_iter().partition(|found| found.severity == Severity::Error);
            for violation in doubtful {
                tracing::warn!(path = violation.path, "{}", violation.what);
            }
            if !broken.is_empty() {
                return Err(Error::new(Kind::Invalid(broken)));
            }
        }
        let request = SendMessage::new(self.id.clone(), message);
        let answer = self.client.call_full(&request).await?;
        // Without an id nobody can say what became of the message.
        if answer.response.id().is_none() {
            return Err(self.client.tenant.unreadable(answer.meta, &[]));
        }
        Ok(answer.response)
    }

    fn recipient(&self, to: &str) -> Result<String, Error> {
        if !self.checked {
            return Ok(to.to_owned());
        }
        phone::normalise(to).ok_or_else(|| {
            Error::argument(
                "the recipient is not a phone number: write it with country code, such as +15550001111",
            )
        })
    }
}
