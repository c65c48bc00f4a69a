//! The message history.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, NoBody, lenient, path::PathBuilder},
    id::{AppId, HistoryId, MessageId, PhoneNumberId},
    open::open_enum,
    page::{Page, PageQuery},
};

/// Lists what became of messages: `GET /{phone-number-id}/message_history`. In the platform's API description only.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListHistory {
    /// The business phone number.
    pub number: PhoneNumberId,
    /// Only this message.
    pub message_id: Option<MessageId>,
    /// Which page, and which fields of each item.
    pub page: PageQuery,
}

impl ListHistory {
    /// The request with what it must have.
    pub fn new(number: PhoneNumberId) -> Self {
        Self { number, message_id: None, page: PageQuery::default() }
    }

    /// Only this message.
    #[must_use]
    pub fn message_id(mut self, message_id: MessageId) -> Self {
        self.message_id = Some(message_id);
        self
    }

    /// Which page, and which fields of each item.
    #[must_use]
    pub fn page(mut self, page: PageQuery) -> Self {
        self.page = page;
        self
    }
}

impl Endpoint for ListHistory {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Page<HistoryEntry>;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new()
            .id(&self.number)
            .word("message_history")
            .query("message_id", self.message_id.as_ref())
            .page(&self.page)
            .into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}

/// What became of a message.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct HistoryEntry {
    /// The entry.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<HistoryId>,
    /// The message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message_id: Option<MessageId>,
    /// What happened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub events: Option<Page<HistoryEvent>>,
}

/// One thing that happened to a message.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct HistoryEvent {
    /// Its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The status reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivery_status: Option<DeliveryStatus>,
    /// Whether the webhook about it arrived.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub webhook_update_state: Option<WebhookState>,
    /// When, in Unix seconds.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub timestamp: Option<i64>,
    /// When it happened, in Unix seconds.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub occurrence_timestamp: Option<i64>,
    /// When it became known, in Unix seconds.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub status_timestamp: Option<i64>,
    /// The app whose webhook it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub application: Option<HistoryApp>,
    /// Where the webhook went.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub webhook_uri: Option<String>,
    /// What went wrong, for a person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error_description: Option<String>,
}

/// An app.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct HistoryApp {
    /// Its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<AppId>,
    /// Its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

open_enum! {
    /// The status of a message, in its history.
    pub enum DeliveryStatus {
        /// It left.
        Sent = "SENT",
        /// It is on the person's device.
        Delivered = "DELIVERED",
        /// The person opened it.
        Read = "READ",
        /// It could not be delivered.
        Failed = "FAILED",
        /// It was deleted.
        Deleted = "DELETED",
        /// Something went wrong.
        Error = "ERROR",
        /// The platform has it.
        Accepted = "ACCEPTED",
    }
}

open_enum! {
    /// Whether a webhook arrived.
    pub enum WebhookState {
        /// Not yet.
        Pending = "PENDING",
        /// It did.
        Delivered = "DELIVERED",
        /// It did not.
        Failed = "FAILED",
        /// Not yet; it is repeated.
        Retrying = "RETRYING",
    }
}
