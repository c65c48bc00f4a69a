//! Making a solution.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    account::UserTask,
    endpoint::{Endpoint, path::PathBuilder},
    id::{AppId, SolutionId},
};

/// Makes a solution with a partner: `POST /{app-id}/whatsapp_business_solution`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CreateSolution {
    /// The app.
    pub app: AppId,
    /// What it carries.
    pub body: CreateSolutionBody,
}

impl CreateSolution {
    /// The request with what it must have.
    pub fn new(
        app: AppId,
        solution_name: impl Into<String>,
        partner_app_id: AppId,
        owner_permissions: impl IntoIterator<Item = UserTask>,
        partner_permissions: impl IntoIterator<Item = UserTask>,
    ) -> Self {
        Self {
            app,
            body: CreateSolutionBody {
                solution_name: solution_name.into(),
                partner_app_id,
                owner_permissions: owner_permissions.into_iter().collect(),
                partner_permissions: partner_permissions.into_iter().collect(),
            },
        }
    }
}

/// What [`CreateSolution`] carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CreateSolutionBody {
    /// Its name.
    pub solution_name: String,
    /// The partner's app.
    pub partner_app_id: AppId,
    /// What its owner may do.
    pub owner_permissions: Vec<UserTask>,
    /// What the partner may do.
    pub partner_permissions: Vec<UserTask>,
}

impl Endpoint for CreateSolution {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = false;
    type Body = CreateSolutionBody;
    type Response = SolutionCreated;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.app).word("whatsapp_business_solution").into()
    }

    fn body(&self) -> Option<&CreateSolutionBody> {
        Some(&self.body)
    }
}

/// A new solution.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SolutionCreated {
    /// Its id.
    pub solution_id: SolutionId,
}

impl SolutionCreated {
    /// All of it.
    pub fn new(solution_id: SolutionId) -> Self {
        Self { solution_id }
    }
}
