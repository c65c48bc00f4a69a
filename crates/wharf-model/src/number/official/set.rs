//! Requesting the badge.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, lenient, path::PathBuilder},
    id::PhoneNumberId,
    open::open_enum,
};

/// Requests or withdraws the official business account: `POST /{phone-number-id}/official_business_account`. Two
/// documentations differ on its fields: the first two are of the API description, the others of the guide.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RequestOfficial {
    /// The business phone number.
    pub number: PhoneNumberId,
    /// What it carries.
    pub body: RequestOfficialBody,
}

impl RequestOfficial {
    /// The request with what it must have.
    pub fn new(number: PhoneNumberId) -> Self {
        Self { number, body: RequestOfficialBody::default() }
    }

    /// What is asked.
    #[must_use]
    pub fn action(mut self, action: OfficialAction) -> Self {
        self.body.action = Some(action);
        self
    }

    /// The application.
    #[must_use]
    pub fn application_data(mut self, application_data: OfficialApplication) -> Self {
        self.body.application_data = Some(application_data);
        self
    }

    /// The website of the business.
    #[must_use]
    pub fn business_website_url(mut self, business_website_url: impl Into<String>) -> Self {
        self.body.business_website_url = Some(business_website_url.into());
        self
    }

    /// The country it works in most.
    #[must_use]
    pub fn primary_country_of_operation(
        mut self,
        primary_country_of_operation: impl Into<String>,
    ) -> Self {
        self.body.primary_country_of_operation = Some(primary_country_of_operation.into());
        self
    }

    /// The language it uses most.
    #[must_use]
    pub fn primary_language(mut self, primary_language: impl Into<String>) -> Self {
        self.body.primary_language = Some(primary_language.into());
        self
    }

    /// Articles about the business.
    #[must_use]
    pub fn supporting_links(
        mut self,
        supporting_links: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.body.supporting_links = Some(supporting_links.into_iter().map(Into::into).collect());
        self
    }

    /// What else speaks for it.
    #[must_use]
    pub fn additional_supporting_information(
        mut self,
        additional_supporting_information: impl Into<String>,
    ) -> Self {
        self.body.additional_supporting_information =
            Some(additional_supporting_information.into());
        self
    }

    /// The brand it belongs to.
    #[must_use]
    pub fn parent_business_or_brand(mut self, parent_business_or_brand: impl Into<String>) -> Self {
        self.body.parent_business_or_brand = Some(parent_business_or_brand.into());
        self
    }
}

/// What [`RequestOfficial`] carries.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct RequestOfficialBody {
    /// What is asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action: Option<OfficialAction>,
    /// The application.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub application_data: Option<OfficialApplication>,
    /// The website of the business.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub business_website_url: Option<String>,
    /// The country it works in most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub primary_country_of_operation: Option<String>,
    /// The language it uses most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub primary_language: Option<String>,
    /// Articles about the business.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supporting_links: Option<Vec<String>>,
    /// What else speaks for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub additional_supporting_information: Option<String>,
    /// The brand it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent_business_or_brand: Option<String>,
}

impl Endpoint for RequestOfficial {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = false;
    type Body = RequestOfficialBody;
    type Response = OfficialAnswer;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.number).word("official_business_account").into()
    }

    fn body(&self) -> Option<&RequestOfficialBody> {
        Some(&self.body)
    }
}

/// An application for the official business account.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct OfficialApplication {
    /// Name of the business.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub business_name: Option<String>,
    /// What it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub business_description: Option<String>,
    /// Its website.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub website_url: Option<String>,
    /// Where to reach it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact_email: Option<String>,
}

impl OfficialApplication {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }

    /// Name of the business.
    #[must_use]
    pub fn business_name(mut self, business_name: impl Into<String>) -> Self {
        self.business_name = Some(business_name.into());
        self
    }

    /// What it does.
    #[must_use]
    pub fn business_description(mut self, business_description: impl Into<String>) -> Self {
        self.business_description = Some(business_description.into());
        self
    }

    /// Its website.
    #[must_use]
    pub fn website_url(mut self, website_url: impl Into<String>) -> Self {
        self.website_url = Some(website_url.into());
        self
    }

    /// Where to reach it.
    #[must_use]
    pub fn contact_email(mut self, contact_email: impl Into<String>) -> Self {
        self.contact_email = Some(contact_email.into());
        self
    }
}

/// How a request for the official business account stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct OfficialStatus {
    /// The number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<PhoneNumberId>,
    /// The state.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub oba_status: Option<OfficialState>,
    /// The state, for a person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status_message: Option<String>,
}

/// What a request is answered with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct OfficialAnswer {
    /// Whether it was taken.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_flag",
        skip_serializing_if = "Option::is_none"
    )]
    pub success: Option<bool>,
    /// The answer, for a person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// The state after it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub updated_status: Option<OfficialStatus>,
    /// What support will ask for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tracking_id: Option<String>,
}

open_enum! {
    /// What is asked of the review.
    pub enum OfficialAction {
        /// A review.
        Submit = "SUBMIT_APPLICATION",
        /// To forget the application.
        Withdraw = "WITHDRAW_APPLICATION",
        /// Another review.
        Resubmit = "RESUBMIT_APPLICATION",
    }
}

open_enum! {
    /// The state of a request for the badge.
    pub enum OfficialState {
        /// Waiting.
        Pending = "PENDING",
        /// Being looked at.
        UnderReview = "UNDER_REVIEW",
        /// Granted.
        Approved = "APPROVED",
        /// Refused.
        Rejected = "REJECTED",
        /// Too old.
        Expired = "EXPIRED",
        /// Withdrawn.
        Cancelled = "CANCELLED",
        /// Nothing was asked.
        NotStarted = "NOT_STARTED",
    }
}
