//! Changing a group of templates.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, Success, path::PathBuilder},
    id::{TemplateGroupId, TemplateId},
};

/// Changes a group of templates: `POST /{template-group-id}`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct UpdateTemplateGroup {
    /// The template group.
    pub template_group: TemplateGroupId,
    /// What it carries.
    pub body: UpdateTemplateGroupBody,
}

impl UpdateTemplateGroup {
    /// The request with what it must have.
    pub fn new(template_group: TemplateGroupId) -> Self {
        Self { template_group, body: UpdateTemplateGroupBody::default() }
    }

    /// Its name.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.body.name = Some(name.into());
        self
    }

    /// What it is for.
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.body.description = Some(description.into());
        self
    }

    /// Templates to put in.
    #[must_use]
    pub fn add_templates(mut self, add_templates: impl IntoIterator<Item = TemplateId>) -> Self {
        self.body.add_templates = Some(add_templates.into_iter().collect());
        self
    }

    /// Templates to take out.
    #[must_use]
    pub fn remove_templates(
        mut self,
        remove_templates: impl IntoIterator<Item = TemplateId>,
    ) -> Self {
        self.body.remove_templates = Some(remove_templates.into_iter().collect());
        self
    }
}

/// What [`UpdateTemplateGroup`] carries.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct UpdateTemplateGroupBody {
    /// Its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Templates to put in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub add_templates: Option<Vec<TemplateId>>,
    /// Templates to take out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remove_templates: Option<Vec<TemplateId>>,
}

impl Endpoint for UpdateTemplateGroup {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = true;
    type Body = UpdateTemplateGroupBody;
    type Response = Success;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.template_group).into()
    }

    fn body(&self) -> Option<&UpdateTemplateGroupBody> {
        Some(&self.body)
    }
}
