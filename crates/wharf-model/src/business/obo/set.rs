//! Agreeing to a move between partners.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, lenient, path::PathBuilder},
    id::{AccountId, AppId, IntentId, SolutionId},
};

/// Agrees to the move of an account: `POST /{waba-id}/set_obo_mobility_intent`. Deprecated with that model.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SetMobilityIntent {
    /// The WhatsApp Business Account.
    pub account: AccountId,
    /// What it carries.
    pub body: SetMobilityIntentBody,
}

impl SetMobilityIntent {
    /// The request with what it must have.
    pub fn new(account: AccountId, waba_id: AccountId) -> Self {
        Self {
            account,
            body: SetMobilityIntentBody {
                waba_id,
                solution_id: None,
                app_id: None,
                actor_id: None,
                client_mutation_id: None,
            },
        }
    }

    /// The solution.
    #[must_use]
    pub fn solution_id(mut self, solution_id: SolutionId) -> Self {
        self.body.solution_id = Some(solution_id);
        self
    }

    /// The app.
    #[must_use]
    pub fn app_id(mut self, app_id: AppId) -> Self {
        self.body.app_id = Some(app_id);
        self
    }

    /// Who agrees.
    #[must_use]
    pub fn actor_id(mut self, actor_id: impl Into<String>) -> Self {
        self.body.actor_id = Some(actor_id.into());
        self
    }

    /// Comes back in the answer.
    #[must_use]
    pub fn client_mutation_id(mut self, client_mutation_id: impl Into<String>) -> Self {
        self.body.client_mutation_id = Some(client_mutation_id.into());
        self
    }
}

/// What [`SetMobilityIntent`] carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SetMobilityIntentBody {
    /// The account.
    pub waba_id: AccountId,
    /// The solution.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub solution_id: Option<SolutionId>,
    /// The app.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub app_id: Option<AppId>,
    /// Who agrees.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor_id: Option<String>,
    /// Comes back in the answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client_mutation_id: Option<String>,
}

impl Endpoint for SetMobilityIntent {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = false;
    type Body = SetMobilityIntentBody;
    type Response = MobilityIntentSet;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.account).word("set_obo_mobility_intent").into()
    }

    fn body(&self) -> Option<&SetMobilityIntentBody> {
        Some(&self.body)
    }
}

/// What agreeing is answered with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct MobilityIntentSet {
    /// Whether it was taken.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_flag",
        skip_serializing_if = "Option::is_none"
    )]
    pub success: Option<bool>,
    /// The move.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub intent_id: Option<IntentId>,
    /// As it was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client_mutation_id: Option<String>,
    /// What is wrong, for a person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error_msg: Option<String>,
}
