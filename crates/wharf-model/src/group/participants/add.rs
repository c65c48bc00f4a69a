//! Putting people into a group.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, path::PathBuilder},
    group::GroupRequest,
    id::GroupId,
    message::Product,
};

/// Puts people into a group: `POST /{group-id}/participants`. In the API description, but the guide says that
/// people can only come by the link: do not count on it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct AddParticipants {
    /// The group.
    pub group: GroupId,
    /// What it carries.
    pub body: AddParticipantsBody,
}

impl AddParticipants {
    /// The request with what it must have.
    pub fn new(group: GroupId, participants: impl IntoIterator<Item = Participant>) -> Self {
        Self {
            group,
            body: AddParticipantsBody {
                messaging_product: Product::Whatsapp,
                participants: participants.into_iter().collect(),
            },
        }
    }
}

/// What [`AddParticipants`] carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AddParticipantsBody {
    /// Always `whatsapp`.
    pub messaging_product: Product,
    /// Whom.
    pub participants: Vec<Participant>,
}

impl Endpoint for AddParticipants {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = true;
    type Body = AddParticipantsBody;
    type Response = GroupRequest;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.group).word("participants").into()
    }

    fn body(&self) -> Option<&AddParticipantsBody> {
        Some(&self.body)
    }
}

/// Someone, by phone number, WhatsApp id or business-scoped user id.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Participant {
    /// The person.
    pub user: String,
}

crate::quiet_debug! {
    Participant {  }
}

impl Participant {
    /// All of it.
    pub fn new(user: impl Into<String>) -> Self {
        Self { user: user.into() }
    }
}
