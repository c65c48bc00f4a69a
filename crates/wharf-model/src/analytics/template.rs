//! Numbers of templates.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, NoBody, lenient, path::PathBuilder},
    id::{AccountId, TemplateGroupId, TemplateId},
    open::open_enum,
    page::{Page, PageQuery},
};

/// How templates do: `GET /{waba-id}/template_analytics`. Up to 90 days back; must be switched on for the account,
/// else error 200005.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GetTemplateAnalytics {
    /// The WhatsApp Business Account.
    pub account: AccountId,
    /// From: Unix seconds, or a day with `use_waba_timezone`.
    pub start: String,
    /// To.
    pub end: String,
    /// At most 10.
    pub template_ids: Vec<TemplateId>,
    /// Always `DAILY`.
    pub granularity: String,
    /// Only these, such as `SENT`.
    pub metric_types: Option<Vec<String>>,
    /// `CLOUD_API` or `MARKETING_MESSAGES_API_FOR_WHATSAPP`.
    pub product_type: Option<String>,
    /// Days of the account's own time zone; then `start` and `end` are `YYYY-MM-DD`.
    pub use_waba_timezone: Option<bool>,
    /// Which page, and which fields of each item.
    pub page: PageQuery,
}

impl GetTemplateAnalytics {
    /// The request with what it must have.
    pub fn new(
        account: AccountId,
        start: impl Into<String>,
        end: impl Into<String>,
        template_ids: impl IntoIterator<Item = TemplateId>,
        granularity: impl Into<String>,
    ) -> Self {
        Self {
            account,
            start: start.into(),
            end: end.into(),
            template_ids: template_ids.into_iter().collect(),
            granularity: granularity.into(),
            metric_types: None,
            product_type: None,
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

    /// `CLOUD_API` or `MARKETING_MESSAGES_API_FOR_WHATSAPP`.
    #[must_use]
    pub fn product_type(mut self, product_type: impl Into<String>) -> Self {
        self.product_type = Some(product_type.into());
        self
    }

    /// Days of the account's own time zone; then `start` and `end` are `YYYY-MM-DD`.
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

impl Endpoint for GetTemplateAnalytics {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Page<TemplateSeries>;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new()
            .id(&self.account)
            .word("template_analytics")
            .query("start", Some(&self.start))
            .query("end", Some(&self.end))
            .list("template_ids", Some(&self.template_ids))
            .query("granularity", Some(&self.granularity))
            .list("metric_types", self.metric_types.as_ref())
            .query("product_type", self.product_type.as_ref())
            .query("use_waba_timezone", self.use_waba_timezone.as_ref())
            .page(&self.page)
            .into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}

/// Numbers of templates over time.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct TemplateSeries {
    /// The length of a span.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub granularity: Option<String>,
    /// The interface they were sent through.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product_type: Option<String>,
    /// The numbers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data_points: Option<Vec<TemplatePoint>>,
}

/// One template in one span.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct TemplatePoint {
    /// The template.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub template_id: Option<TemplateId>,
    /// The group of templates.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub template_group_id: Option<TemplateGroupId>,
    /// From, in Unix seconds or as a day.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_text",
        skip_serializing_if = "Option::is_none"
    )]
    pub start: Option<String>,
    /// To.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_text",
        skip_serializing_if = "Option::is_none"
    )]
    pub end: Option<String>,
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
    /// Answered.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub replied: Option<i64>,
    /// Clicks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clicked: Option<Vec<Clicks>>,
    /// What they cost.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost: Option<Vec<Cost>>,
}

/// Clicks on a button.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Clicks {
    /// What is counted.
    #[serde(default, rename = "type", skip_serializing_if = "Option::is_none")]
    pub kind: Option<ClickType>,
    /// The text of the button.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub button_content: Option<String>,
    /// How many; so far, for 7 days.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub count: Option<i64>,
}

/// What templates cost.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Cost {
    /// What is meant.
    #[serde(default, rename = "type", skip_serializing_if = "Option::is_none")]
    pub kind: Option<CostType>,
    /// How much, in the account's currency; absent on a partner's line of credit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<serde_json::Number>,
}

open_enum! {
    /// Which clicks are counted.
    pub enum ClickType {
        /// On a link.
        Url = "url_button",
        /// On a link, once per person.
        UniqueUrl = "unique_url_button",
        /// On a reply.
        Reply = "quick_reply_button",
    }
}

open_enum! {
    /// Which cost is meant.
    pub enum CostType {
        /// In all.
        Spent = "amount_spent",
        /// For each that was delivered.
        PerDelivered = "cost_per_delivered",
        /// For each click on a link.
        PerClick = "cost_per_url_button_click",
    }
}
