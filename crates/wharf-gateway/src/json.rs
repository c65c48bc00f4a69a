//! Changing one member of others' JSON and leaving every other byte of a value as it came.

use std::fmt;

use serde::{Deserializer as _, de};
use serde_json::value::RawValue;

/// The members of a JSON object in order, repeated names included; `None` when it is no object.
fn members(json: &str) -> Option<Vec<(String, &RawValue)>> {
    struct Members;

    impl<'de> de::Visitor<'de> for Members {
        type Value = Vec<(String, &'de RawValue)>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object")
        }

        fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut members = Vec::with_capacity(8);
            while let Some(member) = map.next_entry()? {
                members.push(member);
            }
            Ok(members)
        }
    }

    let mut deserializer = serde_json::Deserializer::from_str(json);
    let members = deserializer.deserialize_map(Members).ok()?;
    deserializer.end().ok().map(|()| members)
}

/// The object `json` with member `name` set to this text, or without it. `None` when it is no object.
pub(crate) fn set(json: &str, name: &str, value: Option<&str>) -> Option<String> {
    let value = value.map(serde_json::to_string).transpose().ok()?;
    let members = members(json)?;
    let kept = members.iter().filter(|(key, _)| key != name);
    let mut parts =
        kept.map(|(key, value)| member(key, value.get())).collect::<Option<Vec<_>>>()?;
    if let Some(value) = value {
        parts.push(member(name, &value)?);
    }
    Some(format!("{{{}}}", parts.join(",")))
}

/// `json` with every value at `path` changed; arrays on the way are walked through. A value that `change`
/// has nothing to say about stays as it is.
pub(crate) fn change_at(
    json: &str,
    path: &[&str],
    change: &dyn Fn(&str) -> Option<String>,
) -> Option<String> {
    if json.trim_start().starts_with('[') {
        let elements: Vec<&RawValue> = serde_json::from_str(json).ok()?;
        let changed = elements.iter().map(|element| {
            let element = element.get();
            change_at(element, path, change).unwrap_or_else(|| element.to_owned())
        });
        return Some(format!("[{}]", changed.collect::<Vec<_>>().join(",")));
    }
    let Some((name, rest)) = path.split_first() else { return change(json) };
    let parts = members(json)?.into_iter().map(|(key, value)| {
        let value = value.get();
        let changed = if key == *name { change_at(value, rest, change) } else { None };
        member(&key, changed.as_deref().unwrap_or(value))
    });
    Some(format!("{{{}}}", parts.collect::<Option<Vec<_>>>()?.join(",")))
}

fn member(name: &str, value: &str) -> Option<String> {
    Some(format!("{}:{value}", serde_json::to_string(name).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_member_changes_and_the_rest_keeps_its_bytes() {
        let given = r#"{ "to" : "1", "n":1.50, "u":"\u00e9\/", "a":1, "a":2, "x":"old" }"#;
        let set = set(given, "x", Some("ne\"w")).unwrap();
        assert_eq!(set, r#"{"to":"1","n":1.50,"u":"\u00e9\/","a":1,"a":2,"x":"ne\"w"}"#);
        assert_eq!(super::set(r#"{"x":1}"#, "x", None).as_deref(), Some("{}"));
        for bad in ["", "[]", "7", "{", "{} {}"] {
            assert_eq!(super::set(bad, "x", None), None, "{bad}");
        }
    }

    #[test]
    fn arrays_on_the_way_are_walked_through() {
        let given = r#"{"e":[{"s":[{"v":1},{"v":2, "w":[]}]},{"t":0},7],"s":{"v":1}}"#;
        let changed = change_at(given, &["e", "s"], &|json| set(json, "v", Some("x"))).unwrap();
        assert_eq!(changed, r#"{"e":[{"s":[{"v":"x"},{"w":[],"v":"x"}]},{"t":0},7],"s":{"v":1}}"#);
    }
}
