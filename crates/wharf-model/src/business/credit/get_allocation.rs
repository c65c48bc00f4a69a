//! Reading who uses a line of credit.

use std::borrow::Cow;

use crate::{
    business::Allocation,
    endpoint::{Endpoint, NoBody, path::PathBuilder},
    id::AllocationId,
};

/// Reads a part of a line of credit: `GET /{allocation-id}`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GetAllocation {
    /// The allocation.
    pub allocation: AllocationId,
    /// Names of the fields asked for; none asks for the platform's default set.
    pub fields: Vec<String>,
}

impl GetAllocation {
    /// The request with what it must have.
    pub fn new(allocation: AllocationId) -> Self {
        Self { allocation, fields: Vec::new() }
    }

    /// Asks for these fields, instead of the platform's default set.
    #[must_use]
    pub fn fields(mut self, fields: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.fields = fields.into_iter().map(Into::into).collect();
        self
    }
}

impl Endpoint for GetAllocation {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Allocation;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.allocation).fields(&self.fields).into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}
