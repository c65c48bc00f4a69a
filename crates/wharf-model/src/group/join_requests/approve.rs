//! Letting people in.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, path::PathBuilder},
    error::GraphError,
    id::GroupId,
    message::Product,
};

/// Lets people in: `POST /{group-id}/join_requests`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ApproveJoinRequests {
    /// The group.
    pub group: GroupId,
    /// What it carries.
    pub body: ApproveJoinRequestsBody,
}

impl ApproveJoinRequests {
    /// The request with what it must have.
    pub fn new(group: GroupId, join_requests: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self {
            group,
            body: ApproveJoinRequestsBody {
                messaging_product: Product::Whatsapp,
                join_requests: join_requests.into_iter().map(Into::into).collect(),
            },
        }
    }
}

/// What [`ApproveJoinRequests`] carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ApproveJoinRequestsBody {
    /// Always `whatsapp`.
    pub messaging_product: Product,
    /// The requests.
    pub join_requests: Vec<String>,
}

impl Endpoint for ApproveJoinRequests {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = true;
    type Body = ApproveJoinRequestsBody;
    type Response = JoinAnswer;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.group).word("join_requests").into()
    }

    fn body(&self) -> Option<&ApproveJoinRequestsBody> {
        Some(&self.body)
    }
}

/// What became of requests to come in.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct JoinAnswer {
    /// Always `whatsapp`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub messaging_product: Option<Product>,
    /// Who was let in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved_join_requests: Option<Vec<String>>,
    /// Who was refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rejected_join_requests: Option<Vec<String>>,
    /// What could not be done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub failed_join_requests: Option<Vec<JoinFailure>>,
    /// Why nothing could be done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub errors: Option<Vec<GraphError>>,
}

/// A request that could not be answered.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct JoinFailure {
    /// The request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub join_request_id: Option<String>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub errors: Option<Vec<GraphError>>,
}
