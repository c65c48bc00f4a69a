//! Whether a person may be called.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, NoBody, lenient, path::PathBuilder},
    id::{PhoneNumberId, UserId},
    message::Product,
    open::open_enum,
};

/// Whether a person may be called, or asked: `GET /{phone-number-id}/call_permissions`. At most 5 requests a
/// second, then error 613.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct GetCallPermission {
    /// The business phone number.
    pub number: PhoneNumberId,
    /// The person, by WhatsApp id.
    pub user_wa_id: Option<String>,
    /// The person, by business-scoped user id.
    pub recipient: Option<UserId>,
}

crate::quiet_debug! {
    GetCallPermission { number }
}

impl GetCallPermission {
    /// The request with what it must have.
    pub fn new(number: PhoneNumberId) -> Self {
        Self { number, user_wa_id: None, recipient: None }
    }

    /// The person, by WhatsApp id.
    #[must_use]
    pub fn user_wa_id(mut self, user_wa_id: impl Into<String>) -> Self {
        self.user_wa_id = Some(user_wa_id.into());
        self
    }

    /// The person, by business-scoped user id.
    #[must_use]
    pub fn recipient(mut self, recipient: UserId) -> Self {
        self.recipient = Some(recipient);
        self
    }
}

impl Endpoint for GetCallPermission {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = CallPermission;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new()
            .id(&self.number)
            .word("call_permissions")
            .query("user_wa_id", self.user_wa_id.as_ref())
            .query("recipient", self.recipient.as_ref())
            .into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}

/// Whether a person may be called, and what may be done.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CallPermission {
    /// Always `whatsapp`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub messaging_product: Option<Product>,
    /// The permission.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub permission: Option<Permission>,
    /// What may be done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actions: Option<Vec<CallAction>>,
}

/// A permission to call someone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Permission {
    /// Whether there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<PermissionStatus>,
    /// Until when, in Unix seconds; a permission lasts 7 days.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub expiration_time: Option<i64>,
}

/// Something that may be done.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CallAction {
    /// What.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action_name: Option<ActionName>,
    /// Whether it may be done now.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_flag",
        skip_serializing_if = "Option::is_none"
    )]
    pub can_perform_action: Option<bool>,
    /// How often.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limits: Option<Vec<CallLimit>>,
}

/// How often something may be done.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CallLimit {
    /// Per what: a duration (ISO 8601), such as `PT24H`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time_period: Option<String>,
    /// The most.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub max_allowed: Option<i64>,
    /// So many times until now.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub current_usage: Option<i64>,
    /// When the count ends, in Unix seconds.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub limit_expiration_time: Option<i64>,
}

open_enum! {
    /// Whether there is a permission.
    pub enum PermissionStatus {
        /// There is none.
        None = "no_permission",
        /// There is one, for 7 days.
        Temporary = "temporary",
        /// There is one, until it is taken back.
        Permanent = "permanent",
        /// There is one; the API description's word.
        Granted = "granted",
        /// It was asked for; the API description's word.
        Pending = "pending",
        /// It was refused; the API description's word.
        Denied = "denied",
        /// It is over; the API description's word.
        Expired = "expired",
    }
}

open_enum! {
    /// What may be done about calls.
    pub enum ActionName {
        /// Ask for a permission: once in 24 h, twice in 7 days.
        Ask = "send_call_permission_request",
        /// Call.
        Call = "start_call",
    }
}
