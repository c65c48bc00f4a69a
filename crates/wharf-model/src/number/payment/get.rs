//! Looking a payment up (India).

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{
    endpoint::{Endpoint, NoBody, lenient, path::PathBuilder},
    id::PhoneNumberId,
    open::open_enum,
};

/// Looks a payment up: `GET /{phone-number-id}/payments/{configuration}/{reference-id}` (India).
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GetPayment {
    /// The business phone number.
    pub number: PhoneNumberId,
    /// The payment configuration.
    pub config: String,
    /// The reference of the order.
    pub reference: String,
}

impl GetPayment {
    /// The request with what it must have.
    pub fn new(
        number: PhoneNumberId,
        config: impl Into<String>,
        reference: impl Into<String>,
    ) -> Self {
        Self { number, config: config.into(), reference: reference.into() }
    }
}

impl Endpoint for GetPayment {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = PaymentAnswer;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new()
            .id(&self.number)
            .word("payments")
            .text(&self.config)
            .text(&self.reference)
            .into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}

/// The payments of an order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct PaymentAnswer {
    /// The payments.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payments: Option<Vec<Payment>>,
}

/// A payment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Payment {
    /// The reference of the order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference_id: Option<String>,
    /// How it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<PaymentStatus>,
    /// Currency (ISO 4217).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    /// How much.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<PaymentAmount>,
    /// What was tried, as it came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transactions: Option<Vec<Value>>,
}

/// An amount of money: `value` / `offset` units of the currency.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct PaymentAmount {
    /// The amount, times the offset.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub value: Option<i64>,
    /// What it is divided by: 100.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub offset: Option<i64>,
    /// Currency (ISO 4217).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
}

impl PaymentAmount {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }

    /// The amount, times the offset.
    #[must_use]
    pub fn value(mut self, value: i64) -> Self {
        self.value = Some(value);
        self
    }

    /// What it is divided by: 100.
    #[must_use]
    pub fn offset(mut self, offset: i64) -> Self {
        self.offset = Some(offset);
        self
    }

    /// Currency (ISO 4217).
    #[must_use]
    pub fn currency(mut self, currency: impl Into<String>) -> Self {
        self.currency = Some(currency.into());
        self
    }
}

open_enum! {
    /// How a payment stands.
    pub enum PaymentStatus {
        /// Nothing was paid.
        New = "new",
        /// Under way.
        Pending = "pending",
        /// Paid.
        Captured = "captured",
        /// Given up.
        Cancelled = "canceled",
        /// Failed.
        Failed = "failed",
    }
}
