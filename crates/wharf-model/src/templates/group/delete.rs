//! Undoing a group of templates.

use std::borrow::Cow;

use crate::{
    endpoint::{Endpoint, NoBody, Success, path::PathBuilder},
    id::TemplateGroupId,
};

/// Undoes a group of templates; the templates stay: `DELETE /{template-group-id}`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct DeleteTemplateGroup {
    /// The template group.
    pub template_group: TemplateGroupId,
}

impl DeleteTemplateGroup {
    /// The request with what it must have.
    pub fn new(template_group: TemplateGroupId) -> Self {
        Self { template_group }
    }
}

impl Endpoint for DeleteTemplateGroup {
    const METHOD: http::Method = http::Method::DELETE;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Success;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.template_group).into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}
