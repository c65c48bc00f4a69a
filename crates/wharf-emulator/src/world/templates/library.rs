//! The library of templates that are written already: a small one of our own, in the platform's shape.

use serde_json::{Map, Value, json};
use wharf_model::{
    message::{Parameter, Template},
    phone,
};

use super::Definition;
use crate::world::{Nodes, Refusal};

/// Its templates.
const LIBRARY: &str = include_str!("library.json");

fn all() -> Vec<Map<String, Value>> {
    serde_json::from_str(LIBRARY).unwrap_or_default()
}

/// `GET /message_template_library`: the templates that fit, by id. `wanted` gives a filter's value.
pub(crate) fn search<'a>(wanted: impl Fn(&str) -> Option<&'a str>) -> Nodes {
    let fits = |item: &Map<String, Value>| {
        let same = |name: &str| {
            wanted(name).is_none_or(|wanted| match item.get(name) {
                Some(Value::Array(words)) => words.iter().any(|word| word == wanted),
                Some(Value::String(word)) => word.eq_ignore_ascii_case(wanted),
                _ => false,
            })
        };
        let says = |wanted: &str| {
            ["name", "header", "body"].iter().any(|name| {
                let text = item.get(*name).and_then(Value::as_str).unwrap_or_default();
                text.to_lowercase().contains(&wanted.to_lowercase())
            })
        };
        ["topic", "usecase", "industry", "language", "category"].iter().all(|name| same(name))
            && wanted("search").is_none_or(says)
            && wanted("name").is_none_or(|name| item.get("name").is_some_and(|own| own == name))
    };
    let found = all().into_iter().filter(fits);
    found.map(|item| (text(&item, "id").to_owned(), item)).collect()
}

fn text<'a>(item: &'a Map<String, Value>, name: &str) -> &'a str {
    item.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// Inputs come as JSON, or as JSON in a text.
fn input(body: &Map<String, Value>, name: &str) -> Value {
    match body.get(name) {
        Some(Value::String(text)) => serde_json::from_str(text).unwrap_or_default(),
        Some(value) => value.clone(),
        None => Value::Null,
    }
}

/// Gives a template that is made from the library its parts; says whether it is one.
pub(super) fn fill_in(body: &mut Value) -> Result<bool, Refusal> {
    let Some(body) = body.as_object_mut() else { return Ok(false) };
    let Some(name) = body.get("library_template_name").and_then(Value::as_str) else {
        return Ok(false);
    };
    let language = text(body, "language");
    let mut known = all().into_iter();
    let found = known.find(|item| text(item, "name") == name && text(item, "language") == language);
    let Some(item) = found else {
        let details = format!("library_template_name: the library has no {name} in {language}");
        return Err(Refusal::new(100, details));
    };
    if !text(&item, "category").eq_ignore_ascii_case(text(body, "category")) {
        let category = text(&item, "category");
        return Err(Refusal::new(100, format!("category: {name} of the library is {category}")));
    }
    if body.contains_key("components") {
        let details = "components: a template of the library brings its own";
        return Err(Refusal::new(100, details));
    }
    let (texts, buttons) = (
        input(body, "library_template_body_inputs"),
        input(body, "library_template_button_inputs"),
    );
    let components = parts(&item, &texts, &buttons)?;
    body.insert("components".to_owned(), components);
    Ok(true)
}

fn parts(item: &Map<String, Value>, texts: &Value, inputs: &Value) -> Result<Value, Refusal> {
    let is_code = text(item, "category") == "AUTHENTICATION";
    let mut parts = Vec::new();
    if let Some(header) = item.get("header") {
        parts.push(json!({"type": "HEADER", "format": "TEXT", "text": header}));
    }
    if is_code {
        let advice = texts.get("add_security_recommendation").and_then(Value::as_bool);
        parts.push(json!({"type": "BODY", "add_security_recommendation": advice.unwrap_or(false)}));
        if let Some(minutes) = texts.get("code_expiration_minutes") {
            parts.push(json!({"type": "FOOTER", "code_expiration_minutes": minutes}));
        }
    } else {
        let mut body = text(item, "body").to_owned();
        for (name, sentence) in [
            ("add_track_package_link", " Follow your parcel on our website."),
            ("add_learn_more_link", " There is more on our website."),
            ("add_contact_number", " Call us if you have a question."),
        ] {
            if texts.get(name) == Some(&Value::Bool(true)) {
                body.push_str(sentence);
            }
        }
        parts.push(json!({"type": "BODY", "text": body, "example": {"body_text": [item.get("body_params")]}}));
    }
    let buttons = item.get("buttons").map(super::objects).into_iter().flatten();
    let mut given: Vec<&Value> = inputs.as_array().into_iter().flatten().collect();
    let buttons = buttons.map(|button| self::button(button, &mut given));
    let buttons = buttons.collect::<Result<Vec<_>, Refusal>>()?;
    if let Some(stray) = given.first() {
        let details = format!("library_template_button_inputs: there is no button for {stray}");
        return Err(Refusal::new(100, details));
    }
    if !buttons.is_empty() {
        parts.push(json!({"type": "BUTTONS", "buttons": buttons}));
    }
    Ok(parts.into())
}

/// A button of the library with what the business says for it: the next input of its type.
fn button(button: &Map<String, Value>, given: &mut Vec<&Value>) -> Result<Value, Refusal> {
    let kind = text(button, "type");
    let mut made = Value::Object(button.clone());
    let at = given.iter().position(|input| {
        input["type"].as_str().is_some_and(|word| word.eq_ignore_ascii_case(kind))
    });
    let input = at.map(|at| given.remove(at));
    let missing = |what: &str| {
        let details =
            format!("library_template_button_inputs: the button of type {kind} needs {what}");
        Err(Refusal::new(100, details))
    };
    match (kind, input) {
        ("URL", Some(input)) => {
            let Some(base) = input["url"]["base_url"].as_str() else {
                return missing("url.base_url");
            };
            made["url"] = base.into();
            if base.contains("{{1}}") {
                let Some(example) = input["url"]["url_suffix_example"].as_str() else {
                    return missing("url.url_suffix_example");
                };
                made["example"] = json!([example]);
            }
        }
        ("URL", None) => return missing("url"),
        ("PHONE_NUMBER", Some(input)) if input["phone_number"].is_string() => {
            made["phone_number"] = input["phone_number"].clone();
        }
        ("PHONE_NUMBER", _) => return missing("phone_number"),
        ("OTP", Some(input)) => {
            for name in ["otp_type", "supported_apps", "zero_tap_terms_accepted"] {
                if let Some(value) = input.get(name) {
                    made[name] = value.clone();
                }
            }
        }
        _ => {}
    }
    Ok(made)
}

/// Values of a template that is made from the library must be of the types that it says.
pub(super) fn check_values(definition: &Definition, sent: &Template) -> Result<(), Refusal> {
    let Some(name) = definition.extra.get("library_template_name").and_then(Value::as_str) else {
        return Ok(());
    };
    let item = all().into_iter().find(|item| text(item, "name") == name).unwrap_or_default();
    let kinds = item.get("body_param_types").and_then(Value::as_array);
    let body = sent.components.iter().find(|part| part.kind.eq_ignore_ascii_case("body"));
    let values = body.map(|part| part.parameters.as_slice()).unwrap_or_default();
    for (at, (kind, value)) in kinds.into_iter().flatten().zip(values).enumerate() {
        let (Some(kind), Parameter::Text { text, .. }) = (kind.as_str(), value) else { continue };
        if !fits(kind, text) {
            let details = format!("parameters[{at}] of the body: is not of type {kind}");
            return Err(Refusal::new(132_018, details));
        }
    }
    Ok(())
}

fn fits(kind: &str, text: &str) -> bool {
    let has_digit = text.chars().any(|char| char.is_ascii_digit());
    match kind {
        "AMOUNT" | "DATE" => has_digit,
        "NUMBER" => {
            has_digit && text.chars().all(|char| char.is_ascii_digit() || " .,-".contains(char))
        }
        "EMAIL" => {
            text.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
        }
        "PHONE NUMBER" => phone::digits(text).is_some(),
        _ => true,
    }
}
