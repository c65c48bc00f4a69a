//! Requests to act on behalf.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    business::Business,
    endpoint::{Endpoint, NoBody, path::PathBuilder},
    id::AccountId,
    open::open_enum,
    page::{Page, PageQuery},
};

/// Lists requests to act on behalf of others: `GET /{waba-id}/in_progress_onbehalf_request`. Deprecated with that
/// model.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListOnBehalfRequests {
    /// The WhatsApp Business Account.
    pub account: AccountId,
    /// Which page, and which fields of each item.
    pub page: PageQuery,
}

impl ListOnBehalfRequests {
    /// The request with what it must have.
    pub fn new(account: AccountId) -> Self {
        Self { account, page: PageQuery::default() }
    }

    /// Which page, and which fields of each item.
    #[must_use]
    pub fn page(mut self, page: PageQuery) -> Self {
        self.page = page;
        self
    }
}

impl Endpoint for ListOnBehalfRequests {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Page<OnBehalfRequest>;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new()
            .id(&self.account)
            .word("in_progress_onbehalf_request")
            .page(&self.page)
            .into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}

/// A request to act on behalf of someone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct OnBehalfRequest {
    /// Its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// How it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<OnBehalfStatus>,
    /// What it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub business_owned_object: Option<String>,
    /// Who is asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receiving_business: Option<Business>,
    /// Who asks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub requesting_business: Option<Business>,
}

open_enum! {
    /// How a request to act on behalf stands.
    pub enum OnBehalfStatus {
        /// Granted.
        Approve = "APPROVE",
        /// Refused.
        Decline = "DECLINE",
        /// Under way.
        InProgress = "IN_PROGRESS",
        /// Too old.
        Expired = "EXPIRED",
        /// Waiting.
        Pending = "PENDING",
        /// Withdrawn.
        Canceled = "CANCELED",
        /// Not valid.
        Invalid = "INVALID",
    }
}
