//! What became of a payment (`statuses[].payment`).

use serde_json::Value;

use crate::{time::Timestamp, webhook::parts::parts};

parts! {
    /// A payment for an order.
    Payment {
        /// The order, by the business's own id.
        reference_id: Option<String>,
        /// How much.
        amount: Option<Amount>,
        /// ISO 4217 code.
        currency: Option<String>,
        /// The last try to pay.
        transaction: Option<Transaction>,
        /// The business's own text.
        receipt: Option<String>,
        /// The business's own notes, as they came.
        notes: Option<Value>,
        /// Fields of the business's own.
        udf1: Option<String>,
        /// Fields of the business's own.
        udf2: Option<String>,
        /// Fields of the business's own.
        udf3: Option<String>,
        /// Fields of the business's own.
        udf4: Option<String>,
        /// What was paid back, as it came.
        refunds: Option<Value>,
    }
    /// An amount of money: `value` / `offset`.
    Amount {
        /// In the smallest units.
        value: Option<i64>,
        /// How many of them are one; 100 as a rule.
        offset: Option<i64>,
    }
    /// A try to pay.
    Transaction {
        /// Its id.
        id: Option<String>,
        /// Its id at the payment provider.
        pg_transaction_id: Option<String>,
        /// `billdesk`, `payu`, `razorpay`, `upi`, …
        kind: Option<String> = "type",
        /// `pending`, `success`, `failed`.
        status: Option<String>,
        /// When it began.
        created_timestamp: Option<Timestamp>,
        /// When it changed.
        updated_timestamp: Option<Timestamp>,
        /// What it was paid with.
        method: Option<TransactionMethod>,
        /// Why it failed.
        error: Option<PaymentError>,
    }
    /// What was paid with.
    TransactionMethod {
        /// `upi`, `card`, `netbanking`, `wallet`.
        kind: Option<String> = "type",
    }
    /// Why a payment failed.
    PaymentError {
        /// A word for programs.
        code: Option<String>,
        /// The same for a person.
        reason: Option<String>,
    }
}
