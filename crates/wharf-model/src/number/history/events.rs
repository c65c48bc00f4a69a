//! The events of one message.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, NoBody, path::PathBuilder},
    id::HistoryId,
    number::{DeliveryStatus, HistoryEvent},
    page::{Page, PageQuery},
};

/// Lists what happened to one message: `GET /{message-history-id}/events`. In the platform's API description only.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListHistoryEvents {
    /// The entry of the message history.
    pub history: HistoryId,
    /// Only this status.
    pub status_filter: Option<DeliveryStatus>,
    /// Which page, and which fields of each item.
    pub page: PageQuery,
}

impl ListHistoryEvents {
    /// The request with what it must have.
    pub fn new(history: HistoryId) -> Self {
        Self { history, status_filter: None, page: PageQuery::default() }
    }

    /// Only this status.
    #[must_use]
    pub fn status_filter(mut self, status_filter: DeliveryStatus) -> Self {
        self.status_filter = Some(status_filter);
        self
    }

    /// Which page, and which fields of each item.
    #[must_use]
    pub fn page(mut self, page: PageQuery) -> Self {
        self.page = page;
        self
    }
}

impl Endpoint for ListHistoryEvents {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Page<HistoryRow>;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new()
            .id(&self.history)
            .word("events")
            .query("status_filter", self.status_filter.as_ref())
            .page(&self.page)
            .into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}

/// An event, and its place in the list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct HistoryRow {
    /// Its place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// The event.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub node: Option<HistoryEvent>,
}
