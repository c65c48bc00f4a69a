//! Taking a number out of the pool.

use std::borrow::Cow;

use crate::{
    endpoint::{Endpoint, NoBody, Success, path::PathBuilder},
    id::PreverifiedId,
};

/// Takes a number out of the pool: `DELETE /{pre-verified-id}`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct DeletePreverified {
    /// The pre-verified number.
    pub preverified: PreverifiedId,
}

impl DeletePreverified {
    /// The request with what it must have.
    pub fn new(preverified: PreverifiedId) -> Self {
        Self { preverified }
    }
}

impl Endpoint for DeletePreverified {
    const METHOD: http::Method = http::Method::DELETE;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Success;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.preverified).into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}
