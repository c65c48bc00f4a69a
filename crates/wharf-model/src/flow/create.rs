//! Creating a flow.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{FlowCategory, FlowError};
use crate::{
    endpoint::{Encoding, Endpoint, lenient, path::PathBuilder},
    id::{AccountId, FlowId},
};

/// Creates a flow, as a draft: `POST /{waba-id}/flows`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CreateFlow {
    /// The WhatsApp Business Account.
    pub account: AccountId,
    /// What it carries.
    pub body: CreateFlowBody,
}

impl CreateFlow {
    /// The request with what it must have.
    pub fn new(
        account: AccountId,
        name: impl Into<String>,
        categories: impl IntoIterator<Item = FlowCategory>,
    ) -> Self {
        Self {
            account,
            body: CreateFlowBody {
                name: name.into(),
                categories: categories.into_iter().collect(),
                clone_flow_id: None,
                endpoint_uri: None,
                flow_json: None,
                publish: None,
            },
        }
    }

    /// Copies this one.
    #[must_use]
    pub fn clone_flow_id(mut self, clone_flow_id: FlowId) -> Self {
        self.body.clone_flow_id = Some(clone_flow_id);
        self
    }

    /// The URL that it exchanges data with.
    #[must_use]
    pub fn endpoint_uri(mut self, endpoint_uri: impl Into<String>) -> Self {
        self.body.endpoint_uri = Some(endpoint_uri.into());
        self
    }

    /// The flow itself, as JSON in a string.
    #[must_use]
    pub fn flow_json(mut self, flow_json: impl Into<String>) -> Self {
        self.body.flow_json = Some(flow_json.into());
        self
    }

    /// Publishes it at once, if the flow is valid.
    #[must_use]
    pub fn publish(mut self, publish: bool) -> Self {
        self.body.publish = Some(publish);
        self
    }
}

/// What [`CreateFlow`] carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CreateFlowBody {
    /// Its name, unique in the account: at most 100 characters.
    pub name: String,
    /// What it is for.
    pub categories: Vec<FlowCategory>,
    /// Copies this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clone_flow_id: Option<FlowId>,
    /// The URL that it exchanges data with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub endpoint_uri: Option<String>,
    /// The flow itself, as JSON in a string.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub flow_json: Option<String>,
    /// Publishes it at once, if the flow is valid.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_flag",
        skip_serializing_if = "Option::is_none"
    )]
    pub publish: Option<bool>,
}

impl Endpoint for CreateFlow {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = false;
    const ENCODING: Encoding = Encoding::Multipart { file: None };
    type Body = CreateFlowBody;
    type Response = FlowCreated;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.account).word("flows").into()
    }

    fn body(&self) -> Option<&CreateFlowBody> {
        Some(&self.body)
    }
}

/// A new flow.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct FlowCreated {
    /// Its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<FlowId>,
    /// Whether all went well.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_flag",
        skip_serializing_if = "Option::is_none"
    )]
    pub success: Option<bool>,
    /// What is wrong with its JSON.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub validation_errors: Option<Vec<FlowError>>,
}
