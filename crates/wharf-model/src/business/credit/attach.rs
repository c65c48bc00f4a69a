//! Attaching a line of credit.

use std::borrow::Cow;

use crate::{
    business::CreditShared,
    endpoint::{Endpoint, NoBody, path::PathBuilder},
    id::{AccountId, CreditId},
};

/// Attaches a shared line of credit to an account: `POST /{credit-id}/whatsapp_credit_attach`, in the query.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct AttachCredit {
    /// The line of credit.
    pub credit: CreditId,
    /// The account.
    pub waba_id: AccountId,
    /// Its currency (ISO 4217).
    pub waba_currency: String,
}

impl AttachCredit {
    /// The request with what it must have.
    pub fn new(credit: CreditId, waba_id: AccountId, waba_currency: impl Into<String>) -> Self {
        Self { credit, waba_id, waba_currency: waba_currency.into() }
    }
}

impl Endpoint for AttachCredit {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = false;
    type Body = NoBody;
    type Response = CreditShared;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new()
            .id(&self.credit)
            .word("whatsapp_credit_attach")
            .query("waba_id", Some(&self.waba_id))
            .query("waba_currency", Some(&self.waba_currency))
            .into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}
