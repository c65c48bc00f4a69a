//! Reading a sign-up.

use std::borrow::Cow;

use crate::{
    account::Signup,
    endpoint::{Endpoint, NoBody, path::PathBuilder},
    id::SignupId,
};

/// Reads a sign-up: `GET /signups/{id}`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GetSignup {
    /// The sign-up.
    pub signup: SignupId,
    /// Names of the fields asked for; none asks for the platform's default set.
    pub fields: Vec<String>,
}

impl GetSignup {
    /// The request with what it must have.
    pub fn new(signup: SignupId) -> Self {
        Self { signup, fields: Vec::new() }
    }

    /// Asks for these fields, instead of the platform's default set.
    #[must_use]
    pub fn fields(mut self, fields: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.fields = fields.into_iter().map(Into::into).collect();
        self
    }
}

impl Endpoint for GetSignup {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Signup;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().word("signups").id(&self.signup).fields(&self.fields).into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}
