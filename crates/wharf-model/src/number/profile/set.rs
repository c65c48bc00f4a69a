//! Changing the business profile.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, Success, path::PathBuilder},
    id::PhoneNumberId,
    message::Product,
    number::Vertical,
};

/// Changes the business profile: `POST /{phone-number-id}/whatsapp_business_profile`. What is absent stays.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SetProfile {
    /// The business phone number.
    pub number: PhoneNumberId,
    /// What it carries.
    pub body: SetProfileBody,
}

impl SetProfile {
    /// The request with what it must have.
    pub fn new(number: PhoneNumberId) -> Self {
        Self {
            number,
            body: SetProfileBody {
                messaging_product: Product::Whatsapp,
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

    /// The line under the name: 1 to 139 characters, no markup.
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

    /// A JPEG or PNG that was uploaded with a resumable upload; at most 5 MB, square is best.
    #[must_use]
    pub fn profile_picture_handle(mut self, profile_picture_handle: impl Into<String>) -> Self {
        self.body.profile_picture_handle = Some(profile_picture_handle.into());
        self
    }

    /// At most 2, each at most 256 characters and with its scheme.
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

/// What [`SetProfile`] carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SetProfileBody {
    /// Always `whatsapp`.
    pub messaging_product: Product,
    /// The line under the name: 1 to 139 characters, no markup.
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
    /// A JPEG or PNG that was uploaded with a resumable upload; at most 5 MB, square is best.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile_picture_handle: Option<String>,
    /// At most 2, each at most 256 characters and with its scheme.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub websites: Option<Vec<String>>,
    /// What it deals in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vertical: Option<Vertical>,
}

impl Endpoint for SetProfile {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = true;
    type Body = SetProfileBody;
    type Response = Success;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.number).word("whatsapp_business_profile").into()
    }

    fn body(&self) -> Option<&SetProfileBody> {
        Some(&self.body)
    }
}
