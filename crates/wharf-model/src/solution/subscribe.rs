//! Having an app get webhooks.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, Success, lenient, path::PathBuilder},
    id::AppId,
    secret::Secret,
};

/// Sets where an app's webhooks go: `POST /{app-id}/subscriptions`. Needs the app's own access token
/// (`{app-id}|{app-secret}`).
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SubscribeApp {
    /// The app.
    pub app: AppId,
    /// What it carries.
    pub body: SubscribeAppBody,
}

impl SubscribeApp {
    /// The request with what it must have.
    pub fn new(
        app: AppId,
        object: impl Into<String>,
        callback_url: impl Into<String>,
        verify_token: impl Into<Secret>,
        fields: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        Self {
            app,
            body: SubscribeAppBody {
                object: object.into(),
                callback_url: callback_url.into(),
                verify_token: verify_token.into(),
                fields: fields.into_iter().map(Into::into).collect(),
                include_values: None,
            },
        }
    }

    /// Sends the changed values as well.
    #[must_use]
    pub fn include_values(mut self, include_values: bool) -> Self {
        self.body.include_values = Some(include_values);
        self
    }
}

/// What [`SubscribeApp`] carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SubscribeAppBody {
    /// Always `whatsapp_business_account`.
    pub object: String,
    /// The URL: https.
    pub callback_url: String,
    /// The token that the URL is verified with.
    pub verify_token: Secret,
    /// The fields, such as `messages`.
    pub fields: Vec<String>,
    /// Sends the changed values as well.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_flag",
        skip_serializing_if = "Option::is_none"
    )]
    pub include_values: Option<bool>,
}

impl Endpoint for SubscribeApp {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = true;
    type Body = SubscribeAppBody;
    type Response = Success;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.app).word("subscriptions").into()
    }

    fn body(&self) -> Option<&SubscribeAppBody> {
        Some(&self.body)
    }
}
