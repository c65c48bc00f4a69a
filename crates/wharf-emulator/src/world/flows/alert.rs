//! The webhook `flows`: where a flow stands, and how its endpoint does (Flows, "Webhooks").

use serde_json::{Value, json};
use wharf_model::id::FlowId;

use super::Flow;
use crate::world::World;

/// What can be wrong with a flow's endpoint, or with the flow on phones.
pub(crate) const ALERTS: [&str; 5] = [
    "CLIENT_ERROR_RATE",
    "ENDPOINT_ERROR_RATE",
    "ENDPOINT_LATENCY",
    "ENDPOINT_AVAILABILITY",
    "FLOW_VERSION_EXPIRY_WARNING",
];

/// An alert, as the control API asks for it.
#[derive(Clone, Debug)]
pub(crate) struct Alert {
    /// One of [`ALERTS`].
    pub(crate) event: String,
    /// Whether it is over.
    pub(crate) over: bool,
    /// Percent of errors or of availability, or milliseconds.
    pub(crate) value: Option<f64>,
    /// Where the alarm begins.
    pub(crate) threshold: Option<u64>,
}

impl World {
    /// A flow's status changes, and the app is told.
    pub(crate) fn flow_becomes(&mut self, id: &FlowId, status: &str) -> Option<Flow> {
        let flow = self.flows.all.get_mut(id)?;
        let old = std::mem::replace(&mut flow.status, status.to_owned());
        flow.sent.clear();
        let flow = flow.clone();
        if old != status {
            let message = format!("Flow {} changed status from {old} to {status}", flow.name);
            let value = json!({
                "event": "FLOW_STATUS_CHANGE", "message": message, "flow_id": id,
                "old_status": old, "new_status": status,
            });
            self.tell("flows", &value);
        }
        Some(flow)
    }

    /// The app is told how the endpoint does.
    pub(crate) fn alert_of_flow(&mut self, id: &FlowId, alert: &Alert) -> Option<Flow> {
        let flow = self.flows.all.get(id)?.clone();
        let value = told(&flow, alert);
        self.tell("flows", &value);
        Some(flow)
    }
}

fn told(flow: &Flow, alert: &Alert) -> Value {
    let Alert { event, over, value, threshold } = alert;
    let state = if *over { "DEACTIVATED" } else { "ACTIVATED" };
    let mut told = json!({"event": event, "flow_id": flow.id});
    let members = match event.as_str() {
        "ENDPOINT_LATENCY" => {
            let p90 = value.unwrap_or(6_000.0);
            json!({
                "message": format!("Latency of the endpoint of flow {}: {p90} ms (p90)", flow.name),
                "p90_latency": p90, "p50_latency": (p90 / 2.0).round(), "requests_count": flow.asked.max(1),
                "threshold": threshold.unwrap_or(5_000), "alert_state": state,
            })
        }
        "ENDPOINT_AVAILABILITY" => {
            let availability = value.unwrap_or(50.0);
            json!({
                "message": format!("Availability of the endpoint of flow {}: {availability} %", flow.name),
                "availability": availability, "threshold": threshold.unwrap_or(90), "alert_state": state,
            })
        }
        "FLOW_VERSION_EXPIRY_WARNING" => {
            let warning = format!("The version of the JSON of flow {} will expire.", flow.name);
            json!({"message": warning, "warning": warning})
        }
        _ => {
            let rate = value.unwrap_or(14.28);
            let kind = if event == "CLIENT_ERROR_RATE" {
                "INVALID_SCREEN_TRANSITION"
            } else {
                "TIMEOUT_ERROR"
            };
            json!({
                "message": format!("Errors of flow {}: {rate} %", flow.name),
                "error_rate": rate, "threshold": threshold.unwrap_or(10), "alert_state": state,
                "errors": [{"error_type": kind, "error_rate": rate, "error_count": flow.failed.max(1)}],
            })
        }
    };
    if let (Some(told), Value::Object(members)) = (told.as_object_mut(), members) {
        told.extend(members);
    }
    told
}
