//! An access token for a client's portfolio.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, lenient, path::PathBuilder},
    id::BusinessId,
    secret::Secret,
};

/// Makes an access token for a portfolio: `POST /{business-id}/system_user_access_tokens`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CreateBusinessToken {
    /// The business portfolio.
    pub business: BusinessId,
    /// What it carries.
    pub body: CreateBusinessTokenBody,
}

impl CreateBusinessToken {
    /// The request with what it must have.
    pub fn new(business: BusinessId) -> Self {
        Self { business, body: CreateBusinessTokenBody::default() }
    }

    /// HMAC-SHA-256 of the access token, in hex.
    #[must_use]
    pub fn appsecret_proof(mut self, appsecret_proof: impl Into<Secret>) -> Self {
        self.body.appsecret_proof = Some(appsecret_proof.into());
        self
    }

    /// Only for these assets.
    #[must_use]
    pub fn asset(mut self, asset: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.body.asset = Some(asset.into_iter().map(Into::into).collect());
        self
    }

    /// Only for these permissions.
    #[must_use]
    pub fn scope(mut self, scope: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.body.scope = Some(scope.into_iter().map(Into::into).collect());
        self
    }

    /// Lets it end.
    #[must_use]
    pub fn set_token_expires_in_60_days(mut self, set_token_expires_in_60_days: bool) -> Self {
        self.body.set_token_expires_in_60_days = Some(set_token_expires_in_60_days);
        self
    }

    /// Gives the one there is.
    #[must_use]
    pub fn fetch_only(mut self, fetch_only: bool) -> Self {
        self.body.fetch_only = Some(fetch_only);
        self
    }
}

/// What [`CreateBusinessToken`] carries.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CreateBusinessTokenBody {
    /// HMAC-SHA-256 of the access token, in hex.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub appsecret_proof: Option<Secret>,
    /// Only for these assets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asset: Option<Vec<String>>,
    /// Only for these permissions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<Vec<String>>,
    /// Lets it end.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_flag",
        skip_serializing_if = "Option::is_none"
    )]
    pub set_token_expires_in_60_days: Option<bool>,
    /// Gives the one there is.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_flag",
        skip_serializing_if = "Option::is_none"
    )]
    pub fetch_only: Option<bool>,
}

impl Endpoint for CreateBusinessToken {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = false;
    type Body = CreateBusinessTokenBody;
    type Response = AccessToken;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.business).word("system_user_access_tokens").into()
    }

    fn body(&self) -> Option<&CreateBusinessTokenBody> {
        Some(&self.body)
    }
}

/// An access token.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AccessToken {
    /// The token.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub access_token: Option<Secret>,
    /// `bearer`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token_type: Option<String>,
    /// For how many seconds; absent if it does not end.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub expires_in: Option<i64>,
    /// Until when, in Unix seconds.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub expires_at: Option<i64>,
}
