//! Changing a sign-up.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    account::{Signup, SignupStatus},
    endpoint::{Endpoint, path::PathBuilder},
    id::SignupId,
};

/// Changes a sign-up: `POST /signups/{id}`. What is absent stays.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct UpdateSignup {
    /// The sign-up.
    pub signup: SignupId,
    /// What it carries.
    pub body: UpdateSignupBody,
}

impl UpdateSignup {
    /// The request with what it must have.
    pub fn new(signup: SignupId) -> Self {
        Self { signup, body: UpdateSignupBody::default() }
    }

    /// Whether it is open.
    #[must_use]
    pub fn status(mut self, status: SignupStatus) -> Self {
        self.body.status = Some(status);
        self
    }

    /// What people send: 1 to 300 characters.
    #[must_use]
    pub fn signup_message(mut self, signup_message: impl Into<String>) -> Self {
        self.body.signup_message = Some(signup_message.into());
        self
    }

    /// What they get back: 1 to 300 characters.
    #[must_use]
    pub fn confirmation_message(mut self, confirmation_message: impl Into<String>) -> Self {
        self.body.confirmation_message = Some(confirmation_message.into());
        self
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
}

/// What [`UpdateSignup`] carries.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct UpdateSignupBody {
    /// Whether it is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<SignupStatus>,
    /// What people send: 1 to 300 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signup_message: Option<String>,
    /// What they get back: 1 to 300 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confirmation_message: Option<String>,
    /// The website, https.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub website_url: Option<String>,
    /// A code they get: 1 to 50 letters and digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promo_code: Option<String>,
    /// Its name: 1 to 256 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub display_name: Option<String>,
}

impl Endpoint for UpdateSignup {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = true;
    type Body = UpdateSignupBody;
    type Response = Signup;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().word("signups").id(&self.signup).into()
    }

    fn body(&self) -> Option<&UpdateSignupBody> {
        Some(&self.body)
    }
}
