//! Proving ownership by code.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, lenient, path::PathBuilder},
    id::PhoneNumberId,
    secret::Secret,
};

/// Proves ownership by the code that came: `POST /{phone-number-id}/verify_code`. A code is good once, for about
/// ten minutes.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct VerifyCode {
    /// The business phone number.
    pub number: PhoneNumberId,
    /// What it carries.
    pub body: VerifyCodeBody,
}

impl VerifyCode {
    /// The request with what it must have.
    pub fn new(number: PhoneNumberId, code: impl Into<Secret>) -> Self {
        Self { number, body: VerifyCodeBody { code: code.into() } }
    }
}

/// What [`VerifyCode`] carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct VerifyCodeBody {
    /// Six digits, without a dash.
    pub code: Secret,
}

impl Endpoint for VerifyCode {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = false;
    type Body = VerifyCodeBody;
    type Response = CodeVerified;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.number).word("verify_code").into()
    }

    fn body(&self) -> Option<&VerifyCodeBody> {
        Some(&self.body)
    }
}

/// What a code's answer is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CodeVerified {
    /// Whether it was right.
    #[serde(deserialize_with = "lenient::flag")]
    pub success: bool,
    /// The number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<PhoneNumberId>,
}

impl CodeVerified {
    /// With what it must have; the rest is absent.
    pub fn new(success: bool) -> Self {
        Self { success, id: None }
    }
}
