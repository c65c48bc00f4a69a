//! Reading a template.

use std::borrow::Cow;

use super::TemplateNode;
use crate::{
    endpoint::{Endpoint, NoBody, path::PathBuilder},
    id::TemplateId,
};

/// Reads a template: `GET /{template-id}`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GetTemplate {
    /// The template.
    pub template: TemplateId,
    /// Names of the fields asked for; none asks for the platform's default set.
    pub fields: Vec<String>,
}

impl GetTemplate {
    /// The request with what it must have.
    pub fn new(template: TemplateId) -> Self {
        Self { template, fields: Vec::new() }
    }

    /// Asks for these fields, instead of the platform's default set.
    #[must_use]
    pub fn fields(mut self, fields: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.fields = fields.into_iter().map(Into::into).collect();
        self
    }
}

impl Endpoint for GetTemplate {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = TemplateNode;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.template).fields(&self.fields).into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}
