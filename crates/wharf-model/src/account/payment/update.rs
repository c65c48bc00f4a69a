//! Changing a payment configuration (India).

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, Success, path::PathBuilder},
    id::AccountId,
};

/// Changes a payment configuration: `POST /{waba-id}/payment_configuration/{name}` (India).
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct UpdatePaymentConfiguration {
    /// The WhatsApp Business Account.
    pub account: AccountId,
    /// The name of the configuration.
    pub name: String,
    /// What it carries.
    pub body: UpdatePaymentConfigurationBody,
}

impl UpdatePaymentConfiguration {
    /// The request with what it must have.
    pub fn new(account: AccountId, name: impl Into<String>) -> Self {
        Self { account, name: name.into(), body: UpdatePaymentConfigurationBody::default() }
    }

    /// Where coupons, addresses and stock are asked for.
    #[must_use]
    pub fn data_endpoint_url(mut self, data_endpoint_url: impl Into<String>) -> Self {
        self.body.data_endpoint_url = Some(data_endpoint_url.into());
        self
    }
}

/// What [`UpdatePaymentConfiguration`] carries.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct UpdatePaymentConfigurationBody {
    /// Where coupons, addresses and stock are asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data_endpoint_url: Option<String>,
}

impl Endpoint for UpdatePaymentConfiguration {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = true;
    type Body = UpdatePaymentConfigurationBody;
    type Response = Success;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.account).word("payment_configuration").text(&self.name).into()
    }

    fn body(&self) -> Option<&UpdatePaymentConfigurationBody> {
        Some(&self.body)
    }
}
