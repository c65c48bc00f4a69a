//! Payments (India).

mod get;
mod refund;

pub use get::{GetPayment, Payment, PaymentAmount, PaymentAnswer, PaymentStatus};
pub use refund::{RefundAnswer, RefundPayment, RefundPaymentBody, RefundSpeed, RefundStatus};
