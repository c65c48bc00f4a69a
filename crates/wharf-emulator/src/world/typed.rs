//! Bodies as the model's types: what is wrong is said with its path, and a list is no object.

use serde::de::DeserializeOwned;
use serde_json::Value;

/// Members that are objects wherever they stand in a message or a template. The reader of a type would take a list of
/// its members for it, which the platform does not.
const OBJECTS: &[&str] = &[
    "action",
    "audio",
    "body",
    "context",
    "currency",
    "date_time",
    "document",
    "flow_action_payload",
    "footer",
    "header",
    "image",
    "interactive",
    "language",
    "location",
    "name",
    "order",
    "org",
    "reaction",
    "reply",
    "sticker",
    "template",
    "text",
    "typing_indicator",
    "video",
];

/// Members that are lists of objects.
const LISTS: &[&str] = &[
    "addresses",
    "buttons",
    "cards",
    "components",
    "contacts",
    "emails",
    "parameters",
    "phones",
    "product_items",
    "rows",
    "sections",
    "urls",
];

/// Reads a body as one of the model's. The error says where, and what was expected there.
pub(super) fn read<T: DeserializeOwned>(body: &Value) -> Result<T, String> {
    serde_path_to_error::deserialize(body).map_err(|error| {
        let (path, what) = (error.path().to_string(), error.inner().to_string());
        match path.as_str() {
            "." | "?" => what,
            path => format!("{path}: {what}"),
        }
    })
}

/// The path of the first list that should be an object.
pub(super) fn list_for_object(body: &Value) -> Option<String> {
    // Nearly always there is none, and then no path is written.
    if !has_list("", body) {
        return None;
    }
    let Value::Object(fields) = body else { return None };
    fields.iter().find_map(|(name, value)| look(name, name, value))
}

fn has_list(name: &str, value: &Value) -> bool {
    match value {
        Value::Array(items) => {
            OBJECTS.contains(&name)
                || items.iter().any(|item| match item {
                    Value::Array(_) if LISTS.contains(&name) => true,
                    _ => has_list("", item),
                })
        }
        Value::Object(fields) => fields.iter().any(|(name, value)| has_list(name, value)),
        _ => false,
    }
}

fn look(path: &str, name: &str, value: &Value) -> Option<String> {
    match value {
        Value::Array(_) if OBJECTS.contains(&name) => Some(path.to_owned()),
        Value::Array(items) => items.iter().enumerate().find_map(|(at, item)| {
            let path = format!("{path}[{at}]");
            match item {
                Value::Array(_) if LISTS.contains(&name) => Some(path),
                _ => look(&path, "", item),
            }
        }),
        Value::Object(fields) => {
            fields.iter().find_map(|(name, value)| look(&format!("{path}.{name}"), name, value))
        }
        _ => None,
    }
}
