//! Copying flows from another account.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Encoding, Endpoint, lenient, path::PathBuilder},
    id::{AccountId, FlowId},
};

/// Copies flows from another account of the same portfolio: `POST /{waba-id}/migrate_flows`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct MigrateFlows {
    /// The WhatsApp Business Account.
    pub account: AccountId,
    /// What it carries.
    pub body: MigrateFlowsBody,
}

impl MigrateFlows {
    /// The request with what it must have.
    pub fn new(account: AccountId, source_waba_id: AccountId) -> Self {
        Self { account, body: MigrateFlowsBody { source_waba_id, source_flow_names: None } }
    }

    /// Which: at most 100 names; absent means all.
    #[must_use]
    pub fn source_flow_names(
        mut self,
        source_flow_names: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.body.source_flow_names = Some(source_flow_names.into_iter().map(Into::into).collect());
        self
    }
}

/// What [`MigrateFlows`] carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct MigrateFlowsBody {
    /// From which account.
    pub source_waba_id: AccountId,
    /// Which: at most 100 names; absent means all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_flow_names: Option<Vec<String>>,
}

impl Endpoint for MigrateFlows {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = false;
    const ENCODING: Encoding = Encoding::Multipart { file: None };
    type Body = MigrateFlowsBody;
    type Response = FlowsMigrated;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.account).word("migrate_flows").into()
    }

    fn body(&self) -> Option<&MigrateFlowsBody> {
        Some(&self.body)
    }
}

/// What became of the copies.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct FlowsMigrated {
    /// Those that were made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub migrated_flows: Option<Vec<FlowMigrated>>,
    /// Those that were not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub failed_flows: Option<Vec<FlowNotMigrated>>,
}

/// A flow that was copied.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct FlowMigrated {
    /// Its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_name: Option<String>,
    /// Where it was copied from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_id: Option<FlowId>,
    /// The copy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub migrated_id: Option<FlowId>,
}

/// A flow that was not copied.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct FlowNotMigrated {
    /// Its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_name: Option<String>,
    /// Why, for a program: 4233041 and others, as a string.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_text",
        skip_serializing_if = "Option::is_none"
    )]
    pub error_code: Option<String>,
    /// Why, for a person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error_message: Option<String>,
}
