//! Taking people out of a group.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, path::PathBuilder},
    group::{GroupRequest, Participant},
    id::GroupId,
    message::Product,
};

/// Takes people out of a group: `DELETE /{group-id}/participants`, which has a body. HTTP 206 and error 131201 if
/// only some could be. They cannot come back by the link.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RemoveParticipants {
    /// The group.
    pub group: GroupId,
    /// What it carries.
    pub body: RemoveParticipantsBody,
}

impl RemoveParticipants {
    /// The request with what it must have.
    pub fn new(group: GroupId, participants: impl IntoIterator<Item = Participant>) -> Self {
        Self {
            group,
            body: RemoveParticipantsBody {
                messaging_product: Product::Whatsapp,
                participants: participants.into_iter().collect(),
            },
        }
    }
}

/// What [`RemoveParticipants`] carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct RemoveParticipantsBody {
    /// Always `whatsapp`.
    pub messaging_product: Product,
    /// Whom: 1 to 8.
    pub participants: Vec<Participant>,
}

impl Endpoint for RemoveParticipants {
    const METHOD: http::Method = http::Method::DELETE;
    const IDEMPOTENT: bool = true;
    type Body = RemoveParticipantsBody;
    type Response = GroupRequest;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.group).word("participants").into()
    }

    fn body(&self) -> Option<&RemoveParticipantsBody> {
        Some(&self.body)
    }
}
