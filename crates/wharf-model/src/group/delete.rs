//! Deleting a group.

use std::borrow::Cow;

use super::GroupRequest;
use crate::{
    endpoint::{Endpoint, NoBody, path::PathBuilder},
    id::GroupId,
};

/// Deletes a group for everybody: `DELETE /{group-id}`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct DeleteGroup {
    /// The group.
    pub group: GroupId,
}

impl DeleteGroup {
    /// The request with what it must have.
    pub fn new(group: GroupId) -> Self {
        Self { group }
    }
}

impl Endpoint for DeleteGroup {
    const METHOD: http::Method = http::Method::DELETE;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = GroupRequest;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.group).into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}
