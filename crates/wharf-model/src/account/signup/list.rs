//! Listing sign-ups.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, NoBody, lenient, path::PathBuilder},
    id::{AccountId, SignupId},
    open::open_enum,
    page::{Page, PageQuery},
};

/// Lists the sign-ups of an account: `GET /{waba-id}/signups`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListSignups {
    /// The WhatsApp Business Account.
    pub account: AccountId,
    /// Which page, and which fields of each item.
    pub page: PageQuery,
}

impl ListSignups {
    /// The request with what it must have.
    pub fn new(account: AccountId) -> Self {
        Self { account, page: PageQuery::default() }
    }

    /// Which page, and which fields of each item.
    #[must_use]
    pub fn page(mut self, page: PageQuery) -> Self {
        self.page = page;
        self
    }
}

impl Endpoint for ListSignups {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Page<Signup>;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.account).word("signups").page(&self.page).into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}

/// A sign-up: people open a link and agree to get messages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Signup {
    /// Its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<SignupId>,
    /// Whether it is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<SignupStatus>,
    /// What people send: 1 to 300 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signup_message: Option<String>,
    /// What they get back: 1 to 300 characters; may contain `{{promo_code}}`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confirmation_message: Option<String>,
    /// The privacy policy; cannot change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub privacy_policy_url: Option<String>,
    /// The website, https.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub website_url: Option<String>,
    /// A code they get: 1 to 50 letters and digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promo_code: Option<String>,
    /// Its name: 1 to 256 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub display_name: Option<String>,
    /// The terms.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub policy: Option<SignupPolicy>,
}

open_enum! {
    /// Whether a sign-up is open.
    pub enum SignupStatus {
        /// It is.
        Active = "ACTIVE",
        /// It is not.
        Disabled = "DISABLED",
    }
}

/// The terms of sign-ups.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SignupPolicy {
    /// The terms.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tos: Option<String>,
    /// Whether the business agrees to them.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_flag",
        skip_serializing_if = "Option::is_none"
    )]
    pub accepted: Option<bool>,
}

impl SignupPolicy {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }

    /// The terms.
    #[must_use]
    pub fn tos(mut self, tos: impl Into<String>) -> Self {
        self.tos = Some(tos.into());
        self
    }

    /// Whether the business agrees to them.
    #[must_use]
    pub fn accepted(mut self, accepted: bool) -> Self {
        self.accepted = Some(accepted);
        self
    }
}
