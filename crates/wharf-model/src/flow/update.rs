//! Changing a flow.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::FlowCategory;
use crate::{
    endpoint::{Encoding, Endpoint, Success, path::PathBuilder},
    id::{AppId, FlowId},
};

/// Changes what a flow is called and connected to: `POST /{flow-id}`. Its JSON is changed by
/// [`UploadFlowJson`](super::UploadFlowJson).
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct UpdateFlow {
    /// The flow.
    pub flow: FlowId,
    /// What it carries.
    pub body: UpdateFlowBody,
}

impl UpdateFlow {
    /// The request with what it must have.
    pub fn new(flow: FlowId) -> Self {
        Self { flow, body: UpdateFlowBody::default() }
    }

    /// Its name.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.body.name = Some(name.into());
        self
    }

    /// What it is for.
    #[must_use]
    pub fn categories(mut self, categories: impl IntoIterator<Item = FlowCategory>) -> Self {
        self.body.categories = Some(categories.into_iter().collect());
        self
    }

    /// The URL that it exchanges data with.
    #[must_use]
    pub fn endpoint_uri(mut self, endpoint_uri: impl Into<String>) -> Self {
        self.body.endpoint_uri = Some(endpoint_uri.into());
        self
    }

    /// The app to connect it to.
    #[must_use]
    pub fn application_id(mut self, application_id: AppId) -> Self {
        self.body.application_id = Some(application_id);
        self
    }
}

/// What [`UpdateFlow`] carries.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct UpdateFlowBody {
    /// Its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub categories: Option<Vec<FlowCategory>>,
    /// The URL that it exchanges data with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub endpoint_uri: Option<String>,
    /// The app to connect it to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub application_id: Option<AppId>,
}

impl Endpoint for UpdateFlow {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = true;
    const ENCODING: Encoding = Encoding::Multipart { file: None };
    type Body = UpdateFlowBody;
    type Response = Success;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.flow).into()
    }

    fn body(&self) -> Option<&UpdateFlowBody> {
        Some(&self.body)
    }
}
