//! Moving an account to a solution.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    business::MoveAnswer,
    endpoint::{Endpoint, path::PathBuilder},
    id::{AccountId, SolutionId},
};

/// Moves an account to another solution: `POST /{waba-id}/set_solution_migration_intent`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct MoveToSolution {
    /// The WhatsApp Business Account.
    pub account: AccountId,
    /// What it carries.
    pub body: MoveToSolutionBody,
}

impl MoveToSolution {
    /// The request with what it must have.
    pub fn new(account: AccountId, solution_id: SolutionId) -> Self {
        Self {
            account,
            body: MoveToSolutionBody {
                solution_id,
                migration_intent: None,
                target_solution_id: None,
                migration_reason: None,
                scheduled_migration_time: None,
            },
        }
    }

    /// What is done, such as `INITIATE_MIGRATION`.
    #[must_use]
    pub fn migration_intent(mut self, migration_intent: impl Into<String>) -> Self {
        self.body.migration_intent = Some(migration_intent.into());
        self
    }

    /// The solution to move to.
    #[must_use]
    pub fn target_solution_id(mut self, target_solution_id: SolutionId) -> Self {
        self.body.target_solution_id = Some(target_solution_id);
        self
    }

    /// Why.
    #[must_use]
    pub fn migration_reason(mut self, migration_reason: impl Into<String>) -> Self {
        self.body.migration_reason = Some(migration_reason.into());
        self
    }

    /// When (ISO 8601).
    #[must_use]
    pub fn scheduled_migration_time(mut self, scheduled_migration_time: impl Into<String>) -> Self {
        self.body.scheduled_migration_time = Some(scheduled_migration_time.into());
        self
    }
}

/// What [`MoveToSolution`] carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct MoveToSolutionBody {
    /// The solution.
    pub solution_id: SolutionId,
    /// What is done, such as `INITIATE_MIGRATION`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub migration_intent: Option<String>,
    /// The solution to move to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target_solution_id: Option<SolutionId>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub migration_reason: Option<String>,
    /// When (ISO 8601).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scheduled_migration_time: Option<String>,
}

impl Endpoint for MoveToSolution {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = false;
    type Body = MoveToSolutionBody;
    type Response = MoveAnswer;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.account).word("set_solution_migration_intent").into()
    }

    fn body(&self) -> Option<&MoveToSolutionBody> {
        Some(&self.body)
    }
}
