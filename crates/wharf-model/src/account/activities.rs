//! What was done on an account.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{
    endpoint::{Endpoint, NoBody, path::PathBuilder},
    id::AccountId,
    page::{Page, PageQuery},
};

/// Lists what was done on an account: `GET /{waba-id}/activities`. In the platform's API description only: do not
/// count on it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListActivities {
    /// The WhatsApp Business Account.
    pub account: AccountId,
    /// After (ISO 8601).
    pub since: Option<String>,
    /// Before (ISO 8601).
    pub until: Option<String>,
    /// Only these kinds.
    pub activity_type: Option<Vec<String>>,
    /// Which page, and which fields of each item.
    pub page: PageQuery,
}

impl ListActivities {
    /// The request with what it must have.
    pub fn new(account: AccountId) -> Self {
        Self { account, since: None, until: None, activity_type: None, page: PageQuery::default() }
    }

    /// After (ISO 8601).
    #[must_use]
    pub fn since(mut self, since: impl Into<String>) -> Self {
        self.since = Some(since.into());
        self
    }

    /// Before (ISO 8601).
    #[must_use]
    pub fn until(mut self, until: impl Into<String>) -> Self {
        self.until = Some(until.into());
        self
    }

    /// Only these kinds.
    #[must_use]
    pub fn activity_type(
        mut self,
        activity_type: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.activity_type = Some(activity_type.into_iter().map(Into::into).collect());
        self
    }

    /// Which page, and which fields of each item.
    #[must_use]
    pub fn page(mut self, page: PageQuery) -> Self {
        self.page = page;
        self
    }
}

impl Endpoint for ListActivities {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Page<Activity>;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new()
            .id(&self.account)
            .word("activities")
            .query("since", self.since.as_ref())
            .query("until", self.until.as_ref())
            .list("activity_type", self.activity_type.as_ref())
            .page(&self.page)
            .into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}

/// Something that was done on an account.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Activity {
    /// Its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// What, such as `PHONE_NUMBER_ADDED`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub activity_type: Option<String>,
    /// When (ISO 8601).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timestamp: Option<String>,
    /// `USER`, `SYSTEM`, `API`, `ADMIN`, `AUTOMATED_PROCESS`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor_type: Option<String>,
    /// Who, by id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor_id: Option<String>,
    /// Who, by name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor_name: Option<String>,
    /// What, for a person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// More of it, as it came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub details: Option<Value>,
    /// From where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ip_address: Option<String>,
    /// With what.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user_agent: Option<String>,
}

crate::quiet_debug! {
    Activity { id, activity_type, timestamp }
}
