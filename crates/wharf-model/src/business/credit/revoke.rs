//! Paying no longer.

use std::borrow::Cow;

use crate::{
    endpoint::{Endpoint, NoBody, Success, path::PathBuilder},
    id::AllocationId,
};

/// Ends a part of a line of credit: `DELETE /{allocation-id}`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RevokeAllocation {
    /// The allocation.
    pub allocation: AllocationId,
}

impl RevokeAllocation {
    /// The request with what it must have.
    pub fn new(allocation: AllocationId) -> Self {
        Self { allocation }
    }
}

impl Endpoint for RevokeAllocation {
    const METHOD: http::Method = http::Method::DELETE;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Success;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.allocation).into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}
