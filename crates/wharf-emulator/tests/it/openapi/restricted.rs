//! The platform's API description, cut down to what the emulator says it has, about what is in its world.

use serde_json::{Map, Value, json};

use super::scene::{Scene, placeholders, renamed};

/// The description of the operations that are emulated: all that a path names is in this world.
pub(super) fn restricted(root: &Value, coverage: &[(String, bool)], scene: &Scene) -> Value {
    let mut paths = Map::new();
    for (path, item) in root["paths"].as_object().unwrap() {
        let Some(short) = path.strip_prefix("/{Version}") else { continue };
        let mut kept = item.as_object().unwrap().clone();
        kept.retain(|method, _| {
            let name = format!("{} {}", method.to_ascii_uppercase(), renamed(short));
            method == "parameters" || coverage.iter().any(|(known, has)| *has && *known == name)
        });
        if kept.keys().all(|method| method == "parameters") || scene.path(&renamed(short)).is_err()
        {
            continue;
        }
        for (method, operation) in &mut kept {
            if method != "parameters" {
                name_what_is_there(root, scene, short, operation);
            }
        }
        paths.insert(path.clone(), kept.into());
    }
    json!({
        "openapi": root["openapi"], "info": root["info"], "paths": paths, "components": root["components"],
    })
}

/// Puts the world's own ids in the place of whatever a path may name.
fn name_what_is_there(root: &Value, scene: &Scene, path: &str, operation: &mut Value) {
    let mut parameters = operation["parameters"].as_array().cloned().unwrap_or_default();
    parameters.retain(|parameter| {
        let reference = parameter["$ref"].as_str().map(|name| name.trim_start_matches('#'));
        let parameter = reference.and_then(|name| root.pointer(name)).unwrap_or(parameter);
        parameter["in"] != "path" && parameter["in"] != "header"
    });
    let fixed = |name: &str, value: &str| json!({"name": name, "in": "path", "required": true, "schema": {"type": "string", "enum": [value]}});
    parameters.push(fixed("Version", "v23.0"));
    for name in placeholders(path) {
        let id = scene.path(&renamed(&format!("/{{{name}}}"))).unwrap();
        parameters.push(fixed(name, id.rsplit('/').next().unwrap()));
    }
    operation["parameters"] = parameters.into();
}
