//! The operations and examples of the platform's API description.

use std::{fs, path::Path};

use http::Method;
use serde_json::Value;
use yaml_rust2::{Yaml, YamlLoader};

/// Where the file is, beside the workspace.
const FILE: &str = "../../../shared/reference/business-messaging-api_v23.0.yaml";

/// An operation of the file.
pub(super) struct Operation {
    pub(super) method: Method,
    /// The path after the version, without braces.
    pub(super) path: String,
    pub(super) examples: Vec<Example>,
}

/// An example of the file.
pub(super) struct Example {
    pub(super) part: Part,
    /// The HTTP status; empty for requests.
    status: String,
    title: String,
    pub(super) value: Value,
}

/// What an example is of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Request,
    Answer,
    Error,
}

impl Part {
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Request => "requests",
            Self::Answer => "answers",
            Self::Error => "errors",
        }
    }
}

impl Operation {
    pub(super) fn name(&self) -> String {
        format!("{} {}", self.method, self.path)
    }

    pub(super) fn is_webhook(&self) -> bool {
        self.path == "whatsapp/webhooks"
    }
}

impl Example {
    pub(super) fn name(&self) -> String {
        let part = if self.part == Part::Request { "request" } else { &self.status };
        format!("{part} {}", self.title)
    }
}

/// The operations of the file; none if it is not there.
pub(super) fn operations() -> Option<Vec<Operation>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE);
    let text = fs::read_to_string(path).ok()?;
    let documents = YamlLoader::load_from_str(&text).unwrap();
    let root = json(&documents[0]);
    let mut operations = Vec::new();
    for (path, item) in root["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let method = match method.as_str() {
                "get" => Method::GET,
                "post" => Method::POST,
                "delete" => Method::DELETE,
                other => {
                    assert!(matches!(other, "parameters" | "summary" | "description"), "{other}");
                    continue;
                }
            };
            let path = path.trim_start_matches('/').replace("{Version}/", "");
            let path = path.replace(['{', '}'], "");
            operations.push(Operation { method, path, examples: examples(&root, operation) });
        }
    }
    Some(operations)
}

fn examples(root: &Value, operation: &Value) -> Vec<Example> {
    let mut found = Vec::new();
    let body = follow(root, &operation["requestBody"]);
    of_content(root, body, Part::Request, "", &mut found);
    for (status, answer) in operation["responses"].as_object().into_iter().flatten() {
        let part = if status.starts_with('2') { Part::Answer } else { Part::Error };
        of_content(root, follow(root, answer), part, status, &mut found);
    }
    found
}

fn of_content(root: &Value, holder: &Value, part: Part, status: &str, found: &mut Vec<Example>) {
    let mut add = |title: &str, value: &Value| {
        found.push(Example {
            part,
            status: status.to_owned(),
            title: title.to_owned(),
            value: value.clone(),
        });
    };
    for content in holder["content"].as_object().into_iter().flatten().map(|(_, content)| content) {
        if let Some(value) = content.get("example") {
            add("example", value);
        }
        for (title, example) in content["examples"].as_object().into_iter().flatten() {
            add(title, &follow(root, example)["value"]);
        }
    }
}

/// What a `$ref` refers to.
fn follow<'v>(root: &'v Value, value: &'v Value) -> &'v Value {
    match value["$ref"].as_str() {
        Some(reference) => {
            follow(root, root.pointer(reference.trim_start_matches('#')).unwrap_or(&Value::Null))
        }
        None => value,
    }
}

fn json(yaml: &Yaml) -> Value {
    match yaml {
        Yaml::Real(text) => serde_json::from_str(text).unwrap_or_else(|_| text.as_str().into()),
        Yaml::Integer(number) => (*number).into(),
        Yaml::String(text) => text.as_str().into(),
        Yaml::Boolean(flag) => (*flag).into(),
        Yaml::Array(items) => items.iter().map(json).collect(),
        Yaml::Hash(members) => {
            members.iter().map(|(name, value)| (key(name), json(value))).collect()
        }
        // The reader has put the others in the place of aliases.
        Yaml::Null | Yaml::Alias(_) | Yaml::BadValue => Value::Null,
    }
}

fn key(yaml: &Yaml) -> String {
    match json(yaml) {
        Value::String(text) => text,
        other => other.to_string(),
    }
}
