//! Whether something can send.

use serde::{Deserialize, Serialize};

use crate::{endpoint::lenient, open::open_enum};

/// Whether something can send. Ask for the field `health_status`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct HealthStatus {
    /// The worst of what follows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub can_send_message: Option<CanSend>,
    /// Everything that a message depends on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entities: Option<Vec<HealthEntity>>,
}

/// Something that a message depends on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct HealthEntity {
    /// What it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entity_type: Option<EntityKind>,
    /// Its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Whether it can send.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub can_send_message: Option<CanSend>,
    /// Whether it can take calls by SIP.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub can_receive_call_sip: Option<CanSend>,
    /// What is wrong with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub errors: Option<Vec<HealthError>>,
    /// What else there is to know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub additional_info: Option<Vec<String>>,
}

/// Something that is wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct HealthError {
    /// What, for a program.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub error_code: Option<i64>,
    /// What, for a person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error_description: Option<String>,
    /// What to do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub possible_solution: Option<String>,
}

open_enum! {
    /// Whether something can send.
    pub enum CanSend {
        /// It can.
        Available = "AVAILABLE",
        /// It can, not without limit.
        Limited = "LIMITED",
        /// It cannot.
        Blocked = "BLOCKED",
    }
}

open_enum! {
    /// What a message depends on.
    pub enum EntityKind {
        /// The number.
        Number = "PHONE_NUMBER",
        /// The account.
        Account = "WABA",
        /// The portfolio.
        Business = "BUSINESS",
        /// The app.
        App = "APP",
        /// The template.
        Template = "MESSAGE_TEMPLATE",
        /// The flow.
        Flow = "FLOW",
    }
}
