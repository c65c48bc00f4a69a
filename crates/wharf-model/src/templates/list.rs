//! Listing templates.

use std::borrow::Cow;

use super::{TemplateCategory, TemplateNode, TemplateStatus};
use crate::{
    endpoint::{Endpoint, NoBody, path::PathBuilder},
    id::AccountId,
    number::QualityRating,
    page::{Page, PageQuery},
};

/// Lists the templates of an account: `GET /{waba-id}/message_templates`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListTemplates {
    /// The WhatsApp Business Account.
    pub account: AccountId,
    /// Only those with this name, or a part of it.
    pub name: Option<String>,
    /// Only those with this in name or text.
    pub name_or_content: Option<String>,
    /// Only those with this in their text.
    pub content: Option<String>,
    /// Only in this language.
    pub language: Option<String>,
    /// Only of this category.
    pub category: Option<TemplateCategory>,
    /// Only those that stand so.
    pub status: Option<TemplateStatus>,
    /// Only with this rating.
    pub quality_score: Option<QualityRating>,
    /// `AUTO_GENERATED`: only those that the platform made.
    pub source: Option<String>,
    /// Only those that belong into this category.
    pub correct_category: Option<TemplateCategory>,
    /// Only changed after, in Unix seconds.
    pub since: Option<i64>,
    /// Only changed before, in Unix seconds.
    pub until: Option<i64>,
    /// What to count, such as `total_count,message_template_limit`.
    pub summary: Option<String>,
    /// Which page, and which fields of each item.
    pub page: PageQuery,
}

impl ListTemplates {
    /// The request with what it must have.
    pub fn new(account: AccountId) -> Self {
        Self {
            account,
            name: None,
            name_or_content: None,
            content: None,
            language: None,
            category: None,
            status: None,
            quality_score: None,
            source: None,
            correct_category: None,
            since: None,
            until: None,
            summary: None,
            page: PageQuery::default(),
        }
    }

    /// Only those with this name, or a part of it.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Only those with this in name or text.
    #[must_use]
    pub fn name_or_content(mut self, name_or_content: impl Into<String>) -> Self {
        self.name_or_content = Some(name_or_content.into());
        self
    }

    /// Only those with this in their text.
    #[must_use]
    pub fn content(mut self, content: impl Into<String>) -> Self {
        self.content = Some(content.into());
        self
    }

    /// Only in this language.
    #[must_use]
    pub fn language(mut self, language: impl Into<String>) -> Self {
        self.language = Some(language.into());
        self
    }

    /// Only of this category.
    #[must_use]
    pub fn category(mut self, category: TemplateCategory) -> Self {
        self.category = Some(category);
        self
    }

    /// Only those that stand so.
    #[must_use]
    pub fn status(mut self, status: TemplateStatus) -> Self {
        self.status = Some(status);
        self
    }

    /// Only with this rating.
    #[must_use]
    pub fn quality_score(mut self, quality_score: QualityRating) -> Self {
        self.quality_score = Some(quality_score);
        self
    }

    /// `AUTO_GENERATED`: only those that the platform made.
    #[must_use]
    pub fn source(mut self, source: impl Into<String>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// Only those that belong into this category.
    #[must_use]
    pub fn correct_category(mut self, correct_category: TemplateCategory) -> Self {
        self.correct_category = Some(correct_category);
        self
    }

    /// Only changed after, in Unix seconds.
    #[must_use]
    pub fn since(mut self, since: i64) -> Self {
        self.since = Some(since);
        self
    }

    /// Only changed before, in Unix seconds.
    #[must_use]
    pub fn until(mut self, until: i64) -> Self {
        self.until = Some(until);
        self
    }

    /// What to count, such as `total_count,message_template_limit`.
    #[must_use]
    pub fn summary(mut self, summary: impl Into<String>) -> Self {
        self.summary = Some(summary.into());
        self
    }

    /// Which page, and which fields of each item.
    #[must_use]
    pub fn page(mut self, page: PageQuery) -> Self {
        self.page = page;
        self
    }
}

impl Endpoint for ListTemplates {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Page<TemplateNode>;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new()
            .id(&self.account)
            .word("message_templates")
            .query("name", self.name.as_ref())
            .query("name_or_content", self.name_or_content.as_ref())
            .query("content", self.content.as_ref())
            .query("language", self.language.as_ref())
            .query("category", self.category.as_ref())
            .query("status", self.status.as_ref())
            .query("quality_score", self.quality_score.as_ref())
            .query("source", self.source.as_ref())
            .query("correct_category", self.correct_category.as_ref())
            .query("since", self.since.as_ref())
            .query("until", self.until.as_ref())
            .query("summary", self.summary.as_ref())
            .page(&self.page)
            .into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}
