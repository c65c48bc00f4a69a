//! A WhatsApp Business Account, and the words that describe it.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::HealthStatus;
use crate::{
    analytics::{CallPoint, ConversationPoint, MessageAnalytics, PricingPoint, Series},
    endpoint::lenient,
    id::{AccountId, BusinessId},
    number::Number,
    open::open_enum,
    page::Page,
};

/// A WhatsApp Business Account, as far as it was asked for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Account {
    /// Its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<AccountId>,
    /// Its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// How it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    /// Its currency (ISO 4217).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    /// Its country (two letters).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// Its time zone, by the platform's number.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_text",
        skip_serializing_if = "Option::is_none"
    )]
    pub timezone_id: Option<String>,
    /// The namespace of its templates, for on-premise use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message_template_namespace: Option<String>,
    /// The review of the account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account_review_status: Option<ReviewStatus>,
    /// The verification of its business.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub business_verification_status: Option<VerificationStatus>,
    /// Whose it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ownership_type: Option<OwnershipType>,
    /// The portfolio that owns it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner_business_info: Option<BusinessInfo>,
    /// The portfolio it works for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_behalf_of_business_info: Option<BusinessInfo>,
    /// What it is paid with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub primary_funding_id: Option<String>,
    /// Where its business is (two letters).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub primary_business_location: Option<String>,
    /// Its purchase order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purchase_order_number: Option<String>,
    /// Its audiences; in the API description only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audiences: Option<Vec<String>>,
    /// Whether templates are measured.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_flag",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_enabled_for_insights: Option<bool>,
    /// Whether it may use the Marketing Messages API.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub marketing_messages_onboarding_status: Option<OnboardingStatus>,
    /// The same, by its older name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub marketing_messages_lite_api_status: Option<OnboardingStatus>,
    /// The form of its business.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub business_type: Option<String>,
    /// What the user may do, in lists of a user's accounts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub permissions: Option<Vec<String>>,
    /// Since when the user may (ISO 8601), in lists of a user's accounts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignment_date: Option<String>,
    /// Its portfolio, in lists of a user's accounts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub business_id: Option<BusinessId>,
    /// Its apps, as they came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subscribed_apps: Option<Vec<Value>>,
    /// Its hours, as they came; in the API description only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub schedules: Option<Vec<Value>>,
    /// In the API description only, as it came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dcc_config: Option<Value>,
    /// Its templates, as they came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message_templates: Option<Value>,
    /// Its numbers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone_numbers: Option<Vec<Number>>,
    /// Whether it can send, and why not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub health_status: Option<HealthStatus>,
    /// What the platform may change about its templates, as it came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub degrees_of_freedom_spec: Option<Value>,
    /// Numbers of messages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub analytics: Option<MessageAnalytics>,
    /// Numbers of conversations.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conversation_analytics: Option<Page<Series<ConversationPoint>>>,
    /// What was charged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pricing_analytics: Option<Page<Series<PricingPoint>>>,
    /// Numbers of calls.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub call_analytics: Option<Page<Series<CallPoint>>>,
}

/// The portfolio of an account.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct BusinessInfo {
    /// Its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<BusinessId>,
    /// Its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// How it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    /// What it is.
    #[serde(default, rename = "type", skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
}

open_enum! {
    /// The review of an account.
    pub enum ReviewStatus {
        /// Passed.
        Approved = "APPROVED",
        /// Under way.
        Pending = "PENDING",
        /// Refused.
        Rejected = "REJECTED",
        /// Restricted.
        Restricted = "RESTRICTED",
    }
}

open_enum! {
    /// The verification of a business.
    pub enum VerificationStatus {
        /// Verified.
        Verified = "VERIFIED",
        /// Verified, in lower case.
        VerifiedLower = "verified",
        /// Not verified.
        Unverified = "UNVERIFIED",
        /// Not verified, in lower case.
        NotVerified = "not_verified",
        /// Under way.
        Pending = "PENDING",
        /// Under way, in lower case.
        PendingLower = "pending",
        /// Refused.
        Rejected = "REJECTED",
        /// Failed.
        Failed = "FAILED",
        /// It was, too long ago.
        Expired = "EXPIRED",
    }
}

open_enum! {
    /// Whose an account is.
    pub enum OwnershipType {
        /// The portfolio's own.
        Own = "SELF_OWNED",
        /// A client's.
        Client = "CLIENT_OWNED",
        /// An agency's.
        Agency = "AGENCY_OWNED",
        /// Another portfolio's, worked for.
        Behalf = "ON_BEHALF_OF",
    }
}

open_enum! {
    /// Whether an account may use the Marketing Messages API.
    pub enum OnboardingStatus {
        /// It may, once it agrees.
        Eligible = "ELIGIBLE",
        /// It may not.
        Ineligible = "INELIGIBLE",
        /// It does.
        Onboarded = "ONBOARDED",
    }
}
