//! Proving ownership by code.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, Success, path::PathBuilder},
    id::PreverifiedId,
    secret::Secret,
};

/// Proves ownership by the code that came: `POST /{pre-verified-id}/verify_code`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct VerifyPreverifiedCode {
    /// The pre-verified number.
    pub preverified: PreverifiedId,
    /// What it carries.
    pub body: VerifyPreverifiedCodeBody,
}

impl VerifyPreverifiedCode {
    /// The request with what it must have.
    pub fn new(preverified: PreverifiedId, code: impl Into<Secret>) -> Self {
        Self { preverified, body: VerifyPreverifiedCodeBody { code: code.into() } }
    }
}

/// What [`VerifyPreverifiedCode`] carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct VerifyPreverifiedCodeBody {
    /// Six digits, without a dash.
    pub code: Secret,
}

impl Endpoint for VerifyPreverifiedCode {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = false;
    type Body = VerifyPreverifiedCodeBody;
    type Response = Success;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.preverified).word("verify_code").into()
    }

    fn body(&self) -> Option<&VerifyPreverifiedCodeBody> {
        Some(&self.body)
    }
}
