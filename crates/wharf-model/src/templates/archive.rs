//! Putting templates away.

use std::{borrow::Cow, collections::BTreeMap};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{
    endpoint::{Endpoint, path::PathBuilder},
    id::AccountId,
};

/// Puts templates away: `POST /{waba-id}/message_templates/archive`, on another host. They are deleted after 28
/// days.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ArchiveTemplates {
    /// The WhatsApp Business Account.
    pub account: AccountId,
    /// What it carries.
    pub body: ArchiveTemplatesBody,
}

impl ArchiveTemplates {
    /// The request with what it must have.
    pub fn new(account: AccountId, hsm_ids: impl Into<String>) -> Self {
        Self { account, body: ArchiveTemplatesBody { hsm_ids: hsm_ids.into() } }
    }
}

/// What [`ArchiveTemplates`] carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ArchiveTemplatesBody {
    /// Their ids, separated by commas: at most 100.
    pub hsm_ids: String,
}

impl Endpoint for ArchiveTemplates {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = true;
    const HOST: Option<&'static str> = Some("api.facebook.com");
    type Body = ArchiveTemplatesBody;
    type Response = TemplatesArchived;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.account).word("message_templates").word("archive").into()
    }

    fn body(&self) -> Option<&ArchiveTemplatesBody> {
        Some(&self.body)
    }
}

/// What became of templates that were put away.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct TemplatesArchived {
    /// Those that were, as they came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub archived_templates: Option<Vec<Value>>,
    /// Those that were not, and why, as they came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub failed_templates: Option<BTreeMap<String, Value>>,
}
