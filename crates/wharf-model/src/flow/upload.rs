//! Changing the JSON of a flow.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{AssetType, FlowError};
use crate::{
    endpoint::{Encoding, Endpoint, lenient, path::PathBuilder},
    id::FlowId,
};

/// Changes the JSON of a flow: `POST /{flow-id}/assets`. The JSON goes as the part `file`, at most 10 MB.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct UploadFlowJson {
    /// The flow.
    pub flow: FlowId,
    /// What it carries.
    pub body: UploadFlowJsonBody,
}

impl UploadFlowJson {
    /// The request with what it must have.
    pub fn new(flow: FlowId, name: impl Into<String>, asset_type: AssetType) -> Self {
        Self { flow, body: UploadFlowJsonBody { name: name.into(), asset_type } }
    }
}

/// What [`UploadFlowJson`] carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct UploadFlowJsonBody {
    /// Always `flow.json`.
    pub name: String,
    /// Always `FLOW_JSON`.
    pub asset_type: AssetType,
}

impl Endpoint for UploadFlowJson {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = true;
    const ENCODING: Encoding = Encoding::Multipart { file: Some("file") };
    type Body = UploadFlowJsonBody;
    type Response = FlowJsonUploaded;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.flow).word("assets").into()
    }

    fn body(&self) -> Option<&UploadFlowJsonBody> {
        Some(&self.body)
    }
}

/// What new JSON is answered with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct FlowJsonUploaded {
    /// Whether it was taken; it may be although it is not valid.
    #[serde(deserialize_with = "lenient::flag")]
    pub success: bool,
    /// What is wrong with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub validation_errors: Option<Vec<FlowError>>,
}

impl FlowJsonUploaded {
    /// With what it must have; the rest is absent.
    pub fn new(success: bool) -> Self {
        Self { success, validation_errors: None }
    }
}

impl UploadFlowJson {
    /// The JSON of `flow`.
    pub fn of(flow: FlowId) -> Self {
        Self::new(flow, "flow.json", AssetType::FlowJson)
    }
}
