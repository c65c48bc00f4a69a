//! Reading a move between partners.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    account::Account,
    endpoint::{Endpoint, NoBody, path::PathBuilder},
    id::IntentId,
    open::open_enum,
    solution::Solution,
};

/// Reads the move of an account between partners: `GET /{intent-id}`. Deprecated with that model.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GetMobilityIntent {
    /// The intent.
    pub intent: IntentId,
    /// Names of the fields asked for; none asks for the platform's default set.
    pub fields: Vec<String>,
}

impl GetMobilityIntent {
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

impl Endpoint for GetMobilityIntent {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = MobilityIntent;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.intent).fields(&self.fields).into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}

/// The move of an account between partners.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct MobilityIntent {
    /// Its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<IntentId>,
    /// The account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waba: Option<Account>,
    /// The solution it moves to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub solution: Option<Solution>,
    /// How it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<IntentStatus>,
    /// When it was made (ISO 8601).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created_time: Option<String>,
    /// When it was changed (ISO 8601).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub updated_time: Option<String>,
}

open_enum! {
    /// How a move stands.
    pub enum IntentStatus {
        /// Begun.
        Initiated = "INITIATED",
        /// Waiting.
        Pending = "PENDING",
        /// Granted.
        Approved = "APPROVED",
        /// To be done at a set time.
        Scheduled = "SCHEDULED",
        /// Under way.
        InProgress = "IN_PROGRESS",
        /// In force.
        Active = "ACTIVE",
        /// Done.
        Completed = "COMPLETED",
        /// Refused.
        Rejected = "REJECTED",
        /// Withdrawn.
        Canceled = "CANCELED",
        /// Withdrawn, in another spelling.
        Cancelled = "CANCELLED",
        /// Failed.
        Failed = "FAILED",
    }
}
