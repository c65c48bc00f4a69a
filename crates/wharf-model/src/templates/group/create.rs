//! Making a group of templates.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, path::PathBuilder},
    id::{AccountId, TemplateId},
    templates::TemplateGroup,
};

/// Makes a group of templates: `POST /{waba-id}/template_groups`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CreateTemplateGroup {
    /// The WhatsApp Business Account.
    pub account: AccountId,
    /// What it carries.
    pub body: CreateTemplateGroupBody,
}

impl CreateTemplateGroup {
    /// The request with what it must have.
    pub fn new(account: AccountId, name: impl Into<String>) -> Self {
        Self {
            account,
            body: CreateTemplateGroupBody {
                name: name.into(),
                description: None,
                whatsapp_business_templates: None,
            },
        }
    }

    /// What it is for.
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.body.description = Some(description.into());
        self
    }

    /// Its templates.
    #[must_use]
    pub fn whatsapp_business_templates(
        mut self,
        whatsapp_business_templates: impl IntoIterator<Item = TemplateId>,
    ) -> Self {
        self.body.whatsapp_business_templates =
            Some(whatsapp_business_templates.into_iter().collect());
        self
    }
}

/// What [`CreateTemplateGroup`] carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CreateTemplateGroupBody {
    /// Its name.
    pub name: String,
    /// What it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Its templates.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub whatsapp_business_templates: Option<Vec<TemplateId>>,
}

impl Endpoint for CreateTemplateGroup {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = false;
    type Body = CreateTemplateGroupBody;
    type Response = TemplateGroup;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.account).word("template_groups").into()
    }

    fn body(&self) -> Option<&CreateTemplateGroupBody> {
        Some(&self.body)
    }
}
