//! Sharing a line of credit.

use std::borrow::Cow;

use crate::{
    business::CreditShared,
    endpoint::{Endpoint, NoBody, path::PathBuilder},
    id::{BusinessId, CreditId},
};

/// Shares a line of credit with a client: `POST /{credit-id}/whatsapp_credit_sharing`, in the query.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ShareCredit {
    /// The line of credit.
    pub credit: CreditId,
    /// The client's portfolio.
    pub receiving_business_id: BusinessId,
}

impl ShareCredit {
    /// The request with what it must have.
    pub fn new(credit: CreditId, receiving_business_id: BusinessId) -> Self {
        Self { credit, receiving_business_id }
    }
}

impl Endpoint for ShareCredit {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = false;
    type Body = NoBody;
    type Response = CreditShared;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new()
            .id(&self.credit)
            .word("whatsapp_credit_sharing")
            .query("receiving_business_id", Some(&self.receiving_business_id))
            .into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}
