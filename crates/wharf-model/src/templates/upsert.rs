//! Authentication templates in many languages.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{TemplateCategory, TemplateStatus};
use crate::{
    endpoint::{Endpoint, lenient, path::PathBuilder},
    id::{AccountId, TemplateId},
    page::Page,
};

/// Creates or changes authentication templates in many languages: `POST /{waba-id}/upsert_message_templates`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct UpsertTemplates {
    /// The WhatsApp Business Account.
    pub account: AccountId,
    /// What it carries.
    pub body: UpsertTemplatesBody,
}

impl UpsertTemplates {
    /// The request with what it must have.
    pub fn new(
        account: AccountId,
        name: impl Into<String>,
        languages: impl IntoIterator<Item = impl Into<String>>,
        category: TemplateCategory,
        components: impl IntoIterator<Item = Value>,
    ) -> Self {
        Self {
            account,
            body: UpsertTemplatesBody {
                name: name.into(),
                languages: languages.into_iter().map(Into::into).collect(),
                category,
                components: components.into_iter().collect(),
                message_send_ttl_seconds: None,
            },
        }
    }

    /// How long a message is tried, in seconds.
    #[must_use]
    pub fn message_send_ttl_seconds(mut self, message_send_ttl_seconds: i64) -> Self {
        self.body.message_send_ttl_seconds = Some(message_send_ttl_seconds);
        self
    }
}

/// What [`UpsertTemplates`] carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct UpsertTemplatesBody {
    /// Their name.
    pub name: String,
    /// Their languages.
    pub languages: Vec<String>,
    /// Always `AUTHENTICATION`.
    pub category: TemplateCategory,
    /// Their parts, each as the platform wants it.
    pub components: Vec<Value>,
    /// How long a message is tried, in seconds.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub message_send_ttl_seconds: Option<i64>,
}

impl Endpoint for UpsertTemplates {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = true;
    type Body = UpsertTemplatesBody;
    type Response = Page<TemplateUpserted>;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.account).word("upsert_message_templates").into()
    }

    fn body(&self) -> Option<&UpsertTemplatesBody> {
        Some(&self.body)
    }
}

/// A template that was created or changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct TemplateUpserted {
    /// Its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<TemplateId>,
    /// How it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<TemplateStatus>,
    /// Its language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
}
