//! Numbers of groups of templates.

use std::borrow::Cow;

use super::TemplateSeries;
use crate::{
    endpoint::{Endpoint, NoBody, path::PathBuilder},
    id::{AccountId, TemplateGroupId},
    page::{Page, PageQuery},
};

/// How groups of templates do: `GET /{waba-id}/template_group_analytics`. Up to 90 days back.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GetTemplateGroupAnalytics {
    /// The WhatsApp Business Account.
    pub account: AccountId,
    /// From: Unix seconds, or a day with `use_waba_timezone`.
    pub start: String,
    /// To.
    pub end: String,
    /// At most 10.
    pub template_group_ids: Vec<TemplateGroupId>,
    /// Always `DAILY`.
    pub granularity: String,
    /// Only these, such as `SENT`.
    pub metric_types: Option<Vec<String>>,
    /// Days of the account's own time zone.
    pub use_waba_timezone: Option<bool>,
    /// Which page, and which fields of each item.
    pub page: PageQuery,
}

impl GetTemplateGroupAnalytics {
    /// The request with what it must have.
    pub fn new(
        account: AccountId,
        start: impl Into<String>,
        end: impl Into<String>,
        template_group_ids: impl IntoIterator<Item = TemplateGroupId>,
        granularity: impl Into<String>,
    ) -> Self {
        Self {
            account,
            start: start.into(),
            end: end.into(),
            template_group_ids: template_group_ids.into_iter().collect(),
            granularity: granularity.into(),
            metric_types: None,
            use_waba_timezone: None,
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

    /// Days of the account's own time zone.
    #[must_use]
    pub fn use_waba_timezone(mut self, use_waba_timezone: bool) -> Self {
        self.use_waba_timezone = Some(use_waba_timezone);
        self
    }

    /// Which page, and which fields of each item.
    #[must_use]
    pub fn page(mut self, page: PageQuery) -> Self {
        self.page = page;
        self
    }
}

impl Endpoint for GetTemplateGroupAnalytics {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Page<TemplateSeries>;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new()
            .id(&self.account)
            .word("template_group_analytics")
            .query("start", Some(&self.start))
            .query("end", Some(&self.end))
            .list("template_group_ids", Some(&self.template_group_ids))
            .query("granularity", Some(&self.granularity))
            .list("metric_types", self.metric_types.as_ref())
            .query("use_waba_timezone", self.use_waba_timezone.as_ref())
            .page(&self.page)
            .into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}
