//! A flow, and the words that describe it.

use serde::{Deserialize, Serialize};

use crate::{
    account::{Account, HealthStatus},
    endpoint::lenient,
    id::{AppId, FlowId},
    open::open_enum,
};

/// A flow, as far as it was asked for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Flow {
    /// Its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<FlowId>,
    /// Its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// How it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<FlowStatus>,
    /// What it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub categories: Option<Vec<FlowCategory>>,
    /// What is wrong with its JSON.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub validation_errors: Option<Vec<FlowError>>,
    /// The version of its JSON.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_text",
        skip_serializing_if = "Option::is_none"
    )]
    pub json_version: Option<String>,
    /// The version of its data exchange.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_text",
        skip_serializing_if = "Option::is_none"
    )]
    pub data_api_version: Option<String>,
    /// The URL that it exchanges data with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub endpoint_uri: Option<String>,
    /// The same, up to v18.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data_channel_uri: Option<String>,
    /// A link to try it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preview: Option<FlowPreview>,
    /// Its account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub whatsapp_business_account: Option<Account>,
    /// The app it is connected to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub application: Option<FlowApp>,
    /// Whether it can be sent, and why not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub health_status: Option<HealthStatus>,
    /// A measurement of its endpoint.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub metric: Option<FlowMetric>,
}

/// Something that is wrong with a flow's JSON.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct FlowError {
    /// What, for a program.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
    /// Which kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error_type: Option<String>,
    /// What, for a person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// From line.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub line_start: Option<i64>,
    /// To line.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub line_end: Option<i64>,
    /// From column.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub column_start: Option<i64>,
    /// To column.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub column_end: Option<i64>,
    /// Where, in newer answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pointers: Option<Vec<FlowPointer>>,
}

/// A place in a flow's JSON.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct FlowPointer {
    /// The place, as a path.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// From line.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub line_start: Option<i64>,
    /// To line.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub line_end: Option<i64>,
    /// From column.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub column_start: Option<i64>,
    /// To column.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub column_end: Option<i64>,
}

/// A public link to try a flow. Ask for the field `preview.invalidate(true)` to make a new one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct FlowPreview {
    /// The link; for 30 days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preview_url: Option<String>,
    /// Until when (ISO 8601).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<String>,
}

/// An app.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct FlowApp {
    /// Its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<AppId>,
    /// Its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Its page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
}

/// A measurement of a flow's endpoint. Ask for the field `metric.name(…).granularity(DAY).since(…).until(…)`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct FlowMetric {
    /// Its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// What was measured.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<FlowMetricName>,
    /// `DAY` (90 days back), `HOUR` (30 days) or `LIFETIME`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub granularity: Option<String>,
    /// The measurements.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data_points: Option<Vec<FlowPoint>>,
}

/// What was measured at one time.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct FlowPoint {
    /// When (ISO 8601).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timestamp: Option<String>,
    /// The values.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data: Option<Vec<FlowDatum>>,
}

/// One value.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct FlowDatum {
    /// Of what.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// The value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<serde_json::Number>,
}

open_enum! {
    /// What is measured of a flow's endpoint.
    pub enum FlowMetricName {
        /// How often it was asked.
        Count = "ENDPOINT_REQUEST_COUNT",
        /// How often it failed.
        Errors = "ENDPOINT_REQUEST_ERROR",
        /// How often it failed, of all.
        ErrorRate = "ENDPOINT_REQUEST_ERROR_RATE",
        /// How many seconds it took.
        Latency = "ENDPOINT_REQUEST_LATENCY_SECONDS_CEIL",
        /// Whether it could be reached.
        Availability = "ENDPOINT_AVAILABILITY",
    }
}

open_enum! {
    /// How a flow stands.
    pub enum FlowStatus {
        /// It can be changed, and sent to testers.
        Draft = "DRAFT",
        /// It can be sent.
        Published = "PUBLISHED",
        /// It cannot be sent any more.
        Deprecated = "DEPRECATED",
        /// It can neither be sent nor opened: its endpoint fails.
        Blocked = "BLOCKED",
        /// It can be sent 10 times an hour: its endpoint is slow or fails.
        Throttled = "THROTTLED",
    }
}

open_enum! {
    /// What a flow is for.
    pub enum FlowCategory {
        /// Signing up.
        SignUp = "SIGN_UP",
        /// Signing in.
        SignIn = "SIGN_IN",
        /// Appointments.
        Appointment = "APPOINTMENT_BOOKING",
        /// Finding customers.
        Lead = "LEAD_GENERATION",
        /// Getting in touch.
        Contact = "CONTACT_US",
        /// Help.
        Support = "CUSTOMER_SUPPORT",
        /// Questions.
        Survey = "SURVEY",
        /// Something else.
        Other = "OTHER",
    }
}
