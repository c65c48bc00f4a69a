//! Every webhook example of the platform's own description is read. The description is not in this
//! repository: where it lies beside it, it is used; else the test says so and ends.

use std::{fs, path::Path};

use serde_json::Value;
use wharf_model::webhook::{self, Event};
use yaml_rust2::{Yaml, YamlLoader};

const DESCRIPTION: &str = "../../../shared/reference/business-messaging-api_v23.0.yaml";

fn json(yaml: &Yaml) -> Value {
    match yaml {
        Yaml::Real(text) => text.parse::<f64>().map_or(Value::Null, Value::from),
        Yaml::Integer(number) => Value::from(*number),
        Yaml::String(text) => Value::from(text.as_str()),
        Yaml::Boolean(yes) => Value::from(*yes),
        Yaml::Array(items) => items.iter().map(json).collect(),
        Yaml::Hash(members) => members
            .iter()
            .map(|(name, value)| {
                let name = json(name);
                (name.as_str().map_or_else(|| name.to_string(), str::to_owned), json(value))
            })
            .collect(),
        Yaml::Alias(_) | Yaml::Null | Yaml::BadValue => Value::Null,
    }
}

/// Every object in it that is a webhook body.
fn bodies<'a>(value: &'a Value, found: &mut Vec<&'a Value>) {
    match value {
        Value::Object(members) => {
            let is_body = members.get("object").and_then(Value::as_str)
                == Some("whatsapp_business_account")
                && members.contains_key("entry");
            if is_body {
                found.push(value);
            } else {
                members.values().for_each(|member| bodies(member, found));
            }
        }
        Value::Array(items) => items.iter().for_each(|item| bodies(item, found)),
        _ => {}
    }
}

#[test]
fn every_example_of_the_description_is_read() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(DESCRIPTION);
    let Ok(text) = fs::read_to_string(&path) else {
        println!("skipped: {DESCRIPTION} is not here");
        return;
    };
    let documents = YamlLoader::load_from_str(&text).unwrap();
    let description = json(&documents[0]);
    let mut found = Vec::new();
    bodies(&description, &mut found);
    assert!(found.len() >= 16, "only {} examples", found.len());
    for body in &found {
        let events = webhook::read(body.to_string().as_bytes());
        assert!(!events.is_empty(), "{body}");
        let unread: Vec<_> = events.iter().filter_map(Event::unread).collect();
        assert!(unread.is_empty(), "{unread:?} in {body:#}");
    }
    println!("{} examples were read", found.len());
}
