//! Reading a solution.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    account::UserTask,
    endpoint::{Endpoint, NoBody, path::PathBuilder},
    id::{AppId, SolutionId},
    open::open_enum,
};

/// Reads a multi-partner solution: `GET /{solution-id}`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GetSolution {
    /// The solution.
    pub solution: SolutionId,
    /// Names of the fields asked for; none asks for the platform's default set.
    pub fields: Vec<String>,
}

impl GetSolution {
    /// The request with what it must have.
    pub fn new(solution: SolutionId) -> Self {
        Self { solution, fields: Vec::new() }
    }

    /// Asks for these fields, instead of the platform's default set.
    #[must_use]
    pub fn fields(mut self, fields: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.fields = fields.into_iter().map(Into::into).collect();
        self
    }
}

impl Endpoint for GetSolution {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Solution;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.solution).fields(&self.fields).into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}

/// A multi-partner solution, as far as it was asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Solution {
    /// Its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<SolutionId>,
    /// Its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// How it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<SolutionStatus>,
    /// What is asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status_for_pending_request: Option<PendingSolution>,
    /// The app of its owner.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner_app: Option<SolutionApp>,
    /// What its owner may do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner_permissions: Option<Vec<UserTask>>,
    /// Its partner.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partner_id: Option<String>,
}

open_enum! {
    /// How a solution stands.
    pub enum SolutionStatus {
        /// Not offered yet.
        Draft = "DRAFT",
        /// The partner was asked.
        Initiated = "INITIATED",
        /// In force.
        Active = "ACTIVE",
        /// The partner refused.
        Rejected = "REJECTED",
        /// Ended.
        Deactivated = "DEACTIVATED",
    }
}

open_enum! {
    /// What is asked for.
    pub enum PendingSolution {
        /// To begin.
        Activation = "PENDING_ACTIVATION",
        /// To end.
        Deactivation = "PENDING_DEACTIVATION",
        /// Nothing.
        None = "NONE",
    }
}

/// An app.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SolutionApp {
    /// Its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<AppId>,
    /// Its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}
