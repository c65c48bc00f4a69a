//! Opening a sign-up.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    account::{Signup, SignupPolicy},
    endpoint::{Endpoint, path::PathBuilder},
    id::AccountId,
};

/// Opens a sign-up: `POST /{waba-id}/signups`. Its link is `wa.me/<number>/signup/<id>`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CreateSignup {
    /// The WhatsApp Business Account.
    pub account: AccountId,
    /// What it carries.
    pub body: CreateSignupBody,
}

impl CreateSignup {
    /// The request with what it must have.
    pub fn new(
        account: AccountId,
        signup_message: impl Into<String>,
        confirmation_message: impl Into<String>,
        privacy_policy_url: impl Into<String>,
    ) -> Self {
        Self {
            account,
            body: CreateSignupBody {
                signup_message: signup_message.into(),
                confirmation_message: confirmation_message.into(),
                privacy_policy_url: privacy_policy_url.into(),
                website_url: None,
                promo_code: None,
                display_name: None,
                policy: None,
            },
        }
    }

    /// The website, https.
    #[must_use]
    pub fn website_url(mut self, website_url: impl Into<String>) -> Self {
        self.body.website_url = Some(website_url.into());
        self
    }

    /// A code they get: 1 to 50 letters and digits.
    #[must_use]
    pub fn promo_code(mut self, promo_code: impl Into<String>) -> Self {
        self.body.promo_code = Some(promo_code.into());
        self
    }

    /// Its name: 1 to 256 characters.
    #[must_use]
    pub fn display_name(mut self, display_name: impl Into<String>) -> Self {
        self.body.display_name = Some(display_name.into());
        self
    }

    /// The terms.
    #[must_use]
    pub fn policy(mut self, policy: SignupPolicy) -> Self {
        self.body.policy = Some(policy);
        self
    }
}

/// What [`CreateSignup`] carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CreateSignupBody {
    /// What people send: 1 to 300 characters.
    pub signup_message: String,
    /// What they get back: 1 to 300 characters; may contain `{{promo_code}}`.
    pub confirmation_message: String,
    /// The privacy policy; cannot change.
    pub privacy_policy_url: String,
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

impl Endpoint for CreateSignup {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = false;
    type Body = CreateSignupBody;
    type Response = Signup;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.account).word("signups").into()
    }

    fn body(&self) -> Option<&CreateSignupBody> {
        Some(&self.body)
    }
}
