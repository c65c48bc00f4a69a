//! Sends in JSON.

use serde_json::Value;

use super::{
    found::{Found, Literal, What},
    locale::{is_locale, is_name},
    tree::{Kind, Node},
};

/// The sends in a JSON text, which `base` bytes of its file stand before. The reason when it is no JSON, and yet
/// speaks of a template.
pub(super) fn in_text(text: &str, base: usize) -> Result<Vec<Found>, String> {
    // Most files speak of none: they need not even be JSON.
    if !text.contains("\"language\"") {
        return Ok(Vec::new());
    }
    serde_json::from_str::<Value>(text).map_err(|error| error.to_string())?;
    let mut all = Vec::new();
    if let Some(node) = Node::read(text, base) {
        collect(&node, text, base, &mut all);
    }
    Ok(all)
}

/// The same for a text of many lines, each JSON by itself.
pub(super) fn in_lines(text: &str) -> Result<Vec<Found>, String> {
    let mut all = Vec::new();
    let mut base = 0;
    for (index, line) in text.split('\n').enumerate() {
        let found = in_text(line, base).map_err(|why| format!("line {}: {why}", index + 1))?;
        all.extend(found);
        base += line.len() + 1;
    }
    Ok(all)
}

/// A send whose template this is, if it is one.
pub(super) fn template(text: &str, base: usize) -> Option<Found> {
    let value: Value = serde_json::from_str(text).ok().filter(is_template)?;
    let node = Node::read(text, base)?;
    Some(found(&node, value, None))
}

fn collect(node: &Node, text: &str, base: usize, all: &mut Vec<Found>) {
    let value = |node: &Node| -> Option<Value> {
        serde_json::from_str(text.get(node.start - base..node.end - base)?).ok()
    };
    match &node.kind {
        Kind::Object(members) => {
            // What came in a webhook has been sent.
            if node.get("template").is_some() && node.get("timestamp").is_some() {
                return;
            }
            let inner = node.get("template").filter(|inner| inner.get("language").is_some());
            if let Some(inner) = inner.and_then(value).filter(is_template) {
                all.push(found(node, inner, value(node)));
                return;
            }
            let speaks = Some(node).filter(|node| node.get("language").is_some());
            if let Some(bare) = speaks.and_then(value).filter(is_bare) {
                all.push(found(node, bare, None));
                return;
            }
            for (_, member) in members {
                collect(member, text, base, all);
            }
        }
        Kind::Array(items) => {
            for item in items {
                collect(item, text, base, all);
            }
        }
        Kind::Other => {}
    }
}

/// A template as a send has it: in a definition the language is a text.
fn is_template(value: &Value) -> bool {
    value["name"].is_string() && value["language"]["code"].is_string()
}

/// The same without a message around it.
fn is_bare(value: &Value) -> bool {
    let known = ["name", "language", "components", "namespace"];
    let only = value
        .as_object()
        .is_some_and(|fields| fields.keys().all(|field| known.contains(&field.as_str())));
    only && is_template(value)
}

fn found(node: &Node, template: Value, message: Option<Value>) -> Found {
    let prefix = if message.is_some() { "template." } else { "" };
    let literal = |path: &str, value: &Value| Literal {
        text: value.as_str().unwrap_or_default().to_owned(),
        offset: node.place(&format!("{prefix}{path}")),
    };
    let name = literal("name", &template["name"]);
    let language = literal("language.code", &template["language"]["code"]);
    let what = match (is_name(&name.text), is_locale(&language.text)) {
        // A placeholder of some other program.
        (false, _) if name.text.contains(['{', '$', '<', '%']) => What::Nameless,
        (_, false) if language.text.contains(['{', '$', '<', '%']) => {
            What::Named { name, language: None }
        }
        _ => What::Whole { template, message, node: node.clone() },
    };
    Found { offset: node.start, what }
}
