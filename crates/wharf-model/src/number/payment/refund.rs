//! Paying back (India).

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, path::PathBuilder},
    id::PhoneNumberId,
    number::PaymentAmount,
    open::open_enum,
};

/// Pays back: `POST /{phone-number-id}/payments_refund` (India).
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RefundPayment {
    /// The business phone number.
    pub number: PhoneNumberId,
    /// What it carries.
    pub body: RefundPaymentBody,
}

impl RefundPayment {
    /// The request with what it must have.
    pub fn new(
        number: PhoneNumberId,
        reference_id: impl Into<String>,
        payment_config_id: impl Into<String>,
        amount: PaymentAmount,
    ) -> Self {
        Self {
            number,
            body: RefundPaymentBody {
                reference_id: reference_id.into(),
                payment_config_id: payment_config_id.into(),
                amount,
                speed: None,
            },
        }
    }

    /// How fast.
    #[must_use]
    pub fn speed(mut self, speed: RefundSpeed) -> Self {
        self.body.speed = Some(speed);
        self
    }
}

/// What [`RefundPayment`] carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct RefundPaymentBody {
    /// The reference of the order.
    pub reference_id: String,
    /// The payment configuration.
    pub payment_config_id: String,
    /// How much.
    pub amount: PaymentAmount,
    /// How fast.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speed: Option<RefundSpeed>,
}

impl Endpoint for RefundPayment {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = false;
    type Body = RefundPaymentBody;
    type Response = RefundAnswer;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.number).word("payments_refund").into()
    }

    fn body(&self) -> Option<&RefundPaymentBody> {
        Some(&self.body)
    }
}

open_enum! {
    /// How fast money goes back.
    pub enum RefundSpeed {
        /// At once, where the provider can.
        Instant = "instant",
        /// In the provider's own time.
        Normal = "normal",
    }
}

/// What a refund is answered with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct RefundAnswer {
    /// The refund.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// How it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<RefundStatus>,
    /// How fast it is done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speed_processed: Option<RefundSpeed>,
}

open_enum! {
    /// How a refund stands.
    pub enum RefundStatus {
        /// Done.
        Completed = "completed",
        /// Under way.
        Pending = "pending",
        /// Failed.
        Failed = "failed",
    }
}
