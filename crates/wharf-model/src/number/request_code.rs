//! Asking for an ownership code.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, Success, path::PathBuilder},
    id::PhoneNumberId,
    open::open_enum,
};

/// Has a code sent that proves ownership: `POST /{phone-number-id}/request_code`. Too many are errors 136024 and
/// 136025.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RequestCode {
    /// The business phone number.
    pub number: PhoneNumberId,
    /// What it carries.
    pub body: RequestCodeBody,
}

impl RequestCode {
    /// The request with what it must have.
    pub fn new(
        number: PhoneNumberId,
        code_method: CodeMethod,
        language: impl Into<String>,
    ) -> Self {
        Self { number, body: RequestCodeBody { code_method, language: language.into() } }
    }
}

/// What [`RequestCode`] carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct RequestCodeBody {
    /// How the code comes.
    pub code_method: CodeMethod,
    /// The language it comes in, such as `en_US`.
    pub language: String,
}

impl Endpoint for RequestCode {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = false;
    type Body = RequestCodeBody;
    type Response = Success;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.number).word("request_code").into()
    }

    fn body(&self) -> Option<&RequestCodeBody> {
        Some(&self.body)
    }
}

open_enum! {
    /// How a code comes.
    pub enum CodeMethod {
        /// By text message.
        Sms = "SMS",
        /// By a call.
        Voice = "VOICE",
    }
}
