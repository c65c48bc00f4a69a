//! Reading a flow.

use std::borrow::Cow;

use super::Flow;
use crate::{
    endpoint::{Endpoint, NoBody, path::PathBuilder},
    id::FlowId,
};

/// Reads a flow: `GET /{flow-id}`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GetFlow {
    /// The flow.
    pub flow: FlowId,
    /// Names of the fields asked for; none asks for the platform's default set.
    pub fields: Vec<String>,
    /// `U` gives times in Unix seconds.
    pub date_format: Option<String>,
}

impl GetFlow {
    /// The request with what it must have.
    pub fn new(flow: FlowId) -> Self {
        Self { flow, fields: Vec::new(), date_format: None }
    }

    /// Asks for these fields, instead of the platform's default set.
    #[must_use]
    pub fn fields(mut self, fields: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.fields = fields.into_iter().map(Into::into).collect();
        self
    }

    /// `U` gives times in Unix seconds.
    #[must_use]
    pub fn date_format(mut self, date_format: impl Into<String>) -> Self {
        self.date_format = Some(date_format.into());
        self
    }
}

impl Endpoint for GetFlow {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Flow;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new()
            .id(&self.flow)
            .fields(&self.fields)
            .query("date_format", self.date_format.as_ref())
            .into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}
