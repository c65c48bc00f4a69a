//! Moving an account between partners.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{
    business::IntentStatus,
    endpoint::{Endpoint, lenient, path::PathBuilder},
    id::{AccountId, IntentId, SolutionId},
};

/// Moves an account between partners: `POST /{waba-id}/obo_mobility_intent`. Deprecated with that model.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct MoveAccount {
    /// The WhatsApp Business Account.
    pub account: AccountId,
    /// What it carries.
    pub body: MoveAccountBody,
}

impl MoveAccount {
    /// The request with what it must have.
    pub fn new(
        account: AccountId,
        solution_id: SolutionId,
        intent_type: impl Into<String>,
    ) -> Self {
        Self {
            account,
            body: MoveAccountBody {
                solution_id,
                intent_type: intent_type.into(),
                target_solution_id: None,
                mobility_reason: None,
                scheduled_execution_time: None,
                metadata: None,
            },
        }
    }

    /// The solution to move to.
    #[must_use]
    pub fn target_solution_id(mut self, target_solution_id: SolutionId) -> Self {
        self.body.target_solution_id = Some(target_solution_id);
        self
    }

    /// Why.
    #[must_use]
    pub fn mobility_reason(mut self, mobility_reason: impl Into<String>) -> Self {
        self.body.mobility_reason = Some(mobility_reason.into());
        self
    }

    /// When (ISO 8601).
    #[must_use]
    pub fn scheduled_execution_time(mut self, scheduled_execution_time: impl Into<String>) -> Self {
        self.body.scheduled_execution_time = Some(scheduled_execution_time.into());
        self
    }

    /// More, as it is.
    #[must_use]
    pub fn metadata(mut self, metadata: Value) -> Self {
        self.body.metadata = Some(metadata);
        self
    }
}

/// What [`MoveAccount`] carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct MoveAccountBody {
    /// The solution.
    pub solution_id: SolutionId,
    /// What is done, such as `INITIATE_TRANSFER`.
    pub intent_type: String,
    /// The solution to move to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target_solution_id: Option<SolutionId>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mobility_reason: Option<String>,
    /// When (ISO 8601).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scheduled_execution_time: Option<String>,
    /// More, as it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub metadata: Option<Value>,
}

impl Endpoint for MoveAccount {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = false;
    type Body = MoveAccountBody;
    type Response = MoveAnswer;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.account).word("obo_mobility_intent").into()
    }

    fn body(&self) -> Option<&MoveAccountBody> {
        Some(&self.body)
    }
}

/// What a move is answered with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct MoveAnswer {
    /// Whether it was taken.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_flag",
        skip_serializing_if = "Option::is_none"
    )]
    pub success: Option<bool>,
    /// The move.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mobility_intent_id: Option<IntentId>,
    /// The move, of a solution.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub migration_intent_id: Option<IntentId>,
    /// How it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<IntentStatus>,
    /// When it will be done (ISO 8601).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub estimated_completion_time: Option<String>,
    /// Whether the partner must agree.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_flag",
        skip_serializing_if = "Option::is_none"
    )]
    pub approval_required: Option<bool>,
    /// What to do, for a person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_steps: Option<Vec<String>>,
}
