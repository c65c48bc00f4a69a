//! Screens: ids, layout, the data they declare, how they end.

use serde_json::{Map, Value};

use super::{Check, component};
use crate::world::flows::{
    parts::{SUCCESS, children, every, screens, text},
    place::Place,
};

/// Components of a screen.
const COMPONENTS_MOST: usize = 50;

pub(super) fn check(check: &mut Check<'_>) {
    let flow = check.flow;
    let place = Place::default().key("screens");
    match flow["screens"].as_array() {
        None if flow.get("screens").is_none() => {
            let message = "Required property 'screens' is missing.";
            check.found("MISSING_REQUIRED_PROPERTY", &Place::default(), message);
        }
        None => check.found(
            "INVALID_PROPERTY_TYPE",
            &place,
            "Expected property 'screens' to be a list.",
        ),
        Some(all) if all.is_empty() => {
            check.found("INVALID_PROPERTY_VALUE", &place, "There must be one screen at least.");
        }
        Some(all) => {
            for (at, one) in all.iter().enumerate() {
                match one.as_object() {
                    Some(screen) => screen_at(check, screen, one, at, &place.at(at)),
                    None => check.found(
                        "INVALID_PROPERTY_TYPE",
                        &place.at(at),
                        "A screen is an object.",
                    ),
                }
            }
            if !all.iter().any(is_terminal) {
                let message =
                    "There must be one screen at least with 'terminal': true, where the flow ends.";
                check.found("MISSING_TERMINAL_SCREEN", &place, message);
            }
        }
    }
}

fn is_terminal(screen: &Value) -> bool {
    screen["terminal"] == true
}

fn screen_at(
    check: &mut Check<'_>,
    screen: &Map<String, Value>,
    whole: &Value,
    at: usize,
    place: &Place,
) {
    if let Some(id) = check.needed(screen, "id", place) {
        let place = place.key("id");
        if id == SUCCESS {
            let message = "Invalid value found for property 'id': SUCCESS is reserved.";
            check.found("INVALID_PROPERTY_VALUE", &place, message);
        } else if !id.chars().all(|char| char.is_ascii_alphabetic() || char == '_') {
            let message = format!(
                "Invalid value found for property 'id': '{id}' may have letters and underscores only."
            );
            check.found("INVALID_PROPERTY_VALUE", &place, message);
        }
        if screens(check.flow).iter().take(at).any(|before| before["id"] == id) {
            let message = format!("Duplicate screen id found: '{id}'. Screen ids must be unique.");
            check.found("DUPLICATE_SCREEN_ID", &place, message);
        }
    }
    declared(check, screen, place);
    let layout = place.key("layout");
    match screen.get("layout").and_then(Value::as_object) {
        None => {
            let message = "Required property 'layout' is missing: an object.";
            check.found("MISSING_REQUIRED_PROPERTY", place, message);
        }
        Some(given) => {
            if text(given, "type") != "SingleColumnLayout" {
                let message =
                    "Invalid value found for property 'type': a layout is a SingleColumnLayout.";
                check.found("INVALID_PROPERTY_VALUE", &layout.key("type"), message);
            }
            if !given.get("children").is_some_and(Value::is_array) {
                let message = "Required property 'children' is missing: a list of components.";
                check.found("MISSING_REQUIRED_PROPERTY", &layout, message);
            }
        }
    }
    component::check(check, whole, &layout.key("children"));
    counts(check, whole, &layout.key("children"), place);
}

/// What a screen declares to be given: each with a type and an example.
fn declared(check: &mut Check<'_>, screen: &Map<String, Value>, place: &Place) {
    let Some(data) = screen.get("data") else { return };
    let place = place.key("data");
    let Some(data) = data.as_object() else {
        return check.found(
            "INVALID_PROPERTY_TYPE",
            &place,
            "Expected property 'data' to be an object.",
        );
    };
    for (name, one) in data {
        let place = place.key(name);
        for needed in ["type", "__example__"] {
            if one.get(needed).is_none() {
                let message = format!("Required property '{needed}' is missing.");
                check.found("MISSING_REQUIRED_PROPERTY", &place, message);
            }
        }
    }
}

fn counts(check: &mut Check<'_>, screen: &Value, children_at: &Place, place: &Place) {
    let (mut count, mut footers, mut ends) = (0, 0, false);
    every(children(screen), &mut |component| {
        count += 1;
        footers += usize::from(text(component, "type") == "Footer");
        let name = component.get("on-click-action").map(|action| action["name"].clone());
        ends |= name.is_some_and(|name| name == "complete" || name == "data_exchange");
    });
    if count > COMPONENTS_MOST {
        let message = format!("{count} components; a screen may have {COMPONENTS_MOST}.");
        check.found("INVALID_COMPONENT_COUNT", children_at, message);
    }
    let plain = children(screen).iter().flat_map(|child| {
        std::iter::once(child).chain(child["children"].as_array().into_iter().flatten())
    });
    if plain.filter(|child| child["type"] == "Footer").count() > 1 {
        check.found("INVALID_COMPONENT_COUNT", children_at, "A screen may have one Footer.");
    }
    if is_terminal(screen) && footers == 0 {
        let message = "A terminal screen must have a Footer.";
        check.found("MISSING_FOOTER", place, message);
    } else if is_terminal(screen) && !ends {
        let message =
            "The Footer of a terminal screen must have the action 'complete' (or 'data_exchange').";
        check.found("MISSING_COMPLETE_ACTION", place, message);
    }
}
