//! What became of flows (field `flows`). Their answers are messages, not this.

use super::parts::parts;
use crate::id::FlowId;

parts! {
    /// Something about a flow. Which fields are there follows from `event`.
    FlowUpdate {
        /// `FLOW_STATUS_CHANGE`, `CLIENT_ERROR_RATE`, `ENDPOINT_LATENCY`, …
        event: Option<String>,
        /// The same for a person.
        message: Option<String>,
        /// The flow.
        flow_id: Option<FlowId>,
        /// The status before.
        old_status: Option<String>,
        /// `DRAFT`, `PUBLISHED`, `DEPRECATED`, `BLOCKED`, `THROTTLED`.
        new_status: Option<String>,
        /// Share of requests that failed.
        error_rate: Option<f64>,
        /// Where the alarm begins: percent or milliseconds.
        threshold: Option<f64>,
        /// `ACTIVATED` or `DEACTIVATED`.
        alert_state: Option<String>,
        /// The errors by kind.
        errors: Vec<FlowErrors>,
        /// Milliseconds, median.
        p50_latency: Option<f64>,
        /// Milliseconds, of the slowest tenth.
        p90_latency: Option<f64>,
        /// Requests counted.
        requests_count: Option<f64>,
        /// Percent.
        availability: Option<f64>,
        /// A warning about an old version.
        warning: Option<String>,
    }
    /// How often a kind of error happened.
    FlowErrors {
        /// Which kind.
        error_type: Option<String>,
        /// Share of requests.
        error_rate: Option<f64>,
        /// How many.
        error_count: Option<f64>,
    }
}
