//! A template, and the words that describe it.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{
    account::HealthStatus, endpoint::lenient, id::TemplateId, number::QualityRating,
    open::open_enum,
};

/// A template, as far as it was asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct TemplateNode {
    /// Its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<TemplateId>,
    /// Its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Its language, such as `en_US`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Whether it can be sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<TemplateStatus>,
    /// Its category.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<TemplateCategory>,
    /// The category it had.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous_category: Option<TemplateCategory>,
    /// The category it will get.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub correct_category: Option<TemplateCategory>,
    /// What it is within its category.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sub_category: Option<String>,
    /// How its parameters are named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parameter_format: Option<ParameterFormat>,
    /// Its parts, as they came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub components: Option<Vec<Value>>,
    /// Why it was refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rejected_reason: Option<RejectedReason>,
    /// How people receive it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quality_score: Option<TemplateQuality>,
    /// How long a message of it is tried, in seconds; -1 for 30 days.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub message_send_ttl_seconds: Option<i64>,
    /// Whether clicks are not counted.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_flag",
        skip_serializing_if = "Option::is_none"
    )]
    pub cta_url_link_tracking_opted_out: Option<bool>,
    /// The library's template it was made from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub library_template_name: Option<String>,
    /// What the platform may change about it, as it came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub degrees_of_freedom_spec: Option<Value>,
    /// Whether it can be sent, and why not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub health_status: Option<HealthStatus>,
    /// Whether it goes to the main device only.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_flag",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_primary_device_delivery_only: Option<bool>,
    /// When it was changed.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_text",
        skip_serializing_if = "Option::is_none"
    )]
    pub last_updated_time: Option<String>,
}

/// How people receive a template.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct TemplateQuality {
    /// The rating.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score: Option<QualityRating>,
    /// When, in Unix seconds.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub date: Option<i64>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reasons: Option<Vec<String>>,
}

open_enum! {
    /// A category of templates. Words of any case are taken; the platform may answer with another category.
    pub enum TemplateCategory {
        /// Codes to sign in.
        Authentication = "AUTHENTICATION",
        /// What people did not ask for.
        Marketing = "MARKETING",
        /// What belongs to something they did.
        Utility = "UTILITY",
        /// An old one.
        AccountUpdate = "ACCOUNT_UPDATE",
    }
}

open_enum! {
    /// How a template stands. Only an approved one can be sent.
    pub enum TemplateStatus {
        /// Under review, up to 24 h.
        Pending = "PENDING",
        /// It can be sent.
        Approved = "APPROVED",
        /// It was refused.
        Rejected = "REJECTED",
        /// It rests for 3 or 6 h, people did not like it: error 132015.
        Paused = "PAUSED",
        /// It was switched off: error 132016.
        Disabled = "DISABLED",
        /// The refusal is looked at again.
        InAppeal = "IN_APPEAL",
        /// It will be deleted, within 30 days.
        PendingDeletion = "PENDING_DELETION",
        /// It was deleted.
        Deleted = "DELETED",
        /// The account has too many.
        LimitExceeded = "LIMIT_EXCEEDED",
        /// It was not used for long; it will be deleted in 28 days.
        Archived = "ARCHIVED",
        /// Webhooks only: people begin to dislike it.
        Flagged = "FLAGGED",
        /// Webhooks only: it can be sent again.
        Reinstated = "REINSTATED",
        /// Webhooks only: it cannot be changed.
        Locked = "LOCKED",
        /// Webhooks only: it is used again.
        Unarchived = "UNARCHIVED",
    }
}

open_enum! {
    /// Why a template was refused.
    pub enum RejectedReason {
        /// It breaks the rules.
        Abusive = "ABUSIVE_CONTENT",
        /// It is of another category.
        Category = "INCORRECT_CATEGORY",
        /// Its form is wrong.
        Format = "INVALID_FORMAT",
        /// It advertises.
        Promotional = "PROMOTIONAL",
        /// It looks like fraud.
        Scam = "SCAM",
        /// It is in another language, or of another category.
        TagMismatch = "TAG_CONTENT_MISMATCH",
        /// It was not refused.
        None = "NONE",
    }
}

open_enum! {
    /// How the parameters of a template are named.
    pub enum ParameterFormat {
        /// By number.
        Positional = "POSITIONAL",
        /// By name.
        Named = "NAMED",
    }
}
