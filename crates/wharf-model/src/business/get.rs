//! Reading a portfolio.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    account::VerificationStatus,
    endpoint::{Endpoint, NoBody, lenient, path::PathBuilder},
    id::BusinessId,
};

/// Reads a business portfolio: `GET /{business-id}`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GetBusiness {
    /// The business portfolio.
    pub business: BusinessId,
    /// Names of the fields asked for; none asks for the platform's default set.
    pub fields: Vec<String>,
}

impl GetBusiness {
    /// The request with what it must have.
    pub fn new(business: BusinessId) -> Self {
        Self { business, fields: Vec::new() }
    }

    /// Asks for these fields, instead of the platform's default set.
    #[must_use]
    pub fn fields(mut self, fields: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.fields = fields.into_iter().map(Into::into).collect();
        self
    }
}

impl Endpoint for GetBusiness {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Business;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.business).fields(&self.fields).into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}

/// A business portfolio, as far as it was asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Business {
    /// Its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<BusinessId>,
    /// Its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Whether the platform knows who it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verification_status: Option<VerificationStatus>,
    /// How it stands, such as `ACTIVE`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub business_status: Option<String>,
    /// Its time zone, by the platform's number.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub timezone_id: Option<i64>,
    /// When it was made (ISO 8601).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created_time: Option<String>,
    /// When it was changed (ISO 8601).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub updated_time: Option<String>,
    /// Its main page.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_text",
        skip_serializing_if = "Option::is_none"
    )]
    pub primary_page: Option<String>,
    /// Who must use two factors: `none`, `admin_required`, `all_required`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub two_factor_type: Option<String>,
}
