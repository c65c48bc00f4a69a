//! Reading a verified number.

use std::borrow::Cow;

use crate::{
    business::Preverified,
    endpoint::{Endpoint, NoBody, path::PathBuilder},
    id::PreverifiedId,
};

/// Reads a number that is verified ahead: `GET /{pre-verified-id}`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GetPreverified {
    /// The pre-verified number.
    pub preverified: PreverifiedId,
    /// Names of the fields asked for; none asks for the platform's default set.
    pub fields: Vec<String>,
}

impl GetPreverified {
    /// The request with what it must have.
    pub fn new(preverified: PreverifiedId) -> Self {
        Self { preverified, fields: Vec::new() }
    }

    /// Asks for these fields, instead of the platform's default set.
    #[must_use]
    pub fn fields(mut self, fields: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.fields = fields.into_iter().map(Into::into).collect();
        self
    }
}

impl Endpoint for GetPreverified {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Preverified;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.preverified).fields(&self.fields).into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}
