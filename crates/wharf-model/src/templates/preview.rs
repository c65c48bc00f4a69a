//! Seeing an authentication template.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::TemplateCategory;
use crate::{
    endpoint::{Endpoint, NoBody, path::PathBuilder},
    id::AccountId,
    page::Page,
};

/// Shows the platform's text of authentication templates: `GET /{waba-id}/message_template_previews`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PreviewTemplates {
    /// The WhatsApp Business Account.
    pub account: AccountId,
    /// Always `AUTHENTICATION`.
    pub category: TemplateCategory,
    /// In which languages; all if absent.
    pub languages: Option<Vec<String>>,
    /// With the advice not to pass the code on.
    pub add_security_recommendation: Option<bool>,
    /// With this many minutes: 1 to 90.
    pub code_expiration_minutes: Option<i64>,
    /// With these buttons: `OTP`.
    pub button_types: Option<Vec<String>>,
}

impl PreviewTemplates {
    /// The request with what it must have.
    pub fn new(account: AccountId, category: TemplateCategory) -> Self {
        Self {
            account,
            category,
            languages: None,
            add_security_recommendation: None,
            code_expiration_minutes: None,
            button_types: None,
        }
    }

    /// In which languages; all if absent.
    #[must_use]
    pub fn languages(mut self, languages: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.languages = Some(languages.into_iter().map(Into::into).collect());
        self
    }

    /// With the advice not to pass the code on.
    #[must_use]
    pub fn add_security_recommendation(mut self, add_security_recommendation: bool) -> Self {
        self.add_security_recommendation = Some(add_security_recommendation);
        self
    }

    /// With this many minutes: 1 to 90.
    #[must_use]
    pub fn code_expiration_minutes(mut self, code_expiration_minutes: i64) -> Self {
        self.code_expiration_minutes = Some(code_expiration_minutes);
        self
    }

    /// With these buttons: `OTP`.
    #[must_use]
    pub fn button_types(
        mut self,
        button_types: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.button_types = Some(button_types.into_iter().map(Into::into).collect());
        self
    }
}

impl Endpoint for PreviewTemplates {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Page<TemplatePreview>;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new()
            .id(&self.account)
            .word("message_template_previews")
            .query("category", Some(&self.category))
            .list("languages", self.languages.as_ref())
            .query("add_security_recommendation", self.add_security_recommendation.as_ref())
            .query("code_expiration_minutes", self.code_expiration_minutes.as_ref())
            .list("button_types", self.button_types.as_ref())
            .into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}

/// The platform's text of an authentication template.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct TemplatePreview {
    /// The language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    /// The footer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub footer: Option<String>,
    /// The buttons, as they came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub buttons: Option<Vec<Value>>,
}
