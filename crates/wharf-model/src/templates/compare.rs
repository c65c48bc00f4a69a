//! Comparing two templates.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{
    endpoint::{Endpoint, NoBody, path::PathBuilder},
    id::TemplateId,
    open::open_enum,
    page::Page,
};

/// Compares two templates of one account: `GET /{template-id}/compare`. Each must have been sent 1,000 times; the
/// span is 7, 30, 60 or 90 days.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CompareTemplates {
    /// The template.
    pub template: TemplateId,
    /// The other one.
    pub template_ids: Vec<TemplateId>,
    /// From, in Unix seconds.
    pub start: i64,
    /// To, in Unix seconds.
    pub end: i64,
}

impl CompareTemplates {
    /// The request with what it must have.
    pub fn new(
        template: TemplateId,
        template_ids: impl IntoIterator<Item = TemplateId>,
        start: i64,
        end: i64,
    ) -> Self {
        Self { template, template_ids: template_ids.into_iter().collect(), start, end }
    }
}

impl Endpoint for CompareTemplates {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Page<Comparison>;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new()
            .id(&self.template)
            .word("compare")
            .list("template_ids", Some(&self.template_ids))
            .query("start", Some(&self.start))
            .query("end", Some(&self.end))
            .into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}

/// One comparison.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Comparison {
    /// What was compared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub metric: Option<ComparedMetric>,
    /// The form of the values.
    #[serde(default, rename = "type", skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// The templates, best first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order_by_relative_metric: Option<Vec<TemplateId>>,
    /// Numbers by template, as they came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number_values: Option<Vec<Value>>,
    /// Words by template, as they came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub string_values: Option<Vec<Value>>,
}

open_enum! {
    /// What is compared.
    pub enum ComparedMetric {
        /// How often people blocked the number after it.
        BlockRate = "BLOCK_RATE",
        /// How often it was sent.
        Sends = "MESSAGE_SENDS",
        /// Why people blocked most.
        TopBlockReason = "TOP_BLOCK_REASON",
    }
}
