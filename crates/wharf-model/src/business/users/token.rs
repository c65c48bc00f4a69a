//! An access token for a system user.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    business::AccessToken,
    endpoint::{Endpoint, lenient, path::PathBuilder},
    id::{AppId, SystemUserId},
    secret::Secret,
};

/// Makes an access token for a program: `POST /{system-user-id}/access_tokens`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CreateUserToken {
    /// The user.
    pub user: SystemUserId,
    /// What it carries.
    pub body: CreateUserTokenBody,
}

impl CreateUserToken {
    /// The request with what it must have.
    pub fn new(
        user: SystemUserId,
        business_app: AppId,
        appsecret_proof: impl Into<Secret>,
        scope: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        Self {
            user,
            body: CreateUserTokenBody {
                business_app,
                appsecret_proof: appsecret_proof.into(),
                scope: scope.into_iter().map(Into::into).collect(),
                set_token_expires_in_60_days: None,
            },
        }
    }

    /// Lets it end.
    #[must_use]
    pub fn set_token_expires_in_60_days(mut self, set_token_expires_in_60_days: bool) -> Self {
        self.body.set_token_expires_in_60_days = Some(set_token_expires_in_60_days);
        self
    }
}

/// What [`CreateUserToken`] carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CreateUserTokenBody {
    /// The app it is for.
    pub business_app: AppId,
    /// HMAC-SHA-256 of the access token, in hex.
    pub appsecret_proof: Secret,
    /// The permissions.
    pub scope: Vec<String>,
    /// Lets it end.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_flag",
        skip_serializing_if = "Option::is_none"
    )]
    pub set_token_expires_in_60_days: Option<bool>,
}

impl Endpoint for CreateUserToken {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = false;
    type Body = CreateUserTokenBody;
    type Response = AccessToken;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.user).word("access_tokens").into()
    }

    fn body(&self) -> Option<&CreateUserTokenBody> {
        Some(&self.body)
    }
}
