//! Reading a value although some of its words are not what they should be.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_path_to_error::{Path, Segment};

use crate::error::json_problem;

/// Words that may be mended in one item before it is called unreadable.
const REPAIRS_MAX: usize = 32;

/// Reads `json` as a `T`. Words of the wrong kind are mended one by one: a number becomes a
/// string and a string a number where the other is wanted; else the word is left out. A
/// repeated name counts once (the last), half a surrogate pair becomes U+FFFD.
///
/// Gives the value and a note per repair, or why it cannot be read.
pub(crate) fn tolerant<T: DeserializeOwned>(json: &str) -> Result<(T, Vec<String>), String> {
    match serde_json::from_str(json) {
        Ok(value) => Ok((value, Vec::new())),
        Err(first) => mend(json).map_err(|()| problem::<T>(json, &first)),
    }
}

/// Why it cannot be read, with the path as far as it is known.
fn problem<T: DeserializeOwned>(json: &str, first: &serde_json::Error) -> String {
    let mut reader = serde_json::Deserializer::from_str(json);
    let path = match serde_path_to_error::deserialize::<_, T>(&mut reader) {
        Err(error) => error.path().to_string(),
        Ok(_) => ".".to_owned(),
    };
    match path.as_str() {
        "." | "?" => json_problem(first),
        path => format!("{path}: {}", json_problem(first)),
    }
}

/// Reads the member `name` of an object. What cannot be mended is left out, with a note.
pub(crate) fn tolerant_at<T: DeserializeOwned>(
    name: &str,
    json: &str,
    notes: &mut Vec<String>,
) -> Option<T> {
    let object = format!("{{{}:{json}}}", Value::from(name));
    let Ok((mut members, more)) = tolerant::<BTreeMap<String, Option<T>>>(&object) else {
        notes.push(format!("{name}: was left out, it could not be read"));
        return None;
    };
    notes.extend(more);
    members.pop_first().and_then(|(_, value)| value)
}

fn mend<T: DeserializeOwned>(json: &str) -> Result<(T, Vec<String>), ()> {
    let mut notes = Vec::new();
    let whole = whole_surrogates(json);
    if whole != json {
        notes.push("half a surrogate pair was replaced".to_owned());
    }
    let mut value: Value = serde_json::from_str(&whole).map_err(drop)?;
    let mut last = None;
    for _ in 0..=REPAIRS_MAX {
        let text = value.to_string();
        let error = match serde_path_to_error::deserialize(&mut serde_json::Deserializer::from_str(
            &text,
        )) {
            Ok(read) => return Ok((read, notes)),
            Err(error) => error,
        };
        let path = error.path().to_string();
        let again = last.as_deref() == Some(path.as_str());
        notes.push(repair(&mut value, error.path(), again)?);
        last = Some(path);
    }
    Err(())
}

/// Mends the word at `path`: converts it, or takes it out if it was converted before.
fn repair(root: &mut Value, path: &Path, again: bool) -> Result<String, ()> {
    let mut parent = root;
    let mut segments: Vec<_> = path.iter().collect();
    while matches!(segments.last(), Some(Segment::Enum { .. } | Segment::Unknown)) {
        segments.pop();
    }
    let Some((last, way)) = segments.split_last() else { return Err(()) };
    for segment in way {
        parent = match segment {
            Segment::Map { key } => parent.get_mut(key).ok_or(())?,
            Segment::Seq { index } => parent.get_mut(index).ok_or(())?,
            Segment::Enum { .. } | Segment::Unknown => parent,
        };
    }
    let word = match last {
        Segment::Map { key } => parent.get_mut(key).ok_or(())?,
        Segment::Seq { index } => parent.get_mut(index).ok_or(())?,
        Segment::Enum { .. } | Segment::Unknown => return Err(()),
    };
    if !again && let Some(converted) = convert(word) {
        *word = converted;
        return Ok(format!("{path}: was read as another type"));
    }
    match (last, parent) {
        (Segment::Map { key }, Value::Object(map)) => drop(map.remove(key)),
        (Segment::Seq { index }, Value::Array(items)) => drop(items.remove(*index)),
        _ => return Err(()),
    }
    Ok(format!("{path}: was left out, it could not be read"))
}

fn convert(word: &Value) -> Option<Value> {
    match word {
        Value::Number(number) => Some(Value::String(number.to_string())),
        Value::String(text) => match text.trim() {
            "true" => Some(Value::Bool(true)),
            "false" => Some(Value::Bool(false)),
            text => serde_json::from_str(text).ok().filter(Value::is_number),
        },
        Value::Bool(bool) => Some(Value::String(bool.to_string())),
        _ => None,
    }
}

/// Replaces `\uD800`-`\uDFFF` escapes that are not half of a pair by `\uFFFD`.
fn whole_surrogates(json: &str) -> String {
    let unit = |at: usize| {
        let escape = json.get(at..at + 6)?.strip_prefix("\\u")?;
        u16::from_str_radix(escape, 16).ok()
    };
    let mut whole = String::with_capacity(json.len());
    let mut chars = json.char_indices();
    while let Some((at, char)) = chars.next() {
        if char != '\\' {
            whole.push(char);
            continue;
        }
        let (kept, length) = match (unit(at), unit(at + 6)) {
            (Some(0xD800..=0xDBFF), Some(0xDC00..=0xDFFF)) => (json.get(at..at + 12), 12),
            (Some(0xD800..=0xDFFF), _) => (Some("\\ufffd"), 6),
            _ => (None, 2),
        };
        whole.extend(kept);
        if kept.is_none() {
            whole.push(char);
            whole.extend(chars.next().map(|(_, escaped)| escaped));
        } else {
            chars.nth(length - 2);
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Default, PartialEq, Deserialize)]
    #[serde(default)]
    struct Item {
        id: Option<String>,
        count: Option<i64>,
        tags: Vec<String>,
    }

    fn check(json: &str, id: Option<&str>, count: Option<i64>, tags: &[&str], repairs: usize) {
        let (item, notes) = tolerant::<Item>(json).unwrap();
        let tags = tags.iter().map(|&tag| tag.to_owned()).collect();
        assert_eq!(item, Item { id: id.map(str::to_owned), count, tags }, "{json}");
        assert_eq!(notes.len(), repairs, "{json}: {notes:?}");
    }

    #[test]
    fn a_wrong_word_costs_one_word() {
        check(r#"{"id":7,"count":"12","tags":["a"]}"#, Some("7"), Some(12), &["a"], 2);
        check(r#"{"id":{"x":1},"count":"many","tags":["a",{},"b"]}"#, None, None, &["a", "b"], 3);
        check(r#"{"id":"a","id":"b","count":1}"#, Some("b"), Some(1), &[], 0);
        check(r#"{"id":"x\ud83dy","count":1,"tags":null}"#, Some("x\u{fffd}y"), Some(1), &[], 2);
        check(r#"{"id":"\ud83d\ude00 \\ud83d"}"#, Some("😀 \\ud83d"), None, &[], 0);
    }

    #[test]
    fn what_is_no_object_is_unreadable() {
        for json in ["7", "\"x\"", "{", "", "{\"id\":}"] {
            tolerant::<Item>(json).unwrap_err();
        }
    }
}
