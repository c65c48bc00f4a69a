//! Changing an account.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{
    endpoint::{Endpoint, lenient, path::PathBuilder},
    id::AccountId,
};

/// Changes an account: `POST /{waba-id}`. To be measured cannot be undone, and is not offered in the EU, the UK and
/// Japan (errors 200005 to 200007).
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct UpdateAccount {
    /// The WhatsApp Business Account.
    pub account: AccountId,
    /// What it carries.
    pub body: UpdateAccountBody,
}

impl UpdateAccount {
    /// The request with what it must have.
    pub fn new(account: AccountId) -> Self {
        Self { account, body: UpdateAccountBody::default() }
    }

    /// Its name.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.body.name = Some(name.into());
        self
    }

    /// Its time zone, by the platform's number.
    #[must_use]
    pub fn timezone_id(mut self, timezone_id: impl Into<String>) -> Self {
        self.body.timezone_id = Some(timezone_id.into());
        self
    }

    /// Has templates measured.
    #[must_use]
    pub fn enabled_for_insights(mut self, enabled_for_insights: bool) -> Self {
        self.body.is_enabled_for_insights = Some(enabled_for_insights);
        self
    }

    /// What the platform may change about its templates.
    #[must_use]
    pub fn degrees_of_freedom_spec(mut self, degrees_of_freedom_spec: Value) -> Self {
        self.body.degrees_of_freedom_spec = Some(degrees_of_freedom_spec);
        self
    }

    /// Sends marketing through the Marketing Messages API only.
    #[must_use]
    pub fn disable_marketing_messages_on_cloud_api(
        mut self,
        disable_marketing_messages_on_cloud_api: bool,
    ) -> Self {
        self.body.disable_marketing_messages_on_cloud_api =
            Some(disable_marketing_messages_on_cloud_api);
        self
    }
}

/// What [`UpdateAccount`] carries.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct UpdateAccountBody {
    /// Its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Its time zone, by the platform's number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timezone_id: Option<String>,
    /// Has templates measured.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_flag",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_enabled_for_insights: Option<bool>,
    /// What the platform may change about its templates.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub degrees_of_freedom_spec: Option<Value>,
    /// Sends marketing through the Marketing Messages API only.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_flag",
        skip_serializing_if = "Option::is_none"
    )]
    pub disable_marketing_messages_on_cloud_api: Option<bool>,
}

impl Endpoint for UpdateAccount {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = true;
    type Body = UpdateAccountBody;
    type Response = AccountUpdated;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.account).into()
    }

    fn body(&self) -> Option<&UpdateAccountBody> {
        Some(&self.body)
    }
}

/// What a changed account is answered with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AccountUpdated {
    /// Whether it was changed.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_flag",
        skip_serializing_if = "Option::is_none"
    )]
    pub success: Option<bool>,
    /// The account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<AccountId>,
}
