//! Copying templates from another account.

use std::{borrow::Cow, collections::BTreeMap};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{
    endpoint::{Endpoint, lenient, path::PathBuilder},
    id::{AccountId, TemplateId},
};

/// Copies approved templates of good quality from another account of the portfolio: `POST
/// /{waba-id}/migrate_message_templates`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct MigrateTemplates {
    /// The WhatsApp Business Account.
    pub account: AccountId,
    /// What it carries.
    pub body: MigrateTemplatesBody,
}

impl MigrateTemplates {
    /// The request with what it must have.
    pub fn new(account: AccountId, source_waba_id: AccountId) -> Self {
        Self {
            account,
            body: MigrateTemplatesBody {
                source_waba_id,
                page_number: None,
                count: None,
                template_ids: None,
            },
        }
    }

    /// Which page, from 0.
    #[must_use]
    pub fn page_number(mut self, page_number: i64) -> Self {
        self.body.page_number = Some(page_number);
        self
    }

    /// How many a page: at most 500.
    #[must_use]
    pub fn count(mut self, count: i64) -> Self {
        self.body.count = Some(count);
        self
    }

    /// Only these.
    #[must_use]
    pub fn template_ids(mut self, template_ids: impl IntoIterator<Item = TemplateId>) -> Self {
        self.body.template_ids = Some(template_ids.into_iter().collect());
        self
    }
}

/// What [`MigrateTemplates`] carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct MigrateTemplatesBody {
    /// From which account.
    pub source_waba_id: AccountId,
    /// Which page, from 0.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub page_number: Option<i64>,
    /// How many a page: at most 500.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub count: Option<i64>,
    /// Only these.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub template_ids: Option<Vec<TemplateId>>,
}

impl Endpoint for MigrateTemplates {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = false;
    type Body = MigrateTemplatesBody;
    type Response = TemplatesMigrated;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.account).word("migrate_message_templates").into()
    }

    fn body(&self) -> Option<&MigrateTemplatesBody> {
        Some(&self.body)
    }
}

/// What became of the copies.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct TemplatesMigrated {
    /// Copies by the id of their source, as they came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub migrated_templates: Option<BTreeMap<String, Value>>,
    /// Reasons by the id of the source, as they came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub failed_templates: Option<BTreeMap<String, Value>>,
}
