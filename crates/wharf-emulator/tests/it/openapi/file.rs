//! The platform's API description: operations, what they are asked with, and the schemas of their answers.

use std::{fs, path::Path};

use serde_json::{Value, json};
use yaml_rust2::{Yaml, YamlLoader};

/// Where the file is, beside the workspace.
const FILE: &str = "../../../shared/reference/business-messaging-api_v23.0.yaml";

/// The description, as JSON. `None`: it is not there, and that was said.
#[expect(clippy::print_stdout, reason = "whoever runs the tests wants to know what was skipped")]
pub(super) fn read() -> Option<Value> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE);
    let Ok(text) = fs::read_to_string(path) else {
        println!("skipped: the platform's API description is not beside the workspace");
        return None;
    };
    let documents = YamlLoader::load_from_str(&text).unwrap();
    Some(json(&documents[0]))
}

fn json(yaml: &Yaml) -> Value {
    match yaml {
        Yaml::Real(text) => serde_json::from_str(text).unwrap_or_else(|_| text.as_str().into()),
        Yaml::Integer(number) => (*number).into(),
        Yaml::String(text) => text.as_str().into(),
        Yaml::Boolean(flag) => (*flag).into(),
        Yaml::Array(items) => items.iter().map(json).collect(),
        Yaml::Hash(members) => {
            let named = |name: &Yaml| match json(name) {
                Value::String(text) => text,
                other => other.to_string(),
            };
            members.iter().map(|(name, value)| (named(name), json(value))).collect()
        }
        // The reader has put the others in the place of aliases.
        Yaml::Null | Yaml::Alias(_) | Yaml::BadValue => Value::Null,
    }
}

/// An operation of the file.
pub(super) struct Operation<'f> {
    root: &'f Value,
    pub(super) method: String,
    /// As the file has it, without the version.
    pub(super) path: String,
    own: &'f Value,
}

/// The operations of the API.
pub(super) fn operations(root: &Value) -> Vec<Operation<'_>> {
    let mut all = Vec::new();
    for (path, item) in root["paths"].as_object().unwrap() {
        let Some(path) = path.strip_prefix("/{Version}") else { continue };
        for (method, own) in item.as_object().unwrap() {
            if ["get", "post", "delete"].contains(&method.as_str()) {
                let method = method.to_ascii_uppercase();
                all.push(Operation { root, method, path: path.to_owned(), own });
            }
        }
    }
    all
}

impl<'f> Operation<'f> {
    pub(super) fn name(&self) -> String {
        format!("{} {}", self.method, self.path)
    }

    /// The bodies it is asked with: a title, the media type, the body.
    pub(super) fn bodies(&self) -> Vec<(String, &'f str, &'f Value)> {
        let mut all = Vec::new();
        let body = follow(self.root, &self.own["requestBody"]);
        for (kind, content) in body["content"].as_object().into_iter().flatten() {
            if let Some(value) = content.get("example") {
                all.push(("example".to_owned(), kind.as_str(), value));
            }
            for (title, example) in content["examples"].as_object().into_iter().flatten() {
                all.push((title.clone(), kind.as_str(), &follow(self.root, example)["value"]));
            }
        }
        all
    }

    /// Examples of what may stand in the query: a name, a value.
    pub(super) fn queries(&self) -> Vec<(&'f str, String)> {
        let all = self.own["parameters"].as_array().into_iter().flatten();
        let all = all.map(|parameter| follow(self.root, parameter));
        let of_query = all.filter(|parameter| parameter["in"] == "query");
        of_query
            .filter_map(|parameter| {
                let example =
                    parameter.get("example").or_else(|| parameter["schema"].get("example"))?;
                let text = example.as_str().map_or_else(|| example.to_string(), str::to_owned);
                Some((parameter["name"].as_str()?, text))
            })
            .collect()
    }

    /// The schema of an answer of this status, with everything it refers to; `None` if there is no such answer.
    pub(super) fn schema(&self, status: u16) -> Option<Value> {
        let answer = follow(self.root, self.own["responses"].get(status.to_string())?);
        let contents = answer["content"].as_object()?;
        let schema = contents.get("application/json")?.get("schema")?;
        Some(json!({"allOf": [schema], "components": self.root["components"]}))
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
