//! Reading a group of templates.

use std::borrow::Cow;

use crate::{
    endpoint::{Endpoint, NoBody, path::PathBuilder},
    id::TemplateGroupId,
    templates::TemplateGroup,
};

/// Reads a group of templates: `GET /{template-group-id}`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GetTemplateGroup {
    /// The template group.
    pub template_group: TemplateGroupId,
    /// Names of the fields asked for; none asks for the platform's default set.
    pub fields: Vec<String>,
}

impl GetTemplateGroup {
    /// The request with what it must have.
    pub fn new(template_group: TemplateGroupId) -> Self {
        Self { template_group, fields: Vec::new() }
    }

    /// Asks for these fields, instead of the platform's default set.
    #[must_use]
    pub fn fields(mut self, fields: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.fields = fields.into_iter().map(Into::into).collect();
        self
    }
}

impl Endpoint for GetTemplateGroup {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = TemplateGroup;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.template_group).fields(&self.fields).into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}
