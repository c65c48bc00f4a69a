//! Words that templates know.

use serde::{Deserialize, Deserializer};

use crate::open::open_enum;

open_enum! {
    /// What a template is for. It decides the price, and what the template may hold.
    pub enum Category {
        /// A code to sign in with.
        Authentication = "AUTHENTICATION",
        /// An offer.
        Marketing = "MARKETING",
        /// Something the person asked for or needs to know.
        Utility = "UTILITY",
    }
}

open_enum! {
    /// Whether a template's variables have numbers or names.
    #[derive(Default)]
    pub enum ParameterFormat {
        /// `{{1}}`, `{{2}}` …
        #[default]
        Positional = "POSITIONAL",
        /// `{{first_name}}` …
        Named = "NAMED",
    }
}

open_enum! {
    /// Where a template stands. Only an approved one can be sent.
    pub enum Status {
        /// It is looked at, for up to 24 hours.
        Pending = "PENDING",
        /// It can be sent.
        Approved = "APPROVED",
        /// It was refused.
        Rejected = "REJECTED",
        /// People did not like it: for 3 hours, then 6. A send is error 132015.
        Paused = "PAUSED",
        /// People did not like it: for good. A send is error 132016.
        Disabled = "DISABLED",
        /// It was refused, and that is looked at again.
        InAppeal = "IN_APPEAL",
        /// It was deleted, and messages of it are still on their way.
        PendingDeletion = "PENDING_DELETION",
        /// It was deleted.
        Deleted = "DELETED",
        /// The account has as many as it may have.
        LimitExceeded = "LIMIT_EXCEEDED",
        /// It was not used for long; it is deleted after 28 days more.
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
        /// It insults or threatens.
        AbusiveContent = "ABUSIVE_CONTENT",
        /// It is of another category.
        IncorrectCategory = "INCORRECT_CATEGORY",
        /// Its variables or parts are not as they must be.
        InvalidFormat = "INVALID_FORMAT",
        /// It is an offer.
        Promotional = "PROMOTIONAL",
        /// It deceives.
        Scam = "SCAM",
        /// Its category and what it says differ.
        TagContentMismatch = "TAG_CONTENT_MISMATCH",
        /// It was not refused.
        None = "NONE",
    }
}

open_enum! {
    /// How people like a template.
    pub enum QualityScore {
        /// Well.
        Green = "GREEN",
        /// Not so well.
        Yellow = "YELLOW",
        /// Not at all: it is paused soon.
        Red = "RED",
        /// Nobody knows yet.
        Unknown = "UNKNOWN",
    }
}

open_enum! {
    /// What a template of category utility is about.
    pub enum SubCategory {
        /// An order to pay.
        OrderDetails = "ORDER_DETAILS",
        /// How an order goes on.
        OrderStatus = "ORDER_STATUS",
        /// The same with more to it.
        RichOrderStatus = "RICH_ORDER_STATUS",
    }
}

/// Reads a word whether it is in upper or lower case, as the platform does.
pub(super) fn upper<'de, D, T>(deserializer: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: for<'a> From<&'a str>,
{
    let word = Option::<String>::deserialize(deserializer)?;
    Ok(word.map(|word| T::from(&word.to_ascii_uppercase())))
}
