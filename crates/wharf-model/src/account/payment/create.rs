//! Making a payment configuration (India).

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, lenient, path::PathBuilder},
    id::AccountId,
};

/// Makes a payment configuration: `POST /{waba-id}/payment_configuration` (India).
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CreatePaymentConfiguration {
    /// The WhatsApp Business Account.
    pub account: AccountId,
    /// What it carries.
    pub body: CreatePaymentConfigurationBody,
}

impl CreatePaymentConfiguration {
    /// The request with what it must have.
    pub fn new(account: AccountId, configuration_name: impl Into<String>) -> Self {
        Self {
            account,
            body: CreatePaymentConfigurationBody {
                configuration_name: configuration_name.into(),
                purpose_code: None,
                merchant_category_code: None,
                provider_name: None,
                redirect_url: None,
                merchant_vpa: None,
            },
        }
    }

    /// What it is paid for.
    #[must_use]
    pub fn purpose_code(mut self, purpose_code: impl Into<String>) -> Self {
        self.body.purpose_code = Some(purpose_code.into());
        self
    }

    /// What is sold.
    #[must_use]
    pub fn merchant_category_code(mut self, merchant_category_code: impl Into<String>) -> Self {
        self.body.merchant_category_code = Some(merchant_category_code.into());
        self
    }

    /// Who handles it, such as `razorpay`.
    #[must_use]
    pub fn provider_name(mut self, provider_name: impl Into<String>) -> Self {
        self.body.provider_name = Some(provider_name.into());
        self
    }

    /// Where the provider sends the business back to.
    #[must_use]
    pub fn redirect_url(mut self, redirect_url: impl Into<String>) -> Self {
        self.body.redirect_url = Some(redirect_url.into());
        self
    }

    /// The business, as UPI knows it.
    #[must_use]
    pub fn merchant_vpa(mut self, merchant_vpa: impl Into<String>) -> Self {
        self.body.merchant_vpa = Some(merchant_vpa.into());
        self
    }
}

/// What [`CreatePaymentConfiguration`] carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CreatePaymentConfigurationBody {
    /// Its name: at most 60 characters.
    pub configuration_name: String,
    /// What it is paid for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose_code: Option<String>,
    /// What is sold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merchant_category_code: Option<String>,
    /// Who handles it, such as `razorpay`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provider_name: Option<String>,
    /// Where the provider sends the business back to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub redirect_url: Option<String>,
    /// The business, as UPI knows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merchant_vpa: Option<String>,
}

impl Endpoint for CreatePaymentConfiguration {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = false;
    type Body = CreatePaymentConfigurationBody;
    type Response = PaymentConfigurationCreated;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.account).word("payment_configuration").into()
    }

    fn body(&self) -> Option<&CreatePaymentConfigurationBody> {
        Some(&self.body)
    }
}

/// What a new payment configuration is answered with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct PaymentConfigurationCreated {
    /// Whether it was made.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_flag",
        skip_serializing_if = "Option::is_none"
    )]
    pub success: Option<bool>,
    /// Where to connect the provider.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub oauth_url: Option<String>,
    /// Until when, in Unix seconds.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub expiration: Option<i64>,
}
