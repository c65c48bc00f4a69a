//! Saying how an order goes on.

use serde::{Deserialize, Serialize};

use super::check::check_reference;
use crate::{
    limits::{ORDER_STATUS_CHARS_MAX, REFERENCE_ID_CHARS_MAX},
    message::{
        check::{Checker, VALUE},
        interactive::parts::{Body, Footer, check_body, check_parts, parts},
    },
    open::open_enum,
};

/// How an order goes on, which was sent as [`OrderDetails`](super::OrderDetails) (Cloud API, "Payments").
///
/// A step that cannot follow fails by webhook: 2046; to cancel what was paid: 2047.
///
/// ```
/// use wharf_model::message::{OrderStatus, interactive::OrderProgress};
///
/// let shipped = OrderStatus::new("It is on its way.", "order-42", OrderProgress::Shipped);
/// assert_eq!(shipped.action.parameters.order.status.as_str(), "shipped");
/// ```
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct OrderStatus {
    /// The text, at most 1024 characters.
    pub body: Body,
    /// Below the body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub footer: Option<Footer>,
    /// How it goes on.
    pub action: OrderStatusAction,
}

/// `{"name": "review_order", "parameters": …}`.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct OrderStatusAction {
    /// Always `review_order`.
    pub name: String,
    /// How it goes on.
    pub parameters: OrderStatusParameters,
}

/// Which order, and how it goes on. In templates as well.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct OrderStatusParameters {
    /// Your own id of the order.
    pub reference_id: String,
    /// How it goes on.
    pub order: OrderState,
    /// How its payment goes on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payment: Option<Payment>,
}

/// How an order goes on.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct OrderState {
    /// Where it stands.
    pub status: OrderProgress,
    /// More about it; at most 120 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
}

open_enum! {
    /// Where an order stands. Completed and canceled are the end.
    pub enum OrderProgress {
        /// Not begun.
        Pending = "pending",
        /// Begun.
        Processing = "processing",
        /// Some of it is shipped.
        PartiallyShipped = "partially-shipped",
        /// The same, as templates spell it.
        PartiallyShippedTemplate = "partially_shipped",
        /// Shipped.
        Shipped = "shipped",
        /// Done.
        Completed = "completed",
        /// Not to be done.
        Canceled = "canceled",
    }
}

/// How a payment goes on.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Payment {
    /// Where it stands.
    pub status: PaymentState,
    /// Since when: seconds since 1970.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timestamp: Option<u64>,
}

open_enum! {
    /// Where a payment stands.
    pub enum PaymentState {
        /// Not yet paid.
        Pending = "pending",
        /// Paid.
        Captured = "captured",
        /// It failed.
        Failed = "failed",
    }
}

impl OrderStatus {
    /// A text, your own id of the order, and where it stands.
    pub fn new(
        body: impl Into<String>,
        reference_id: impl Into<String>,
        status: OrderProgress,
    ) -> Self {
        let parameters = OrderStatusParameters::new(reference_id, status);
        let action = OrderStatusAction { name: "review_order".to_owned(), parameters };
        Self { body: Body { text: body.into() }, footer: None, action }
    }

    /// The same with more about it, at most 120 characters.
    #[must_use]
    pub fn description(mut self, text: impl Into<String>) -> Self {
        self.action.parameters.order.description = Some(text.into());
        self
    }

    /// The same with where the payment stands, since so many seconds since 1970.
    #[must_use]
    pub fn payment(mut self, status: PaymentState, seconds: u64) -> Self {
        self.action.parameters.payment = Some(Payment { status, timestamp: Some(seconds) });
        self
    }

    parts!(footer);

    pub(in crate::message) fn check(&self, check: &mut Checker) {
        check_parts(None, self.footer.as_ref(), check);
        check_body(&self.body, check);
        check.word("interactive.action.name", &self.action.name, "review_order");
        self.action.parameters.check("interactive.action.parameters", check);
    }
}

impl OrderStatusParameters {
    /// Your own id of the order, and where it stands.
    pub fn new(reference_id: impl Into<String>, status: OrderProgress) -> Self {
        let order = OrderState { status, description: None };
        Self { reference_id: reference_id.into(), order, payment: None }
    }

    pub(in crate::message) fn check(&self, at: &str, check: &mut Checker) {
        let path = format!("{at}.reference_id");
        check_reference(&path, &self.reference_id, REFERENCE_ID_CHARS_MAX, check);
        let OrderState { status, description } = &self.order;
        let path = format!("{at}.order.status");
        check.listed(&path, status.is_listed(), OrderProgress::WORDS, VALUE);
        let path = format!("{at}.order.description");
        check.optional(&path, description.as_deref(), ORDER_STATUS_CHARS_MAX);
        if let Some(payment) = &self.payment {
            let path = format!("{at}.payment.status");
            check.listed(&path, payment.status.is_listed(), PaymentState::WORDS, VALUE);
        }
    }
}

crate::quiet_debug! {
    OrderStatus { action }
    OrderStatusAction { parameters }
    OrderStatusParameters { order, payment }
    OrderState { status }
    Payment { status, timestamp }
}
