//! Deleting templates.

use std::borrow::Cow;

use crate::{
    endpoint::{Endpoint, NoBody, Success, path::PathBuilder},
    id::{AccountId, TemplateId},
};

/// Deletes a template by name in all languages, or one: `DELETE /{waba-id}/message_templates`. The name of an
/// approved one is free again after 30 days; a disabled one cannot be deleted.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct DeleteTemplate {
    /// The WhatsApp Business Account.
    pub account: AccountId,
    /// Its name.
    pub name: Option<String>,
    /// Only the one with this id; the name is needed as well.
    pub hsm_id: Option<TemplateId>,
    /// Those with these ids.
    pub hsm_ids: Option<Vec<TemplateId>>,
}

impl DeleteTemplate {
    /// The request with what it must have.
    pub fn new(account: AccountId) -> Self {
        Self { account, name: None, hsm_id: None, hsm_ids: None }
    }

    /// Its name.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Only the one with this id; the name is needed as well.
    #[must_use]
    pub fn hsm_id(mut self, hsm_id: TemplateId) -> Self {
        self.hsm_id = Some(hsm_id);
        self
    }

    /// Those with these ids.
    #[must_use]
    pub fn hsm_ids(mut self, hsm_ids: impl IntoIterator<Item = TemplateId>) -> Self {
        self.hsm_ids = Some(hsm_ids.into_iter().collect());
        self
    }
}

impl Endpoint for DeleteTemplate {
    const METHOD: http::Method = http::Method::DELETE;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Success;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new()
            .id(&self.account)
            .word("message_templates")
            .query("name", self.name.as_ref())
            .query("hsm_id", self.hsm_id.as_ref())
            .list("hsm_ids", self.hsm_ids.as_ref())
            .into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}
