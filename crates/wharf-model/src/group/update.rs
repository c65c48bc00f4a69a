//! Changing a group.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::GroupRequest;
use crate::{
    endpoint::{Encoding, Endpoint, path::PathBuilder},
    id::GroupId,
    message::Product,
};

/// Changes a group: `POST /{group-id}`. What failed is told by the webhook `group_settings_update`. A picture is a
/// JPEG, square, at least 192 pixels and at most 5 MB.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct UpdateGroup {
    /// The group.
    pub group: GroupId,
    /// What it carries.
    pub body: UpdateGroupBody,
}

impl UpdateGroup {
    /// The request with what it must have.
    pub fn new(group: GroupId) -> Self {
        Self {
            group,
            body: UpdateGroupBody {
                messaging_product: Product::Whatsapp,
                subject: None,
                description: None,
                profile_picture_file: None,
            },
        }
    }

    /// Its name: at most 128 characters.
    #[must_use]
    pub fn subject(mut self, subject: impl Into<String>) -> Self {
        self.body.subject = Some(subject.into());
        self
    }

    /// What it is about: at most 2,048 characters.
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.body.description = Some(description.into());
        self
    }

    /// The path of a picture, in the API description; the picture itself goes as the part `file`.
    #[must_use]
    pub fn profile_picture_file(mut self, profile_picture_file: impl Into<String>) -> Self {
        self.body.profile_picture_file = Some(profile_picture_file.into());
        self
    }
}

/// What [`UpdateGroup`] carries.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct UpdateGroupBody {
    /// Always `whatsapp`.
    pub messaging_product: Product,
    /// Its name: at most 128 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// What it is about: at most 2,048 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The path of a picture, in the API description; the picture itself goes as the part `file`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile_picture_file: Option<String>,
}

crate::quiet_debug! {
    UpdateGroupBody {  }
}

impl Endpoint for UpdateGroup {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = true;
    const ENCODING: Encoding = Encoding::Multipart { file: Some("file") };
    type Body = UpdateGroupBody;
    type Response = GroupRequest;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.group).into()
    }

    fn body(&self) -> Option<&UpdateGroupBody> {
        Some(&self.body)
    }
}
