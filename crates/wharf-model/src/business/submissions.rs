//! Listing certifications.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    account::VerificationStatus,
    endpoint::{Endpoint, NoBody, lenient, path::PathBuilder},
    id::BusinessId,
    page::{Page, PageQuery},
};

/// Lists certifications of clients: `GET /{business-id}/self_certified_whatsapp_business_submissions`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListSubmissions {
    /// The business portfolio.
    pub business: BusinessId,
    /// Only of this client.
    pub end_business_id: Option<BusinessId>,
    /// Which page, and which fields of each item.
    pub page: PageQuery,
}

impl ListSubmissions {
    /// The request with what it must have.
    pub fn new(business: BusinessId) -> Self {
        Self { business, end_business_id: None, page: PageQuery::default() }
    }

    /// Only of this client.
    #[must_use]
    pub fn end_business_id(mut self, end_business_id: BusinessId) -> Self {
        self.end_business_id = Some(end_business_id);
        self
    }

    /// Which page, and which fields of each item.
    #[must_use]
    pub fn page(mut self, page: PageQuery) -> Self {
        self.page = page;
        self
    }
}

impl Endpoint for ListSubmissions {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Page<Submission>;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new()
            .id(&self.business)
            .word("self_certified_whatsapp_business_submissions")
            .query("end_business_id", self.end_business_id.as_ref())
            .page(&self.page)
            .into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}

/// A certification of a client.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Submission {
    /// Its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The client's portfolio.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end_business_id: Option<BusinessId>,
    /// How it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub submission_status: Option<String>,
    /// How the verification stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verification_status: Option<VerificationStatus>,
    /// When.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_text",
        skip_serializing_if = "Option::is_none"
    )]
    pub submitted_time: Option<String>,
    /// When it was changed.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_text",
        skip_serializing_if = "Option::is_none"
    )]
    pub updated_time: Option<String>,
    /// Why it was refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rejection_reasons: Option<Vec<String>>,
}
