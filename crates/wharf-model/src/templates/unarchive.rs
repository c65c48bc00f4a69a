//! Taking templates out again.

use std::{borrow::Cow, collections::BTreeMap};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{
    endpoint::{Endpoint, path::PathBuilder},
    id::AccountId,
};

/// Takes templates out again: `POST /{waba-id}/message_templates/unarchive`, on another host.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct UnarchiveTemplates {
    /// The WhatsApp Business Account.
    pub account: AccountId,
    /// What it carries.
    pub body: UnarchiveTemplatesBody,
}

impl UnarchiveTemplates {
    /// The request with what it must have.
    pub fn new(account: AccountId, hsm_ids: impl Into<String>) -> Self {
        Self { account, body: UnarchiveTemplatesBody { hsm_ids: hsm_ids.into() } }
    }
}

/// What [`UnarchiveTemplates`] carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct UnarchiveTemplatesBody {
    /// Their ids, separated by commas: at most 100.
    pub hsm_ids: String,
}

impl Endpoint for UnarchiveTemplates {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = true;
    const HOST: Option<&'static str> = Some("api.facebook.com");
    type Body = UnarchiveTemplatesBody;
    type Response = TemplatesUnarchived;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.account).word("message_templates").word("unarchive").into()
    }

    fn body(&self) -> Option<&UnarchiveTemplatesBody> {
        Some(&self.body)
    }
}

/// What became of templates that were taken out again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct TemplatesUnarchived {
    /// Those that were, as they came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unarchived_templates: Option<Vec<Value>>,
    /// Those that were not, and why, as they came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub failed_templates: Option<BTreeMap<String, Value>>,
}
