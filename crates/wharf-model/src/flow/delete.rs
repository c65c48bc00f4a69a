//! Deleting a flow.

use std::borrow::Cow;

use crate::{
    endpoint::{Endpoint, NoBody, Success, path::PathBuilder},
    id::FlowId,
};

/// Deletes a flow that is a draft: `DELETE /{flow-id}`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct DeleteFlow {
    /// The flow.
    pub flow: FlowId,
}

impl DeleteFlow {
    /// The request with what it must have.
    pub fn new(flow: FlowId) -> Self {
        Self { flow }
    }
}

impl Endpoint for DeleteFlow {
    const METHOD: http::Method = http::Method::DELETE;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Success;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.flow).into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}
