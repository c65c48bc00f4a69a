//! Paying for a client's account.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, NoBody, lenient, path::PathBuilder},
    id::{AccountId, AllocationId, CreditId},
};

/// Pays for a client's account from a line of credit: `POST /{credit-id}/whatsapp_credit_sharing_and_attach`, in
/// the query.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ShareAndAttachCredit {
    /// The line of credit.
    pub credit: CreditId,
    /// The account.
    pub waba_id: AccountId,
    /// Its currency (ISO 4217).
    pub waba_currency: String,
}

impl ShareAndAttachCredit {
    /// The request with what it must have.
    pub fn new(credit: CreditId, waba_id: AccountId, waba_currency: impl Into<String>) -> Self {
        Self { credit, waba_id, waba_currency: waba_currency.into() }
    }
}

impl Endpoint for ShareAndAttachCredit {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = false;
    type Body = NoBody;
    type Response = CreditShared;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new()
            .id(&self.credit)
            .word("whatsapp_credit_sharing_and_attach")
            .query("waba_id", Some(&self.waba_id))
            .query("waba_currency", Some(&self.waba_currency))
            .into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}

/// What a shared line of credit is answered with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CreditShared {
    /// The allocation; it is needed to end it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub allocation_config_id: Option<AllocationId>,
    /// The account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waba_id: Option<AccountId>,
    /// Whether it was done, in answers that say so.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_flag",
        skip_serializing_if = "Option::is_none"
    )]
    pub success: Option<bool>,
}
