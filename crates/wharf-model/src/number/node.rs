//! A business phone number, and the words that describe it.

use serde::{Deserialize, Serialize};

use super::Automation;
use crate::{account::HealthStatus, endpoint::lenient, id::PhoneNumberId, open::open_enum};

/// A business phone number, as far as it was asked for. Its node is read by several operations, which fill
/// different fields.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Number {
    /// Its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<PhoneNumberId>,
    /// The number as people read it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub display_phone_number: Option<String>,
    /// The business name shown to people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verified_name: Option<String>,
    /// How people receive its messages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quality_rating: Option<QualityRating>,
    /// The same, in the form that newer versions use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quality_score: Option<QualityScore>,
    /// Whether ownership was verified by code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code_verification_status: Option<CodeVerificationStatus>,
    /// The review of its display name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name_status: Option<NameStatus>,
    /// The review of a new display name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub new_name_status: Option<NameStatus>,
    /// The certificate of its display name, for on-premise use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certificate: Option<String>,
    /// The certificate of its new display name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub new_certificate: Option<String>,
    /// Whether it can be used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<NumberStatus>,
    /// The review of name and account together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unified_cert_status: Option<String>,
    /// How many messages per second it may send.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub throughput: Option<Throughput>,
    /// Where it is hosted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub platform_type: Option<PlatformType>,
    /// Where it is hosted; the name that lists use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub host_platform: Option<PlatformType>,
    /// Whether it is real or a sandbox.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account_mode: Option<AccountMode>,
    /// Whether it has the badge of an official business account.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_flag",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_official_business_account: Option<bool>,
    /// Whether a two-step PIN is set.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_flag",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_pin_enabled: Option<bool>,
    /// Whether it is used in the WhatsApp Business app as well.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_flag",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_on_biz_app: Option<bool>,
    /// Whether people can find it by search.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub search_visibility: Option<SearchVisibility>,
    /// Where its webhooks go: the override of the number, of the account, of the app.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub webhook_configuration: Option<WebhookConfiguration>,
    /// Whether it can send, and why not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub health_status: Option<HealthStatus>,
    /// When it was last registered (ISO 8601).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_onboarded_time: Option<String>,
    /// How many people it may write to first, per 24 h.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub whatsapp_business_manager_messaging_limit: Option<MessagingTier>,
    /// The same; deprecated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub messaging_limit_tier: Option<MessagingTier>,
    /// Its ice-breakers and commands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conversational_automation: Option<Automation>,
    /// Its username.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub username: Option<String>,
    /// Country (ISO 3166, two letters).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country_code: Option<String>,
    /// Country calling code, without `+`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country_dial_code: Option<String>,
    /// Whether it may be found worldwide.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub eligibility_for_api_business_global_search: Option<String>,
}

/// A quality rating with the time it was made.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct QualityScore {
    /// The rating.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score: Option<QualityRating>,
    /// Unix seconds.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub date: Option<i64>,
}

/// How many messages per second a number may send.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Throughput {
    /// The level.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<ThroughputLevel>,
}

/// Where the webhooks of a number go; the first that is set wins.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct WebhookConfiguration {
    /// The URL set on the number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone_number: Option<String>,
    /// The URL set on its account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub whatsapp_business_account: Option<String>,
    /// The URL set on the app.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub application: Option<String>,
}

open_enum! {
    /// How people receive the messages of a number or template.
    pub enum QualityRating {
        /// High quality.
        Green = "GREEN",
        /// Medium quality.
        Yellow = "YELLOW",
        /// Low quality.
        Red = "RED",
        /// Not rated yet.
        NotRated = "NA",
        /// Not rated yet, in newer answers.
        Unknown = "UNKNOWN",
    }
}

open_enum! {
    /// Whether ownership of a number was verified by code.
    pub enum CodeVerificationStatus {
        /// It was.
        Verified = "VERIFIED",
        /// It was not.
        NotVerified = "NOT_VERIFIED",
        /// It was not, in another spelling.
        Unverified = "UNVERIFIED",
        /// It was, too long ago.
        Expired = "EXPIRED",
    }
}

open_enum! {
    /// The review of a display name.
    pub enum NameStatus {
        /// Approved.
        Approved = "APPROVED",
        /// May be used, no review needed.
        AvailableWithoutReview = "AVAILABLE_WITHOUT_REVIEW",
        /// Refused.
        Declined = "DECLINED",
        /// The certificate has expired.
        Expired = "EXPIRED",
        /// Under review.
        PendingReview = "PENDING_REVIEW",
        /// There is none.
        None = "NONE",
    }
}

open_enum! {
    /// Whether a number can be used.
    pub enum NumberStatus {
        /// It can.
        Connected = "CONNECTED",
        /// Not registered yet.
        Pending = "PENDING",
        /// Not registered any more.
        Disconnected = "DISCONNECTED",
        /// Its quality is low.
        Flagged = "FLAGGED",
        /// It has reached its limit of messages.
        Restricted = "RESTRICTED",
        /// It sent too fast.
        RateLimited = "RATE_LIMITED",
        /// It is banned.
        Banned = "BANNED",
        /// It was deleted.
        Deleted = "DELETED",
        /// It moved to another account.
        Migrated = "MIGRATED",
        /// Ownership is not verified.
        Unverified = "UNVERIFIED",
        /// It belongs to the account.
        Linked = "LINKED",
        /// It no longer belongs to the account.
        Unlinked = "UNLINKED",
    }
}

open_enum! {
    /// A level of messages per second.
    pub enum ThroughputLevel {
        /// 80 per second.
        Standard = "STANDARD",
        /// 1,000 per second.
        High = "HIGH",
        /// Does not apply.
        NotApplicable = "NOT_APPLICABLE",
    }
}

open_enum! {
    /// Where a number is hosted.
    pub enum PlatformType {
        /// The Cloud API.
        CloudApi = "CLOUD_API",
        /// The on-premise API, which is gone.
        OnPremise = "ON_PREMISE",
        /// Nowhere yet.
        NotApplicable = "NOT_APPLICABLE",
    }
}

open_enum! {
    /// Whether a number is real.
    pub enum AccountMode {
        /// It is.
        Live = "LIVE",
        /// It is for tests.
        Sandbox = "SANDBOX",
    }
}

open_enum! {
    /// Whether people can find a number by search.
    pub enum SearchVisibility {
        /// They can.
        Visible = "VISIBLE",
        /// They cannot.
        Hidden = "HIDDEN",
        /// They cannot, in another spelling.
        NonVisible = "NON_VISIBLE",
    }
}

open_enum! {
    /// How many people a number may write to first, within 24 h.
    pub enum MessagingTier {
        /// 50.
        Tier50 = "TIER_50",
        /// 250.
        Tier250 = "TIER_250",
        /// 1,000.
        Tier1K = "TIER_1K",
        /// 2,000.
        Tier2K = "TIER_2K",
        /// 10,000.
        Tier10K = "TIER_10K",
        /// 100,000.
        Tier100K = "TIER_100K",
        /// Any number.
        Unlimited = "TIER_UNLIMITED",
    }
}
