//! The routing model: which screen may follow which.

use serde_json::Value;

use super::Check;
use crate::world::flows::{parts::screens, place::Place};

/// Routes from one screen.
const ROUTES_MOST: usize = 10;

/// Whether a screen may be followed by another. Without a routing model any may.
pub(in crate::world::flows) fn leads(flow: &Value, from: &Value, to: &str) -> bool {
    let Some(routes) = flow["routing_model"].as_object() else { return true };
    let known = from.as_str().and_then(|from| routes.get(from)).and_then(Value::as_array);
    known.is_some_and(|all| all.iter().any(|known| known == to))
}

pub(super) fn check(check: &mut Check<'_>) {
    let Some(model) = check.flow.get("routing_model") else { return };
    let place = Place::default().key("routing_model");
    let Some(model) = model.as_object() else {
        let message = "Expected property 'routing_model' to be an object: each screen, and those that may follow it.";
        return check.found("INVALID_PROPERTY_TYPE", &place, message);
    };
    for (from, to) in model {
        let place = place.key(from);
        if !check.is_screen(from) {
            let message = format!("Unknown screen found in the routing_model: '{from}'.");
            check.found("INVALID_ROUTING_MODEL", &place, message);
        }
        let Some(to) = to.as_array() else {
            check.found("INVALID_PROPERTY_TYPE", &place, "Expected a list of screen ids.");
            continue;
        };
        if to.len() > ROUTES_MOST {
            let message =
                format!("{} routes; at most {ROUTES_MOST} may lead from one screen.", to.len());
            check.found("INVALID_ROUTING_MODEL", &place, message);
        }
        for (at, to) in to.iter().enumerate() {
            let place = place.at(at);
            let to = to.as_str().unwrap_or_default();
            if !check.is_screen(to) {
                let message = format!("Unknown screen found in the routing_model: '{to}'.");
                check.found("INVALID_ROUTING_MODEL", &place, message);
            } else if to == from {
                let message = format!(
                    "'{from}' leads to itself: a screen may be shown again without a route."
                );
                check.found("INVALID_ROUTING_MODEL", &place, message);
            } else if leads(check.flow, &to.into(), from) {
                let message =
                    format!("'{from}' and '{to}' lead to each other: going back needs no route.");
                check.found("INVALID_ROUTING_MODEL", &place, message);
            }
        }
    }
    alone(check, &place);
}

/// Screens that are not in the model, and that no route leads to.
fn alone(check: &mut Check<'_>, place: &Place) {
    let flow = check.flow;
    let ids: Vec<_> = screens(flow).iter().filter_map(|screen| screen["id"].as_str()).collect();
    let entries: Vec<_> =
        ids.iter().filter(|id| !ids.iter().any(|from| leads(flow, &(*from).into(), id))).collect();
    if entries.is_empty() && !ids.is_empty() {
        let message = "There must be a screen that no route leads to: the first one.";
        check.found("INVALID_ROUTING_MODEL", place, message);
    }
    for (at, id) in ids.iter().enumerate() {
        if flow["routing_model"].get(id).is_none() {
            let message = format!("The screen '{id}' is missing in the routing_model.");
            check.found(
                "INVALID_ROUTING_MODEL",
                &Place::default().key("screens").at(at).key("id"),
                message,
            );
        }
    }
}
