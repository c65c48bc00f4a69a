//! Refusing people.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, path::PathBuilder},
    group::JoinAnswer,
    id::GroupId,
    message::Product,
};

/// Refuses people: `DELETE /{group-id}/join_requests`, which has a body.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RejectJoinRequests {
    /// The group.
    pub group: GroupId,
    /// What it carries.
    pub body: RejectJoinRequestsBody,
}

impl RejectJoinRequests {
    /// The request with what it must have.
    pub fn new(group: GroupId, join_requests: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self {
            group,
            body: RejectJoinRequestsBody {
                messaging_product: Product::Whatsapp,
                join_requests: join_requests.into_iter().map(Into::into).collect(),
            },
        }
    }
}

/// What [`RejectJoinRequests`] carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct RejectJoinRequestsBody {
    /// Always `whatsapp`.
    pub messaging_product: Product,
    /// The requests.
    pub join_requests: Vec<String>,
}

impl Endpoint for RejectJoinRequests {
    const METHOD: http::Method = http::Method::DELETE;
    const IDEMPOTENT: bool = true;
    type Body = RejectJoinRequestsBody;
    type Response = JoinAnswer;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.group).word("join_requests").into()
    }

    fn body(&self) -> Option<&RejectJoinRequestsBody> {
        Some(&self.body)
    }
}
