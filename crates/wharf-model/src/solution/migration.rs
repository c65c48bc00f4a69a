//! Reading a move to a solution.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    business::IntentStatus,
    endpoint::{Endpoint, NoBody, path::PathBuilder},
    id::IntentId,
};

/// Reads the move of an account to a solution: `GET /{intent-id}`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GetMigrationIntent {
    /// The intent.
    pub intent: IntentId,
    /// Names of the fields asked for; none asks for the platform's default set.
    pub fields: Vec<String>,
}

impl GetMigrationIntent {
    /// The request with what it must have.
    pub fn new(intent: IntentId) -> Self {
        Self { intent, fields: Vec::new() }
    }

    /// Asks for these fields, instead of the platform's default set.
    #[must_use]
    pub fn fields(mut self, fields: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.fields = fields.into_iter().map(Into::into).collect();
        self
    }
}

impl Endpoint for GetMigrationIntent {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = MigrationIntent;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.intent).fields(&self.fields).into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}

/// The move of an account to a solution.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct MigrationIntent {
    /// Its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<IntentId>,
    /// How it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<IntentStatus>,
}
