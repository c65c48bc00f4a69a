//! Connecting a payment provider (India).

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    account::PaymentConfigurationCreated,
    endpoint::{Endpoint, path::PathBuilder},
    id::AccountId,
};

/// Makes a link to connect the provider: `POST /{waba-id}/generate_payment_configuration_oauth_link` (India).
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ConnectPaymentProvider {
    /// The WhatsApp Business Account.
    pub account: AccountId,
    /// What it carries.
    pub body: ConnectPaymentProviderBody,
}

impl ConnectPaymentProvider {
    /// The request with what it must have.
    pub fn new(
        account: AccountId,
        configuration_name: impl Into<String>,
        redirect_url: impl Into<String>,
    ) -> Self {
        Self {
            account,
            body: ConnectPaymentProviderBody {
                configuration_name: configuration_name.into(),
                redirect_url: redirect_url.into(),
            },
        }
    }
}

/// What [`ConnectPaymentProvider`] carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ConnectPaymentProviderBody {
    /// The configuration.
    pub configuration_name: String,
    /// Where the provider sends the business back to.
    pub redirect_url: String,
}

impl Endpoint for ConnectPaymentProvider {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = false;
    type Body = ConnectPaymentProviderBody;
    type Response = PaymentConfigurationCreated;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new()
            .id(&self.account)
            .word("generate_payment_configuration_oauth_link")
            .into()
    }

    fn body(&self) -> Option<&ConnectPaymentProviderBody> {
        Some(&self.body)
    }
}
