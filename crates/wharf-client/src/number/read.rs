//! Read receipts and "typing…".

use wharf_model::{id::MessageId, message::MarkRead};

use super::PhoneNumber;
use crate::{Error, call::done};

impl PhoneNumber {
    /// Marks a received message, and all before it in the chat, as read.
    pub async fn mark_read(&self, message: &MessageId) -> Result<(), Error> {
        done(self.client.call(&MarkRead::new(self.id.clone(), message.clone())).await?)
    }

    /// The same, and shows "typing…" for up to 25 seconds, or until a message is sent.
    pub async fn typing(&self, message: &MessageId) -> Result<(), Error> {
        done(self.client.call(&MarkRead::new(self.id.clone(), message.clone()).typing()).await?)
    }
}
