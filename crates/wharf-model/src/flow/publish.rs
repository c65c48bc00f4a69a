//! Publishing a flow.

use std::borrow::Cow;

use crate::{
    endpoint::{Endpoint, NoBody, Success, path::PathBuilder},
    id::FlowId,
};

/// Publishes a flow: `POST /{flow-id}/publish`. Cannot be undone. Needs a verified business, and with an endpoint
/// its URL, a key and an app.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PublishFlow {
    /// The flow.
    pub flow: FlowId,
}

impl PublishFlow {
    /// The request with what it must have.
    pub fn new(flow: FlowId) -> Self {
        Self { flow }
    }
}

impl Endpoint for PublishFlow {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = false;
    type Body = NoBody;
    type Response = Success;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.flow).word("publish").into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}
