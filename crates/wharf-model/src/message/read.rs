//! Read receipts and the typing indicator: the same edge as messages, but no message.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::Product;
use crate::{
    endpoint::{Endpoint, Success},
    id::{MessageId, PhoneNumberId},
    open::open_enum,
};

/// Marks a message, and all before it in the chat, as read; may show "typing…" as well.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkRead {
    /// The number that received it.
    pub number: PhoneNumberId,
    /// The receipt.
    pub body: ReadReceipt,
}

/// `{"status": "read", "message_id": …}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ReadReceipt {
    /// Always `whatsapp`.
    pub messaging_product: Product,
    /// Always `read`.
    pub status: ReadStatus,
    /// A message received in the last 30 days.
    pub message_id: MessageId,
    /// Shows "typing…" for up to 25 seconds, or until a message is sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub typing_indicator: Option<TypingIndicator>,
}

open_enum! {
    /// The only status a business can set.
    pub enum ReadStatus {
        /// It was read.
        Read = "read",
    }
}

/// `{"type": "text"}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypingIndicator {
    /// Always `text`.
    #[serde(rename = "type")]
    pub kind: String,
}

impl MarkRead {
    /// Marks `message` as read.
    pub fn new(number: PhoneNumberId, message: MessageId) -> Self {
        let body = ReadReceipt {
            messaging_product: Product::Whatsapp,
            status: ReadStatus::Read,
            message_id: message,
            typing_indicator: None,
        };
        Self { number, body }
    }

    /// The same, and shows "typing…".
    #[must_use]
    pub fn typing(mut self) -> Self {
        self.body.typing_indicator = Some(TypingIndicator { kind: "text".to_owned() });
        self
    }
}

impl Endpoint for MarkRead {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = true;
    type Body = ReadReceipt;
    type Response = Success;

    fn path(&self) -> Cow<'_, str> {
        format!("{}/messages", self.number).into()
    }

    fn body(&self) -> Option<&ReadReceipt> {
        Some(&self.body)
    }
}
