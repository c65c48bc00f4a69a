//! What a person can write: each type with its fields, as webhooks have them (Cloud API, "messages webhook").

use serde_json::{Map, Value};

use super::{FILES, Problem};

/// A type: its word, the field that it must have, and those that it may have.
struct Kind {
    word: &'static str,
    needs: Option<&'static str>,
    may: &'static [&'static str],
}

const fn kind(word: &'static str, needs: &'static str, may: &'static [&'static str]) -> Kind {
    Kind { word, needs: Some(needs), may }
}

const KINDS: &[Kind] = &[
    kind("text", "body", &[]),
    kind("image", "id", &["caption", "mime_type", "sha256"]),
    kind("video", "id", &["caption", "mime_type", "sha256"]),
    kind("audio", "id", &["voice", "mime_type", "sha256"]),
    kind("document", "id", &["caption", "filename", "mime_type", "sha256"]),
    kind("sticker", "id", &["animated", "mime_type", "sha256"]),
    kind("location", "latitude", &["longitude", "name", "address", "url"]),
    kind("reaction", "message_id", &["emoji"]),
    kind("button", "text", &["payload"]),
    kind("order", "product_items", &["catalog_id", "text"]),
    kind("edit", "original_message_id", &["message"]),
    kind("revoke", "original_message_id", &[]),
];

/// Types that are a list, or whose fields nobody has written down to the last.
const FREE: &[&str] = &["contacts", "interactive", "request_welcome", "system", "unsupported"];

/// What an advertisement that somebody came from can say.
const REFERRAL: &[&str] = &[
    "source_url",
    "source_id",
    "source_type",
    "headline",
    "body",
    "media_type",
    "image_url",
    "video_url",
    "thumbnail_url",
    "ctwa_clid",
    "welcome_message",
    "ref",
];

/// What is wrong with something of this type.
pub(super) fn payload(word: &str, payload: &Value) -> Result<(), Problem> {
    let problem = |what: String| Err(Problem(what));
    let Some(kind) = KINDS.iter().find(|kind| kind.word == word) else {
        return free(word, payload);
    };
    let Some(fields) = payload.as_object() else {
        return problem(format!("{word}: must be an object"));
    };
    if let Some(needed) = kind.needs.filter(|needed| is_empty(fields.get(*needed))) {
        return problem(format!("{word}.{needed}: is required"));
    }
    let known =
        |name: &String| Some(name.as_str()) == kind.needs || kind.may.contains(&name.as_str());
    if let Some(name) = fields.keys().find(|name| !known(name)) {
        let all: Vec<_> = kind.needs.iter().chain(kind.may).copied().collect();
        return problem(format!("{word}.{name}: unknown; there are {}", all.join(", ")));
    }
    match word {
        "location" => degrees(fields),
        "order" => order(fields),
        "text" | "button" | "reaction" => texts(word, fields),
        _ if FILES.contains(&word) => texts(word, fields),
        _ => Ok(()),
    }
}

fn is_empty(value: Option<&Value>) -> bool {
    value.is_none_or(|value| value.is_null() || *value == "")
}

fn free(word: &str, payload: &Value) -> Result<(), Problem> {
    let problem = |what: String| Err(Problem(what));
    match word {
        "contacts" if payload.as_array().is_none_or(Vec::is_empty) => {
            problem("contacts: must be a list of cards".to_owned())
        }
        "interactive" => {
            let kind = payload.get("type").and_then(Value::as_str).unwrap_or_default();
            if kind.is_empty() {
                return problem("interactive.type: is required".to_owned());
            }
            if !payload.get(kind).is_some_and(Value::is_object) {
                return problem(format!("interactive.{kind}: is required, an object"));
            }
            Ok(())
        }
        _ if FREE.contains(&word) => Ok(()),
        _ => {
            let all: Vec<_> =
                KINDS.iter().map(|kind| kind.word).chain(FREE.iter().copied()).collect();
            problem(format!("type: `{word}` is not one of {}", all.join(", ")))
        }
    }
}

/// Numbers on the globe; some webhooks have them as texts.
fn degrees(fields: &Map<String, Value>) -> Result<(), Problem> {
    for (name, most) in [("latitude", 90.0), ("longitude", 180.0)] {
        let degrees = match fields.get(name) {
            Some(Value::String(text)) => text.parse::<f64>().ok(),
            Some(value) => value.as_f64(),
            None => None,
        };
        if degrees.is_none_or(|degrees| degrees.is_nan() || degrees.abs() > most) {
            return Err(Problem(format!(
                "location.{name}: must be a number from -{most} to {most}"
            )));
        }
    }
    Ok(())
}

fn order(fields: &Map<String, Value>) -> Result<(), Problem> {
    let items = fields.get("product_items").and_then(Value::as_array);
    let Some(items) = items.filter(|items| !items.is_empty()) else {
        return Err(Problem("order.product_items: must be a list of products".to_owned()));
    };
    for (at, item) in items.iter().enumerate() {
        for name in ["product_retailer_id", "quantity"] {
            if is_empty(item.get(name)) {
                return Err(Problem(format!("order.product_items[{at}].{name}: is required")));
            }
        }
    }
    Ok(())
}

/// Fields that are texts where there are any; `voice` and `animated` are none.
fn texts(word: &str, fields: &Map<String, Value>) -> Result<(), Problem> {
    for (name, value) in fields {
        let fits = match name.as_str() {
            "voice" | "animated" => value.is_boolean(),
            _ => value.is_string() || value.is_null(),
        };
        if !fits {
            return Err(Problem(format!("{word}.{name}: is not of the right type")));
        }
    }
    Ok(())
}

/// What is wrong with an advertisement.
pub(super) fn referral(referral: &Value) -> Result<(), String> {
    let Some(fields) = referral.as_object() else {
        return Err("referral: must be an object, such as {\"source_type\":\"ad\"}".to_owned());
    };
    match fields.keys().find(|name| !REFERRAL.contains(&name.as_str())) {
        Some(name) => Err(format!("referral.{name}: unknown; there are {}", REFERRAL.join(", "))),
        None => Ok(()),
    }
}
