//! Changing a template.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{ParameterFormat, TemplateCategory};
use crate::{
    endpoint::{Endpoint, Success, lenient, path::PathBuilder},
    id::TemplateId,
};

/// Changes a template: `POST /{template-id}`. Once in 24 h and 10 times in 30 days if approved. It is reviewed
/// again.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct UpdateTemplate {
    /// The template.
    pub template: TemplateId,
    /// What it carries.
    pub body: UpdateTemplateBody,
}

impl UpdateTemplate {
    /// The request with what it must have.
    pub fn new(template: TemplateId) -> Self {
        Self { template, body: UpdateTemplateBody::default() }
    }

    /// Its category; not if approved.
    #[must_use]
    pub fn category(mut self, category: TemplateCategory) -> Self {
        self.body.category = Some(category);
        self
    }

    /// Its parts, all of them.
    #[must_use]
    pub fn components(mut self, components: impl IntoIterator<Item = Value>) -> Self {
        self.body.components = Some(components.into_iter().collect());
        self
    }

    /// How long a message of it is tried, in seconds.
    #[must_use]
    pub fn message_send_ttl_seconds(mut self, message_send_ttl_seconds: i64) -> Self {
        self.body.message_send_ttl_seconds = Some(message_send_ttl_seconds);
        self
    }

    /// Does not count clicks.
    #[must_use]
    pub fn cta_url_link_tracking_opted_out(
        mut self,
        cta_url_link_tracking_opted_out: bool,
    ) -> Self {
        self.body.cta_url_link_tracking_opted_out = Some(cta_url_link_tracking_opted_out);
        self
    }

    /// What the platform may change about it.
    #[must_use]
    pub fn degrees_of_freedom_spec(mut self, degrees_of_freedom_spec: Value) -> Self {
        self.body.degrees_of_freedom_spec = Some(degrees_of_freedom_spec);
        self
    }

    /// How its parameters are named.
    #[must_use]
    pub fn parameter_format(mut self, parameter_format: ParameterFormat) -> Self {
        self.body.parameter_format = Some(parameter_format);
        self
    }

    /// Its name, which cannot change; some examples repeat it.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.body.name = Some(name.into());
        self
    }

    /// Its language, which cannot change; some examples repeat it.
    #[must_use]
    pub fn language(mut self, language: impl Into<String>) -> Self {
        self.body.language = Some(language.into());
        self
    }
}

/// What [`UpdateTemplate`] carries.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct UpdateTemplateBody {
    /// Its category; not if approved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<TemplateCategory>,
    /// Its parts, all of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub components: Option<Vec<Value>>,
    /// How long a message of it is tried, in seconds.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub message_send_ttl_seconds: Option<i64>,
    /// Does not count clicks.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_flag",
        skip_serializing_if = "Option::is_none"
    )]
    pub cta_url_link_tracking_opted_out: Option<bool>,
    /// What the platform may change about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub degrees_of_freedom_spec: Option<Value>,
    /// How its parameters are named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parameter_format: Option<ParameterFormat>,
    /// Its name, which cannot change; some examples repeat it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Its language, which cannot change; some examples repeat it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
}

impl Endpoint for UpdateTemplate {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = true;
    type Body = UpdateTemplateBody;
    type Response = Success;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.template).into()
    }

    fn body(&self) -> Option<&UpdateTemplateBody> {
        Some(&self.body)
    }
}
