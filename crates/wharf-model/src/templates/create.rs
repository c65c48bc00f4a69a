//! Creating a template.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{ParameterFormat, TemplateCategory, TemplateStatus};
use crate::{
    endpoint::{Endpoint, lenient, path::PathBuilder},
    id::{AccountId, TemplateId},
};

/// Creates a template: `POST /{waba-id}/message_templates`. At most 100 an hour, and 250 or 6,000 in all (error
/// 2388019).
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CreateTemplate {
    /// The WhatsApp Business Account.
    pub account: AccountId,
    /// What it carries.
    pub body: CreateTemplateBody,
}

impl CreateTemplate {
    /// The request with what it must have.
    pub fn new(
        account: AccountId,
        name: impl Into<String>,
        language: impl Into<String>,
        category: TemplateCategory,
    ) -> Self {
        Self {
            account,
            body: CreateTemplateBody {
                name: name.into(),
                language: language.into(),
                category,
                components: None,
                parameter_format: None,
                message_send_ttl_seconds: None,
                cta_url_link_tracking_opted_out: None,
                allow_category_change: None,
                sub_category: None,
                display_format: None,
                library_template_name: None,
                library_template_body_inputs: None,
                library_template_button_inputs: None,
                degrees_of_freedom_spec: None,
                is_primary_device_delivery_only: None,
            },
        }
    }

    /// Its parts, each as the platform wants it; not with a library's template.
    #[must_use]
    pub fn components(mut self, components: impl IntoIterator<Item = Value>) -> Self {
        self.body.components = Some(components.into_iter().collect());
        self
    }

    /// How its parameters are named; by number if absent.
    #[must_use]
    pub fn parameter_format(mut self, parameter_format: ParameterFormat) -> Self {
        self.body.parameter_format = Some(parameter_format);
        self
    }

    /// How long a message of it is tried, in seconds; -1 for 30 days.
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

    /// Without effect since April 2025.
    #[must_use]
    pub fn allow_category_change(mut self, allow_category_change: bool) -> Self {
        self.body.allow_category_change = Some(allow_category_change);
        self
    }

    /// `ORDER_DETAILS`, `ORDER_STATUS`.
    #[must_use]
    pub fn sub_category(mut self, sub_category: impl Into<String>) -> Self {
        self.body.sub_category = Some(sub_category.into());
        self
    }

    /// `ORDER_DETAILS`.
    #[must_use]
    pub fn display_format(mut self, display_format: impl Into<String>) -> Self {
        self.body.display_format = Some(display_format.into());
        self
    }

    /// The library's template to make it from.
    #[must_use]
    pub fn library_template_name(mut self, library_template_name: impl Into<String>) -> Self {
        self.body.library_template_name = Some(library_template_name.into());
        self
    }

    /// What the library's template asks for its text.
    #[must_use]
    pub fn library_template_body_inputs(mut self, library_template_body_inputs: Value) -> Self {
        self.body.library_template_body_inputs = Some(library_template_body_inputs);
        self
    }

    /// What the library's template asks for its buttons.
    #[must_use]
    pub fn library_template_button_inputs(
        mut self,
        library_template_button_inputs: impl IntoIterator<Item = Value>,
    ) -> Self {
        self.body.library_template_button_inputs =
            Some(library_template_button_inputs.into_iter().collect());
        self
    }

    /// What the platform may change about it.
    #[must_use]
    pub fn degrees_of_freedom_spec(mut self, degrees_of_freedom_spec: Value) -> Self {
        self.body.degrees_of_freedom_spec = Some(degrees_of_freedom_spec);
        self
    }

    /// Sends it to the main device only.
    #[must_use]
    pub fn primary_device_delivery_only(mut self, primary_device_delivery_only: bool) -> Self {
        self.body.is_primary_device_delivery_only = Some(primary_device_delivery_only);
        self
    }
}

/// What [`CreateTemplate`] carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CreateTemplateBody {
    /// Its name: `a-z`, `0-9`, `_`, at most 512.
    pub name: String,
    /// Its language, such as `en_US`.
    pub language: String,
    /// Its category.
    pub category: TemplateCategory,
    /// Its parts, each as the platform wants it; not with a library's template.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub components: Option<Vec<Value>>,
    /// How its parameters are named; by number if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parameter_format: Option<ParameterFormat>,
    /// How long a message of it is tried, in seconds; -1 for 30 days.
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
    /// Without effect since April 2025.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_flag",
        skip_serializing_if = "Option::is_none"
    )]
    pub allow_category_change: Option<bool>,
    /// `ORDER_DETAILS`, `ORDER_STATUS`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sub_category: Option<String>,
    /// `ORDER_DETAILS`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub display_format: Option<String>,
    /// The library's template to make it from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub library_template_name: Option<String>,
    /// What the library's template asks for its text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub library_template_body_inputs: Option<Value>,
    /// What the library's template asks for its buttons.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub library_template_button_inputs: Option<Vec<Value>>,
    /// What the platform may change about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub degrees_of_freedom_spec: Option<Value>,
    /// Sends it to the main device only.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_flag",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_primary_device_delivery_only: Option<bool>,
}

impl Endpoint for CreateTemplate {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = false;
    type Body = CreateTemplateBody;
    type Response = TemplateCreated;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.account).word("message_templates").into()
    }

    fn body(&self) -> Option<&CreateTemplateBody> {
        Some(&self.body)
    }
}

/// A new template.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct TemplateCreated {
    /// Its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<TemplateId>,
    /// How it stands; mostly under review.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<TemplateStatus>,
    /// Its category, which may be another than asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<TemplateCategory>,
}
