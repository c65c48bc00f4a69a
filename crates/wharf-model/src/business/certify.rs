//! Certifying a client.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{
    endpoint::{Endpoint, lenient, path::PathBuilder},
    id::BusinessId,
};

/// Certifies a client's business: `POST /{business-id}/self_certify_whatsapp_business`. For chosen partners.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SelfCertify {
    /// The business portfolio.
    pub business: BusinessId,
    /// What it carries.
    pub body: SelfCertifyBody,
}

impl SelfCertify {
    /// The request with what it must have.
    pub fn new(business: BusinessId, end_business_id: BusinessId) -> Self {
        Self {
            business,
            body: SelfCertifyBody {
                end_business_id,
                end_business_legal_name: None,
                end_business_tax_id: None,
                end_business_address: None,
                end_business_website: None,
                end_business_trade_names: None,
                contact_email: None,
                business_documents: None,
            },
        }
    }

    /// Its legal name.
    #[must_use]
    pub fn end_business_legal_name(mut self, end_business_legal_name: impl Into<String>) -> Self {
        self.body.end_business_legal_name = Some(end_business_legal_name.into());
        self
    }

    /// Its tax number.
    #[must_use]
    pub fn end_business_tax_id(mut self, end_business_tax_id: impl Into<String>) -> Self {
        self.body.end_business_tax_id = Some(end_business_tax_id.into());
        self
    }

    /// Its address, as the platform wants it.
    #[must_use]
    pub fn end_business_address(mut self, end_business_address: Value) -> Self {
        self.body.end_business_address = Some(end_business_address);
        self
    }

    /// Its website.
    #[must_use]
    pub fn end_business_website(mut self, end_business_website: impl Into<String>) -> Self {
        self.body.end_business_website = Some(end_business_website.into());
        self
    }

    /// Names it trades under.
    #[must_use]
    pub fn end_business_trade_names(
        mut self,
        end_business_trade_names: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.body.end_business_trade_names =
            Some(end_business_trade_names.into_iter().map(Into::into).collect());
        self
    }

    /// Where to reach it.
    #[must_use]
    pub fn contact_email(mut self, contact_email: impl Into<String>) -> Self {
        self.body.contact_email = Some(contact_email.into());
        self
    }

    /// Uploaded documents, by handle.
    #[must_use]
    pub fn business_documents(
        mut self,
        business_documents: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.body.business_documents =
            Some(business_documents.into_iter().map(Into::into).collect());
        self
    }
}

/// What [`SelfCertify`] carries.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SelfCertifyBody {
    /// The client's portfolio.
    pub end_business_id: BusinessId,
    /// Its legal name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end_business_legal_name: Option<String>,
    /// Its tax number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end_business_tax_id: Option<String>,
    /// Its address, as the platform wants it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end_business_address: Option<Value>,
    /// Its website.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end_business_website: Option<String>,
    /// Names it trades under.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end_business_trade_names: Option<Vec<String>>,
    /// Where to reach it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact_email: Option<String>,
    /// Uploaded documents, by handle.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub business_documents: Option<Vec<String>>,
}

crate::quiet_debug! {
    SelfCertifyBody { end_business_id }
}

impl Endpoint for SelfCertify {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = false;
    type Body = SelfCertifyBody;
    type Response = SelfCertified;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.business).word("self_certify_whatsapp_business").into()
    }

    fn body(&self) -> Option<&SelfCertifyBody> {
        Some(&self.body)
    }
}

/// What a certification is answered with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SelfCertified {
    /// Whether it was taken.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_flag",
        skip_serializing_if = "Option::is_none"
    )]
    pub success: Option<bool>,
    /// `SUCCESS`, `FAILED`, `PENDING`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verification_attempt: Option<String>,
    /// The submission.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
}
