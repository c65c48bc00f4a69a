//! `fields=`: what is shown of a node (Graph API, "Field expansion").

use serde_json::{Map, Value};

use crate::world::Refusal;

/// A field that is asked for, such as `qr_image_url.format(SVG)` or `events{id,status}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Field<'a> {
    /// Its name.
    pub(super) name: &'a str,
    /// What is asked of it, in order.
    pub(super) parameters: Vec<(&'a str, &'a str)>,
    /// What is shown of what it holds.
    pub(super) nested: Option<&'a str>,
}

impl<'a> Field<'a> {
    /// Reads `name.parameter(value){nested}`. What does not fit is left out.
    fn read(text: &'a str) -> Self {
        // A brace in a parameter's value is no expansion.
        let (head, nested) = match text.split_once('{') {
            Some((head, nested)) if !is_open(head) => {
                (head, Some(nested.strip_suffix('}').unwrap_or(nested)))
            }
            _ => (text, None),
        };
        let (name, mut rest) = head.split_at(head.find(['.', '(']).unwrap_or(head.len()));
        let mut parameters = Vec::new();
        while let Some((parameter, value)) =
            rest.strip_prefix('.').and_then(|rest| rest.split_once('('))
        {
            let (value, after) = value.split_at(closing(value).unwrap_or(value.len()));
            parameters.push((parameter.trim(), value.trim()));
            rest = after.strip_prefix(')').unwrap_or_default();
        }
        Self { name: name.trim(), parameters, nested }
    }

    /// A parameter's value.
    pub(super) fn parameter(&self, name: &str) -> Option<&'a str> {
        self.parameters.iter().find(|(known, _)| *known == name).map(|(_, value)| *value)
    }
}

/// Whether a round bracket is still open.
fn is_open(text: &str) -> bool {
    text.matches('(').count() > text.matches(')').count()
}

/// Where the bracket closes whose content this is.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    text.char_indices().find_map(|(at, char)| {
        match char {
            '(' | '[' | '{' => depth += 1,
            ')' if depth == 0 => return Some(at),
            ')' | ']' | '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        None
    })
}

/// The fields between commas outside of brackets.
pub(super) fn read(asked: &str) -> Vec<Field<'_>> {
    let mut depth = 0_usize;
    let pieces = asked.split(|char| {
        match char {
            '(' | '{' | '[' => depth += 1,
            ')' | '}' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        char == ',' && depth == 0
    });
    let fields = pieces.map(|piece| Field::read(piece.trim()));
    fields.filter(|field| !field.name.is_empty()).collect()
}

/// A node with the fields that are asked for, or a default set; the id is always there.
/// Parameters such as `.format(SVG)` are the edge's to know; `{…}` narrows what a field holds.
pub(super) fn select(
    all: Map<String, Value>,
    asked: Option<&str>,
    default: &[&str],
    kind: &str,
) -> Result<Value, Refusal> {
    select_of(all, asked, default, &[], kind)
}

/// The same of a node that may have fields that are not set: one that is asked for is left out.
pub(super) fn select_of(
    mut all: Map<String, Value>,
    asked: Option<&str>,
    default: &[&str],
    unset: &[&str],
    kind: &str,
) -> Result<Value, Refusal> {
    let mut node = Map::new();
    node.extend(all.remove_entry("id"));
    let Some(asked) = asked else {
        node.extend(default.iter().filter_map(|&name| all.remove_entry(name)));
        return Ok(Value::Object(node));
    };
    for Field { name, nested, .. } in read(asked).into_iter().filter(|field| field.name != "id") {
        let Some((name, mut value)) = all.remove_entry(name) else {
            if node.contains_key(name) || unset.contains(&name) {
                continue;
            }
            let message =
                format!("(#100) Tried accessing nonexisting field ({name}) on node type ({kind})");
            return Err(Refusal::plain(100, message));
        };
        if let Some(nested) = nested {
            narrow(&mut value, nested);
        }
        node.insert(name, value);
    }
    Ok(Value::Object(node))
}

/// Leaves what is asked for of an object, or of each item of a list. What is not there is left out:
/// such objects rarely have all their fields.
fn narrow(value: &mut Value, asked: &str) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| narrow(item, asked)),
        Value::Object(page) if page.get("data").is_some_and(Value::is_array) => {
            if let Some(data) = page.get_mut("data") {
                narrow(data, asked);
            }
        }
        Value::Object(object) => {
            let fields = read(asked);
            object.retain(|name, _| name == "id" || fields.iter().any(|field| field.name == name));
            for Field { name, nested, .. } in fields {
                if let (Some(nested), Some(value)) = (nested, object.get_mut(name)) {
                    narrow(value, nested);
                }
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{narrow, read};

    #[test]
    fn what_is_asked_of_a_field_is_no_field() {
        let asked =
            "id, events{id,status},qr_image_url.format(SVG),metric.name(A,B).granularity(DAY)";
        let fields = read(asked);
        let names: Vec<_> = fields.iter().map(|field| field.name).collect();
        assert_eq!(names, ["id", "events", "qr_image_url", "metric"]);
        assert_eq!(fields[1].nested, Some("id,status"));
        assert_eq!(fields[3].parameters, [("name", "A,B"), ("granularity", "DAY")]);
        assert_eq!(
            read("analytics.phone_numbers([\"1\",\"2\"]).start(3)")[0].parameter("start"),
            Some("3")
        );
        assert!(read("").is_empty());
    }

    #[test]
    fn what_nobody_can_mean_is_read_without_a_panic() {
        for asked in
            ["{", "}", "a{", "a.(", "a.b(", "a.b(c", "a(b", ".", "a.b.c(d)", "a{b{c", "é{ü}"]
        {
            read(asked);
        }
    }

    #[test]
    fn an_expansion_goes_as_deep_as_it_is_asked() {
        let mut value = json!({"data": [{"id": "1", "a": {"b": 1, "c": 2}, "d": 3}], "paging": {}});
        narrow(&mut value, "a{b}");
        assert_eq!(value, json!({"data": [{"id": "1", "a": {"b": 1}}], "paging": {}}));
    }
}
