//! Asking for an ownership code.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, Success, path::PathBuilder},
    id::PreverifiedId,
    number::CodeMethod,
};

/// Has a code sent that proves ownership: `POST /{pre-verified-id}/request_code`. About 125 an hour.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RequestPreverifiedCode {
    /// The pre-verified number.
    pub preverified: PreverifiedId,
    /// What it carries.
    pub body: RequestPreverifiedCodeBody,
}

impl RequestPreverifiedCode {
    /// The request with what it must have.
    pub fn new(
        preverified: PreverifiedId,
        code_method: CodeMethod,
        language: impl Into<String>,
    ) -> Self {
        Self {
            preverified,
            body: RequestPreverifiedCodeBody { code_method, language: language.into() },
        }
    }
}

/// What [`RequestPreverifiedCode`] carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct RequestPreverifiedCodeBody {
    /// How it comes.
    pub code_method: CodeMethod,
    /// The language it comes in, such as `en_US`.
    pub language: String,
}

impl Endpoint for RequestPreverifiedCode {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = false;
    type Body = RequestPreverifiedCodeBody;
    type Response = Success;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.preverified).word("request_code").into()
    }

    fn body(&self) -> Option<&RequestPreverifiedCodeBody> {
        Some(&self.body)
    }
}
