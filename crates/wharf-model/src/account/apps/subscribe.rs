//! Having webhooks sent.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    account::SubscribedApp,
    endpoint::{Endpoint, lenient, path::PathBuilder},
    id::AccountId,
    secret::Secret,
};

/// Has the webhooks of an account sent to the app that calls: `POST /{waba-id}/subscribed_apps`. Without a URL they
/// go where the app says.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Subscribe {
    /// The WhatsApp Business Account.
    pub account: AccountId,
    /// What it carries.
    pub body: SubscribeBody,
}

impl Subscribe {
    /// The request with what it must have.
    pub fn new(account: AccountId) -> Self {
        Self { account, body: SubscribeBody::default() }
    }

    /// Another URL for this account: https, at most 200 characters.
    #[must_use]
    pub fn override_callback_uri(mut self, override_callback_uri: impl Into<String>) -> Self {
        self.body.override_callback_uri = Some(override_callback_uri.into());
        self
    }

    /// The token that the URL is verified with.
    #[must_use]
    pub fn verify_token(mut self, verify_token: impl Into<Secret>) -> Self {
        self.body.verify_token = Some(verify_token.into());
        self
    }
}

/// What [`Subscribe`] carries.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SubscribeBody {
    /// Another URL for this account: https, at most 200 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub override_callback_uri: Option<String>,
    /// The token that the URL is verified with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verify_token: Option<Secret>,
}

impl Endpoint for Subscribe {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = true;
    type Body = SubscribeBody;
    type Response = Subscribed;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.account).word("subscribed_apps").into()
    }

    fn body(&self) -> Option<&SubscribeBody> {
        Some(&self.body)
    }
}

/// What a subscription is answered with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Subscribed {
    /// Whether it was done.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_flag",
        skip_serializing_if = "Option::is_none"
    )]
    pub success: Option<bool>,
    /// The app, in answers that name it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data: Option<Vec<SubscribedApp>>,
}
