//! Listing groups of templates.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{
    endpoint::{Endpoint, NoBody, path::PathBuilder},
    id::{AccountId, TemplateGroupId},
    page::{Page, PageQuery},
};

/// Lists groups of templates, which are measured together: `GET /{waba-id}/template_groups`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListTemplateGroups {
    /// The WhatsApp Business Account.
    pub account: AccountId,
    /// Which page, and which fields of each item.
    pub page: PageQuery,
}

impl ListTemplateGroups {
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

impl Endpoint for ListTemplateGroups {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Page<TemplateGroup>;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.account).word("template_groups").page(&self.page).into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}

/// A group of templates.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct TemplateGroup {
    /// Its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<TemplateGroupId>,
    /// Its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Its templates, as they came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub whatsapp_business_templates: Option<Value>,
}
