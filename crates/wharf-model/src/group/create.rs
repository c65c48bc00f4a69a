//! Creating a group.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, lenient, path::PathBuilder},
    id::PhoneNumberId,
    message::Product,
    open::open_enum,
};

/// Creates a group: `POST /{phone-number-id}/groups`. The group and its link come by webhook
/// (`group_lifecycle_update`). At most 10,000 per number; only official business accounts.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CreateGroup {
    /// The business phone number.
    pub number: PhoneNumberId,
    /// What it carries.
    pub body: CreateGroupBody,
}

impl CreateGroup {
    /// The request with what it must have.
    pub fn new(number: PhoneNumberId, subject: impl Into<String>) -> Self {
        Self {
            number,
            body: CreateGroupBody {
                messaging_product: Product::Whatsapp,
                subject: subject.into(),
                description: None,
                join_approval_mode: None,
            },
        }
    }

    /// What it is about: at most 2,048 characters.
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.body.description = Some(description.into());
        self
    }

    /// Whether those who come by the link must be let in.
    #[must_use]
    pub fn join_approval_mode(mut self, join_approval_mode: JoinApproval) -> Self {
        self.body.join_approval_mode = Some(join_approval_mode);
        self
    }
}

/// What [`CreateGroup`] carries.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CreateGroupBody {
    /// Always `whatsapp`.
    pub messaging_product: Product,
    /// Its name: at most 128 characters.
    pub subject: String,
    /// What it is about: at most 2,048 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Whether those who come by the link must be let in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub join_approval_mode: Option<JoinApproval>,
}

crate::quiet_debug! {
    CreateGroupBody { join_approval_mode }
}

impl Endpoint for CreateGroup {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = false;
    type Body = CreateGroupBody;
    type Response = GroupRequest;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.number).word("groups").into()
    }

    fn body(&self) -> Option<&CreateGroupBody> {
        Some(&self.body)
    }
}

open_enum! {
    /// Whether those who come by the link must be let in.
    pub enum JoinApproval {
        /// They are in at once.
        Auto = "auto_approve",
        /// They must.
        Required = "approval_required",
    }
}

/// What a request is answered with that is done later.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct GroupRequest {
    /// Always `whatsapp`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub messaging_product: Option<Product>,
    /// The webhook about it names this id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
    /// Whether it was taken, in answers that say so.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_flag",
        skip_serializing_if = "Option::is_none"
    )]
    pub success: Option<bool>,
}
