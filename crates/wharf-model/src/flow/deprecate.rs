//! Withdrawing a flow.

use std::borrow::Cow;

use crate::{
    endpoint::{Endpoint, NoBody, Success, path::PathBuilder},
    id::FlowId,
};

/// Withdraws a published flow: `POST /{flow-id}/deprecate`. Cannot be undone.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct DeprecateFlow {
    /// The flow.
    pub flow: FlowId,
}

impl DeprecateFlow {
    /// The request with what it must have.
    pub fn new(flow: FlowId) -> Self {
        Self { flow }
    }
}

impl Endpoint for DeprecateFlow {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = false;
    type Body = NoBody;
    type Response = Success;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.flow).word("deprecate").into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}
