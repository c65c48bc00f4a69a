//! Listing the pool of verified numbers.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    account::VerificationStatus,
    endpoint::{Endpoint, NoBody, lenient, path::PathBuilder},
    id::{BusinessId, PreverifiedId},
    open::open_enum,
    page::{Page, PageQuery},
};

/// Lists numbers that are verified ahead: `GET /{business-id}/preverified_numbers`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListPreverifiedNumbers {
    /// The business portfolio.
    pub business: BusinessId,
    /// Only those that stand so.
    pub verification_status: Option<VerificationStatus>,
    /// Only those that are so free.
    pub availability_status: Option<Availability>,
    /// Only of this country (two letters).
    pub country_code: Option<String>,
    /// Which page, and which fields of each item.
    pub page: PageQuery,
}

impl ListPreverifiedNumbers {
    /// The request with what it must have.
    pub fn new(business: BusinessId) -> Self {
        Self {
            business,
            verification_status: None,
            availability_status: None,
            country_code: None,
            page: PageQuery::default(),
        }
    }

    /// Only those that stand so.
    #[must_use]
    pub fn verification_status(mut self, verification_status: VerificationStatus) -> Self {
        self.verification_status = Some(verification_status);
        self
    }

    /// Only those that are so free.
    #[must_use]
    pub fn availability_status(mut self, availability_status: Availability) -> Self {
        self.availability_status = Some(availability_status);
        self
    }

    /// Only of this country (two letters).
    #[must_use]
    pub fn country_code(mut self, country_code: impl Into<String>) -> Self {
        self.country_code = Some(country_code.into());
        self
    }

    /// Which page, and which fields of each item.
    #[must_use]
    pub fn page(mut self, page: PageQuery) -> Self {
        self.page = page;
        self
    }
}

impl Endpoint for ListPreverifiedNumbers {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Page<Preverified>;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new()
            .id(&self.business)
            .word("preverified_numbers")
            .query("verification_status", self.verification_status.as_ref())
            .query("availability_status", self.availability_status.as_ref())
            .query("country_code", self.country_code.as_ref())
            .page(&self.page)
            .into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}

/// A number that is verified ahead.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Preverified {
    /// Its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<PreverifiedId>,
    /// The number as people read it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub display_phone_number: Option<String>,
    /// The number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone_number: Option<String>,
    /// Country calling code.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub country_prefix: Option<i64>,
    /// Whether it is verified.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verification_status: Option<VerificationStatus>,
    /// The same, in the guide.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code_verification_status: Option<VerificationStatus>,
    /// Until when; 90 days.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_text",
        skip_serializing_if = "Option::is_none"
    )]
    pub verification_expiry_time: Option<String>,
    /// Whether it is free.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub availability_status: Option<Availability>,
    /// When it was added (ISO 8601).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created_time: Option<String>,
    /// When it was changed (ISO 8601).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_updated: Option<String>,
    /// What it can do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supported_features: Option<Vec<String>>,
    /// Country (two letters).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country_code: Option<String>,
    /// Region, for a person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// Whether the id is one.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_flag",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_input_id_valid: Option<bool>,
    /// What is wrong with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error_msg: Option<String>,
}

open_enum! {
    /// Whether a number is free.
    pub enum Availability {
        /// It is.
        Available = "AVAILABLE",
        /// It is used.
        InUse = "IN_USE",
        /// It is kept for someone.
        Reserved = "RESERVED",
        /// It is not.
        Unavailable = "UNAVAILABLE",
    }
}
