//! Numbers of a group conversation.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, NoBody, lenient, path::PathBuilder},
    id::{AccountId, GroupId},
    page::{Page, PageQuery},
};

/// How a group does: `GET /{waba-id}/group_analytics`. Up to 90 days back.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GetGroupAnalytics {
    /// The WhatsApp Business Account.
    pub account: AccountId,
    /// From, in Unix seconds.
    pub start: i64,
    /// To, in Unix seconds.
    pub end: i64,
    /// One.
    pub group_ids: Vec<GroupId>,
    /// Always `DAILY`.
    pub granularity: String,
    /// Only these, such as `SENT`.
    pub metric_types: Option<Vec<String>>,
    /// Which page, and which fields of each item.
    pub page: PageQuery,
}

impl GetGroupAnalytics {
    /// The request with what it must have.
    pub fn new(
        account: AccountId,
        start: i64,
        end: i64,
        group_ids: impl IntoIterator<Item = GroupId>,
        granularity: impl Into<String>,
    ) -> Self {
        Self {
            account,
            start,
            end,
            group_ids: group_ids.into_iter().collect(),
            granularity: granularity.into(),
            metric_types: None,
            page: PageQuery::default(),
        }
    }

    /// Only these, such as `SENT`.
    #[must_use]
    pub fn metric_types(
        mut self,
        metric_types: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.metric_types = Some(metric_types.into_iter().map(Into::into).collect());
        self
    }

    /// Which page, and which fields of each item.
    #[must_use]
    pub fn page(mut self, page: PageQuery) -> Self {
        self.page = page;
        self
    }
}

impl Endpoint for GetGroupAnalytics {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Page<GroupSeries>;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new()
            .id(&self.account)
            .word("group_analytics")
            .query("start", Some(&self.start))
            .query("end", Some(&self.end))
            .list("group_ids", Some(&self.group_ids))
            .query("granularity", Some(&self.granularity))
            .list("metric_types", self.metric_types.as_ref())
            .page(&self.page)
            .into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}

/// Numbers of a group over time.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct GroupSeries {
    /// The length of a span.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub granularity: Option<String>,
    /// The numbers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data_points: Option<Vec<GroupPoint>>,
}

/// A group in a span.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct GroupPoint {
    /// The group.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group_id: Option<GroupId>,
    /// From, in Unix seconds.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub start: Option<i64>,
    /// To, in Unix seconds.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub end: Option<i64>,
    /// Sent.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub sent: Option<i64>,
    /// Delivered.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub delivered: Option<i64>,
    /// Read.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub read: Option<i64>,
    /// Who came.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub participants_joined: Option<i64>,
    /// Who went.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub participants_left: Option<i64>,
}
