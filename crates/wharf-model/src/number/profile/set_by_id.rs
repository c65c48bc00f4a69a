//! Changing a profile by its id.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, lenient, path::PathBuilder},
    id::ProfileId,
    message::Product,
    number::Vertical,
};

/// Changes a business profile by its own id: `POST /{business-profile-id}`. What is absent stays.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SetProfileNode {
    /// The business profile.
    pub profile: ProfileId,
    /// What it carries.
    pub body: SetProfileNodeBody,
}

impl SetProfileNode {
    /// The request with what it must have.
    pub fn new(profile: ProfileId) -> Self {
        Self {
            profile,
            body: SetProfileNodeBody {
                messaging_product: Product::Whatsapp,
                account_name: None,
                about: None,
                address: None,
                description: None,
                email: None,
                profile_picture_handle: None,
                websites: None,
                vertical: None,
            },
        }
    }

    /// The business name.
    #[must_use]
    pub fn account_name(mut self, account_name: impl Into<String>) -> Self {
        self.body.account_name = Some(account_name.into());
        self
    }

    /// The line under the name: 1 to 139 characters.
    #[must_use]
    pub fn about(mut self, about: impl Into<String>) -> Self {
        self.body.about = Some(about.into());
        self
    }

    /// Address: at most 256 characters.
    #[must_use]
    pub fn address(mut self, address: impl Into<String>) -> Self {
        self.body.address = Some(address.into());
        self
    }

    /// What the business does: at most 512 characters.
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.body.description = Some(description.into());
        self
    }

    /// E-mail address: at most 128 characters.
    #[must_use]
    pub fn email(mut self, email: impl Into<String>) -> Self {
        self.body.email = Some(email.into());
        self
    }

    /// The uploaded picture.
    #[must_use]
    pub fn profile_picture_handle(mut self, profile_picture_handle: impl Into<String>) -> Self {
        self.body.profile_picture_handle = Some(profile_picture_handle.into());
        self
    }

    /// At most 2, each at most 256 characters.
    #[must_use]
    pub fn websites(mut self, websites: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.body.websites = Some(websites.into_iter().map(Into::into).collect());
        self
    }

    /// What it deals in.
    #[must_use]
    pub fn vertical(mut self, vertical: Vertical) -> Self {
        self.body.vertical = Some(vertical);
        self
    }
}

/// What [`SetProfileNode`] carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SetProfileNodeBody {
    /// Always `whatsapp`.
    pub messaging_product: Product,
    /// The business name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account_name: Option<String>,
    /// The line under the name: 1 to 139 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// Address: at most 256 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// What the business does: at most 512 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// E-mail address: at most 128 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// The uploaded picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile_picture_handle: Option<String>,
    /// At most 2, each at most 256 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub websites: Option<Vec<String>>,
    /// What it deals in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vertical: Option<Vertical>,
}

impl Endpoint for SetProfileNode {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = true;
    type Body = SetProfileNodeBody;
    type Response = ProfileUpdated;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.profile).into()
    }

    fn body(&self) -> Option<&SetProfileNodeBody> {
        Some(&self.body)
    }
}

/// What a changed profile is answered with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ProfileUpdated {
    /// Whether it was changed.
    #[serde(deserialize_with = "lenient::flag")]
    pub success: bool,
    /// The profile.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<ProfileId>,
}

impl ProfileUpdated {
    /// With what it must have; the rest is absent.
    pub fn new(success: bool) -> Self {
        Self { success, id: None }
    }
}
