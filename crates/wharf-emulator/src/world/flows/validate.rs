//! What is wrong with the JSON of a flow, in the platform's shape (Flow JSON, "Validation errors").

mod component;
mod routes;
mod screen;

pub(super) use self::routes::leads;

use serde_json::{Map, Value, json};

use super::{
    parts::{DATA_VERSIONS, VERSIONS, screens},
    place::Place,
};

/// Errors that are told at once.
const ERRORS_MOST: usize = 100;

/// What is wrong with a flow's JSON; nothing, if it can be published.
pub(super) fn validate(text: &str) -> Vec<Value> {
    let flow: Value = match serde_json::from_str(text) {
        Ok(flow) => flow,
        Err(error) => {
            let (line, column) = (error.line(), error.column());
            return vec![json!({
                "error": "INVALID_JSON", "error_type": "JSON_SCHEMA_ERROR",
                "message": format!("The file is not JSON: {error}"),
                "line_start": line, "line_end": line, "column_start": column, "column_end": column,
                "pointers": [],
            })];
        }
    };
    let mut check = Check { text, flow: &flow, found: Vec::new() };
    match flow.as_object() {
        Some(top) => {
            versions(&mut check, top);
            screen::check(&mut check);
            routes::check(&mut check);
        }
        None => {
            check.found("INVALID_PROPERTY_TYPE", &Place::default(), "Flow JSON must be an object.");
        }
    }
    check.found
}

/// A flow that is looked at, and what is wrong with it so far.
pub(super) struct Check<'a> {
    text: &'a str,
    flow: &'a Value,
    found: Vec<Value>,
}

impl Check<'_> {
    fn found(&mut self, error: &str, place: &Place, message: impl Into<String>) {
        if self.found.len() >= ERRORS_MOST {
            return;
        }
        let span = place.span(self.text);
        let lines = json!({
            "line_start": span.start.0, "line_end": span.end.0,
            "column_start": span.start.1, "column_end": span.end.1,
        });
        let mut pointer = lines.clone();
        pointer["path"] = place.text().into();
        let mut whole = json!({
            "error": error, "error_type": "FLOW_JSON_ERROR", "message": message.into(), "pointers": [pointer],
        });
        if let (Some(whole), Value::Object(lines)) = (whole.as_object_mut(), lines) {
            whole.extend(lines);
        }
        self.found.push(whole);
    }

    /// A text that must be there and not be empty.
    fn needed<'v>(
        &mut self,
        of: &'v Map<String, Value>,
        name: &str,
        place: &Place,
    ) -> Option<&'v str> {
        match of.get(name) {
            None => {
                let message = format!("Required property '{name}' is missing.");
                self.found("MISSING_REQUIRED_PROPERTY", place, message);
                None
            }
            Some(Value::String(text)) if !text.is_empty() => Some(text),
            Some(_) => {
                let message =
                    format!("Expected property '{name}' to be a string that is not empty.");
                self.found("INVALID_PROPERTY_TYPE", &place.key(name), message);
                None
            }
        }
    }

    fn is_screen(&self, id: &str) -> bool {
        screens(self.flow).iter().any(|screen| screen["id"] == id)
    }
}

fn versions(check: &mut Check<'_>, top: &Map<String, Value>) {
    let place = Place::default();
    if let Some(version) = check.needed(top, "version", &place)
        && !VERSIONS.contains(&version)
    {
        let message = format!(
            "Invalid value found for property 'version': '{version}' is not one of {}.",
            VERSIONS.join(", ")
        );
        check.found("INVALID_PROPERTY_VALUE", &place.key("version"), message);
    }
    let Some(version) = top.get("data_api_version") else { return };
    if !version.as_str().is_some_and(|version| DATA_VERSIONS.contains(&version)) {
        let message = format!(
            "Invalid value found for property 'data_api_version': one of {}.",
            DATA_VERSIONS.join(", ")
        );
        check.found("INVALID_PROPERTY_VALUE", &place.key("data_api_version"), message);
    } else if !top.contains_key("routing_model") {
        let message = "Required property 'routing_model' is missing: a flow with an endpoint says which screen may \
            follow which.";
        check.found("MISSING_REQUIRED_PROPERTY", &place, message);
    }
}
