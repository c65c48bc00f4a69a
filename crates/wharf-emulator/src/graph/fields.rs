//! `fields=`: what is shown of a node (Graph API, "Field expansion").

use serde_json::{Map, Value};

use crate::world::Refusal;

/// A node with the fields that are asked for, or a default set; the id is always there.
/// Parameters such as `.format(SVG)` and nested `{…}` are accepted, and say nothing more.
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
    for name in names(asked).into_iter().filter(|name| *name != "id") {
        let Some((name, value)) = all.remove_entry(name) else {
            if node.contains_key(name) || unset.contains(&name) {
                continue;
            }
            let message =
                format!("(#100) Tried accessing nonexisting field ({name}) on node type ({kind})");
            return Err(Refusal::plain(100, message));
        };
        node.insert(name, value);
    }
    Ok(Value::Object(node))
}

/// The names between commas outside of brackets, without what is asked of them.
fn names(asked: &str) -> Vec<&str> {
    let mut depth = 0_usize;
    let pieces = asked.split(|char| {
        match char {
            '(' | '{' | '[' => depth += 1,
            ')' | '}' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        char == ',' && depth == 0
    });
    let bare = pieces.filter_map(|piece| piece.split(['.', '{', '(']).next());
    bare.map(str::trim).filter(|name| !name.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn what_is_asked_of_a_field_is_no_field() {
        let asked =
            "id, events{id,status},qr_image_url.format(SVG),metric.name(A,B).granularity(DAY)";
        assert_eq!(names(asked), ["id", "events", "qr_image_url", "metric"]);
        assert!(names("").is_empty());
    }
}
