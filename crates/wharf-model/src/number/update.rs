//! Changing a number.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{NumberStatus, Pin, SearchVisibility};
use crate::{
    endpoint::{Endpoint, Success, lenient, path::PathBuilder},
    id::PhoneNumberId,
    secret::Secret,
};

/// Changes a number: `POST /{phone-number-id}`. Give one thing per call; the PIN has an operation of its own,
/// [`SetPin`](super::SetPin).
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct UpdateNumber {
    /// The business phone number.
    pub number: PhoneNumberId,
    /// What it carries.
    pub body: UpdateNumberBody,
}

impl UpdateNumber {
    /// The request with what it must have.
    pub fn new(number: PhoneNumberId) -> Self {
        Self { number, body: UpdateNumberBody::default() }
    }

    /// Sends the webhooks of this number to another URL than the account's.
    #[must_use]
    pub fn webhook_configuration(mut self, webhook_configuration: WebhookOverride) -> Self {
        self.body.webhook_configuration = Some(webhook_configuration);
        self
    }

    /// Whether people can find it by search.
    #[must_use]
    pub fn search_visibility(mut self, search_visibility: SearchVisibility) -> Self {
        self.body.search_visibility = Some(search_visibility);
        self
    }

    /// Asks for another display name, which is reviewed.
    #[must_use]
    pub fn new_display_name(mut self, new_display_name: impl Into<String>) -> Self {
        self.body.new_display_name = Some(new_display_name.into());
        self
    }

    /// Asks for a username, 3 to 35 characters.
    #[must_use]
    pub fn username(mut self, username: impl Into<String>) -> Self {
        self.body.username = Some(username.into());
        self
    }

    /// In the platform's API description only; avoid it.
    #[must_use]
    pub fn connection_status(mut self, connection_status: NumberStatus) -> Self {
        self.body.connection_status = Some(connection_status);
        self
    }

    /// In the platform's API description only; avoid it.
    #[must_use]
    pub fn webhook_url(mut self, webhook_url: impl Into<String>) -> Self {
        self.body.webhook_url = Some(webhook_url.into());
        self
    }

    /// In the platform's API description only; avoid it.
    #[must_use]
    pub fn whatsapp_business_api_data(mut self, whatsapp_business_api_data: ApiData) -> Self {
        self.body.whatsapp_business_api_data = Some(whatsapp_business_api_data);
        self
    }

    /// The two-step PIN: six digits.
    #[must_use]
    pub fn pin(mut self, pin: Pin) -> Self {
        self.body.pin = Some(pin);
        self
    }
}

/// What [`UpdateNumber`] carries.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct UpdateNumberBody {
    /// Sends the webhooks of this number to another URL than the account's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub webhook_configuration: Option<WebhookOverride>,
    /// Whether people can find it by search.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub search_visibility: Option<SearchVisibility>,
    /// Asks for another display name, which is reviewed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub new_display_name: Option<String>,
    /// Asks for a username, 3 to 35 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub username: Option<String>,
    /// In the platform's API description only; avoid it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub connection_status: Option<NumberStatus>,
    /// In the platform's API description only; avoid it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub webhook_url: Option<String>,
    /// In the platform's API description only; avoid it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub whatsapp_business_api_data: Option<ApiData>,
    /// The two-step PIN: six digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pin: Option<Pin>,
}

impl Endpoint for UpdateNumber {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = true;
    type Body = UpdateNumberBody;
    type Response = Success;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.number).into()
    }

    fn body(&self) -> Option<&UpdateNumberBody> {
        Some(&self.body)
    }
}

/// Another URL for webhooks. An empty URL takes the override away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct WebhookOverride {
    /// The URL: https, at most 200 characters.
    pub override_callback_uri: String,
    /// The token that the URL is verified with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verify_token: Option<Secret>,
}

impl WebhookOverride {
    /// With what it must have; the rest is absent.
    pub fn new(override_callback_uri: impl Into<String>) -> Self {
        Self { override_callback_uri: override_callback_uri.into(), verify_token: None }
    }

    /// The token that the URL is verified with.
    #[must_use]
    pub fn verify_token(mut self, verify_token: impl Into<Secret>) -> Self {
        self.verify_token = Some(verify_token.into());
        self
    }
}

/// Settings that only the platform's API description names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ApiData {
    /// The two-step PIN.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pin: Option<Pin>,
    /// Whether people are told when the number's keys change.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_flag",
        skip_serializing_if = "Option::is_none"
    )]
    pub show_security_notifications: Option<bool>,
    /// Whether people are told when the number changes.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_flag",
        skip_serializing_if = "Option::is_none"
    )]
    pub notify_user_change_number: Option<bool>,
}

impl ApiData {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }

    /// The two-step PIN.
    #[must_use]
    pub fn pin(mut self, pin: Pin) -> Self {
        self.pin = Some(pin);
        self
    }

    /// Whether people are told when the number's keys change.
    #[must_use]
    pub fn show_security_notifications(mut self, show_security_notifications: bool) -> Self {
        self.show_security_notifications = Some(show_security_notifications);
        self
    }

    /// Whether people are told when the number changes.
    #[must_use]
    pub fn notify_user_change_number(mut self, notify_user_change_number: bool) -> Self {
        self.notify_user_change_number = Some(notify_user_change_number);
        self
    }
}
