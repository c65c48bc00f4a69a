//! Reading a profile by its id.

use std::borrow::Cow;

use crate::{
    endpoint::{Endpoint, NoBody, path::PathBuilder},
    id::ProfileId,
    number::Profile,
};

/// Reads a business profile by its own id: `GET /{business-profile-id}`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GetProfileNode {
    /// The business profile.
    pub profile: ProfileId,
    /// Names of the fields asked for; none asks for the platform's default set.
    pub fields: Vec<String>,
}

impl GetProfileNode {
    /// The request with what it must have.
    pub fn new(profile: ProfileId) -> Self {
        Self { profile, fields: Vec::new() }
    }

    /// Asks for these fields, instead of the platform's default set.
    #[must_use]
    pub fn fields(mut self, fields: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.fields = fields.into_iter().map(Into::into).collect();
        self
    }
}

impl Endpoint for GetProfileNode {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Profile;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.profile).fields(&self.fields).into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}
