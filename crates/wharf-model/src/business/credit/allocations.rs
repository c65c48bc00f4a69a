//! Who uses a line of credit.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    business::Business,
    endpoint::{Endpoint, NoBody, path::PathBuilder},
    id::{AllocationId, BusinessId, CreditId},
    page::{Page, PageQuery},
};

/// Lists who uses a line of credit: `GET /{credit-id}/owning_credit_allocation_configs`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListAllocations {
    /// The line of credit.
    pub credit: CreditId,
    /// Only this client.
    pub receiving_business_id: Option<BusinessId>,
    /// Which page, and which fields of each item.
    pub page: PageQuery,
}

impl ListAllocations {
    /// The request with what it must have.
    pub fn new(credit: CreditId) -> Self {
        Self { credit, receiving_business_id: None, page: PageQuery::default() }
    }

    /// Only this client.
    #[must_use]
    pub fn receiving_business_id(mut self, receiving_business_id: BusinessId) -> Self {
        self.receiving_business_id = Some(receiving_business_id);
        self
    }

    /// Which page, and which fields of each item.
    #[must_use]
    pub fn page(mut self, page: PageQuery) -> Self {
        self.page = page;
        self
    }
}

impl Endpoint for ListAllocations {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Page<Allocation>;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new()
            .id(&self.credit)
            .word("owning_credit_allocation_configs")
            .query("receiving_business_id", self.receiving_business_id.as_ref())
            .page(&self.page)
            .into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}

/// A part of a line of credit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Allocation {
    /// Its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<AllocationId>,
    /// The client.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receiving_business: Option<Business>,
    /// What the client pays with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receiving_credential: Option<AllocationCredential>,
    /// How it stands: `DELETED` when it has ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request_status: Option<String>,
}

/// What a client pays with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AllocationCredential {
    /// Its id; the account's `primary_funding_id` is the same if all is well.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
}
