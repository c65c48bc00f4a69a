//! Looking into the library of templates.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::TemplateCategory;
use crate::{
    endpoint::{Endpoint, NoBody, path::PathBuilder},
    page::{Page, PageQuery},
};

/// Looks into the platform's library of templates: `GET /message_template_library`, which belongs to no account.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct SearchLibrary {
    /// Words in name or text.
    pub search: Option<String>,
    /// Only of this topic, such as `ORDER_MANAGEMENT`.
    pub topic: Option<String>,
    /// Only for this use, such as `DELIVERY_UPDATE`.
    pub usecase: Option<String>,
    /// Only for this industry, such as `E_COMMERCE`.
    pub industry: Option<String>,
    /// Only in this language.
    pub language: Option<String>,
    /// Only of this category.
    pub category: Option<TemplateCategory>,
    /// Which page, and which fields of each item.
    pub page: PageQuery,
}

impl SearchLibrary {
    /// The request with nothing said.
    pub fn new() -> Self {
        Self {
            search: None,
            topic: None,
            usecase: None,
            industry: None,
            language: None,
            category: None,
            page: PageQuery::default(),
        }
    }

    /// Words in name or text.
    #[must_use]
    pub fn search(mut self, search: impl Into<String>) -> Self {
        self.search = Some(search.into());
        self
    }

    /// Only of this topic, such as `ORDER_MANAGEMENT`.
    #[must_use]
    pub fn topic(mut self, topic: impl Into<String>) -> Self {
        self.topic = Some(topic.into());
        self
    }

    /// Only for this use, such as `DELIVERY_UPDATE`.
    #[must_use]
    pub fn usecase(mut self, usecase: impl Into<String>) -> Self {
        self.usecase = Some(usecase.into());
        self
    }

    /// Only for this industry, such as `E_COMMERCE`.
    #[must_use]
    pub fn industry(mut self, industry: impl Into<String>) -> Self {
        self.industry = Some(industry.into());
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

    /// Which page, and which fields of each item.
    #[must_use]
    pub fn page(mut self, page: PageQuery) -> Self {
        self.page = page;
        self
    }
}

impl Endpoint for SearchLibrary {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Page<LibraryTemplate>;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new()
            .word("message_template_library")
            .query("search", self.search.as_ref())
            .query("topic", self.topic.as_ref())
            .query("usecase", self.usecase.as_ref())
            .query("industry", self.industry.as_ref())
            .query("language", self.language.as_ref())
            .query("category", self.category.as_ref())
            .page(&self.page)
            .into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}

/// A template of the library.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct LibraryTemplate {
    /// Its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Its language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Its category.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<TemplateCategory>,
    /// Its topic.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<String>,
    /// Its use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub usecase: Option<String>,
    /// Its industries.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub industry: Option<Vec<String>>,
    /// Its header.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub header: Option<String>,
    /// Its text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    /// Examples of its parameters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body_params: Option<Vec<String>>,
    /// Types of its parameters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body_param_types: Option<Vec<String>>,
    /// Its buttons, as they came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub buttons: Option<Vec<Value>>,
}
