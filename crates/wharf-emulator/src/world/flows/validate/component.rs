//! Components: known ones, with what they must have, and references to what there is.

use serde_json::{Map, Value};

use super::Check;
use crate::world::flows::{
    expr::references,
    parts::{ACTIONS, children, every, inside, known, screen as screen_of, text},
    place::Place,
};

/// Where components stand.
struct Around<'a> {
    screen: &'a Value,
    terminal: bool,
}

pub(super) fn check(check: &mut Check<'_>, screen: &Value, place: &Place) {
    let around = Around { screen, terminal: screen["terminal"] == true };
    let mut names = Vec::new();
    list(check, &around, children(screen), place, &mut names);
}

fn list<'a>(
    check: &mut Check<'_>,
    around: &Around<'_>,
    all: &'a [Value],
    place: &Place,
    names: &mut Vec<&'a str>,
) {
    for (at, one) in all.iter().enumerate() {
        let place = place.at(at);
        let Some(component) = one.as_object() else {
            check.found("INVALID_PROPERTY_TYPE", &place, "A component is an object.");
            continue;
        };
        one_of(check, around, component, &place, names);
        let lists = inside(component);
        for (way, list_inside) in &lists {
            let deeper = way.iter().fold(place.clone(), |place, name| place.key(name));
            if lists.len() > 1 {
                // Of two branches one is shown: names may be in both.
                let mut own = names.clone();
                list(check, around, list_inside, &deeper, &mut own);
            } else {
                list(check, around, list_inside, &deeper, names);
            }
        }
    }
}

fn one_of<'a>(
    check: &mut Check<'_>,
    around: &Around<'_>,
    component: &'a Map<String, Value>,
    place: &Place,
    names: &mut Vec<&'a str>,
) {
    let Some(kind) = check.needed(component, "type", place) else { return };
    let Some(known) = known(kind) else {
        let message =
            format!("Invalid value found for property 'type': there is no component '{kind}'.");
        return check.found("INVALID_PROPERTY_VALUE", &place.key("type"), message);
    };
    for needed in known.needs {
        if component.get(*needed).is_none_or(Value::is_null) {
            let message = format!("Required property '{needed}' is missing in the {kind}.");
            check.found("MISSING_REQUIRED_PROPERTY", place, message);
        }
    }
    let name = text(component, "name");
    if known.is_input && !name.is_empty() {
        if names.contains(&name) {
            let message =
                format!("Duplicate name found: '{name}'. Names must be unique on a screen.");
            check.found("DUPLICATE_COMPONENT_NAME", &place.key("name"), message);
        }
        names.push(name);
    }
    for action in ["on-click-action", "on-select-action", "on-unselect-action"] {
        if let Some(value) = component.get(action) {
            act(check, around, value, &place.key(action));
        }
    }
    let rows = component.get("list-items").and_then(Value::as_array);
    for (at, row) in rows.into_iter().flatten().enumerate() {
        if let Some(action) = row.get("on-click-action") {
            let place = place.key("list-items").at(at).key("on-click-action");
            act(check, around, action, &place);
        }
    }
    for (property, value) in component {
        // Components inside are looked at on their own.
        if !matches!(property.as_str(), "children" | "then" | "else" | "cases") {
            bound(check, around, value, &place.key(property));
        }
    }
}

fn act(check: &mut Check<'_>, around: &Around<'_>, action: &Value, place: &Place) {
    let Some(action) = action.as_object() else {
        return check.found("INVALID_PROPERTY_TYPE", place, "An action is an object.");
    };
    let Some(name) = check.needed(action, "name", place) else { return };
    match name {
        "navigate" => {
            let next = action.get("next").map(|next| &next["name"]).and_then(Value::as_str);
            match next {
                None => {
                    let message =
                        "Required property 'next' is missing: {\"type\": \"screen\", \"name\": …}.";
                    check.found("MISSING_REQUIRED_PROPERTY", place, message);
                }
                Some(next) if !check.is_screen(next) => {
                    let message = format!("Unknown screen found: '{next}'.");
                    check.found("INVALID_NAVIGATE_ACTION", &place.key("next").key("name"), message);
                }
                Some(next) if !super::routes::leads(check.flow, &around.screen["id"], next) => {
                    let message =
                        format!("The routing_model has no route from this screen to '{next}'.");
                    check.found("INVALID_NAVIGATE_ACTION", &place.key("next").key("name"), message);
                }
                Some(_) => {}
            }
        }
        "complete" if !around.terminal => {
            let message = "The action 'complete' can be on a screen with 'terminal': true only.";
            check.found("INVALID_COMPLETE_ACTION", &place.key("name"), message);
        }
        "data_exchange" if check.flow.get("data_api_version").is_none() => {
            let message = "The action 'data_exchange' needs 'data_api_version', and an endpoint.";
            check.found("INVALID_DATA_EXCHANGE_ACTION", &place.key("name"), message);
        }
        name if !ACTIONS.contains(&name) => {
            let message = format!(
                "Invalid value found for property 'name': '{name}' is not one of {}.",
                ACTIONS.join(", ")
            );
            check.found("INVALID_PROPERTY_VALUE", &place.key("name"), message);
        }
        _ => {}
    }
}

/// References in a value, wherever they stand.
fn bound(check: &mut Check<'_>, around: &Around<'_>, value: &Value, place: &Place) {
    match value {
        Value::String(text) => {
            for reference in references(text) {
                if !is_there(check.flow, around.screen, reference) {
                    let message = format!(
                        "The reference '${{{reference}}}' leads to nothing that the screen has."
                    );
                    check.found("INVALID_DYNAMIC_DATA", place, message);
                }
            }
        }
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                bound(check, around, item, &place.at(at));
            }
        }
        Value::Object(members) => {
            for (name, member) in members {
                bound(check, around, member, &place.key(name));
            }
        }
        _ => {}
    }
}

fn is_there(flow: &Value, screen: &Value, reference: &str) -> bool {
    let ways: Vec<_> = reference.split('.').collect();
    match ways.as_slice() {
        ["data", name, ..] => screen["data"].get(name).is_some(),
        ["form", name, ..] => has_input(screen, name),
        ["screen", id, "data", name, ..] => {
            screen_of(flow, id).is_some_and(|screen| screen["data"].get(name).is_some())
        }
        ["screen", id, "form", name, ..] => {
            screen_of(flow, id).is_some_and(|screen| has_input(screen, name))
        }
        _ => false,
    }
}

fn has_input(screen: &Value, name: &str) -> bool {
    let mut there = false;
    every(children(screen), &mut |component| {
        there |= text(component, "name") == name
            && known(text(component, "type")).is_some_and(|known| known.is_input);
    });
    there
}
