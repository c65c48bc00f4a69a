//! Listing payment configurations (India).

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, NoBody, lenient, path::PathBuilder},
    id::AccountId,
    open::open_enum,
    page::Page,
};

/// Lists payment configurations: `GET /{waba-id}/payment_configurations` (India).
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListPaymentConfigurations {
    /// The WhatsApp Business Account.
    pub account: AccountId,
}

impl ListPaymentConfigurations {
    /// The request with what it must have.
    pub fn new(account: AccountId) -> Self {
        Self { account }
    }
}

impl Endpoint for ListPaymentConfigurations {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Page<PaymentConfigurations>;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.account).word("payment_configurations").into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}

/// Payment configurations.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct PaymentConfigurations {
    /// The configurations.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payment_configurations: Option<Vec<PaymentConfiguration>>,
}

/// How people pay.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct PaymentConfiguration {
    /// Its name: at most 60 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub configuration_name: Option<String>,
    /// What is sold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merchant_category_code: Option<CodeAndText>,
    /// What it is paid for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose_code: Option<CodeAndText>,
    /// Whether it can be used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<PaymentConfigurationStatus>,
    /// Who handles it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provider_name: Option<String>,
    /// The business, as the provider knows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provider_mid: Option<String>,
    /// The business, as UPI knows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merchant_vpa: Option<String>,
    /// When it was made, in Unix seconds.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub created_timestamp: Option<i64>,
    /// When it was changed, in Unix seconds.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub updated_timestamp: Option<i64>,
}

/// A code and its meaning.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CodeAndText {
    /// The code.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_text",
        skip_serializing_if = "Option::is_none"
    )]
    pub code: Option<String>,
    /// Its meaning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
}

open_enum! {
    /// Whether a payment configuration can be used.
    pub enum PaymentConfigurationStatus {
        /// It can.
        Active = "Active",
        /// The provider must be connected.
        NeedsConnecting = "Needs_Connecting",
        /// A test payment is missing.
        NeedsTesting = "Needs_Testing",
    }
}
