//! Whether a template may be created like this (Cloud API, "Templates").

use serde_json::{Map, Value};

use super::{definition::is, fill::variables, objects};
use crate::world::Refusal;

/// Characters of a name.
const NAME_MAX: usize = 512;
/// Characters of a body.
const BODY_MAX: usize = 1_024;
/// Characters of a footer, and of a header.
const LINE_MAX: usize = 60;
/// Buttons.
const BUTTONS_MAX: usize = 10;
/// Characters of a button's label.
const LABEL_MAX: usize = 25;

const CATEGORIES: [&str; 3] = ["AUTHENTICATION", "MARKETING", "UTILITY"];

/// The category, in capitals.
pub(super) fn category(body: &Map<String, Value>) -> Result<String, Refusal> {
    let given = body.get("category").and_then(Value::as_str).unwrap_or_default();
    let category = given.to_ascii_uppercase();
    if CATEGORIES.contains(&category.as_str()) {
        return Ok(category);
    }
    let all = CATEGORIES.join(", ");
    Err(Refusal::plain(
        100,
        format!("(#100) Param category must be one of {{{all}}} - got \"{given}\"."),
    ))
}

/// A name of small letters, digits and `_`.
pub(super) fn name(body: &Map<String, Value>) -> Result<String, Refusal> {
    let name = body.get("name").and_then(Value::as_str).unwrap_or_default();
    let fits = |char: char| char.is_ascii_lowercase() || char.is_ascii_digit() || char == '_';
    if name.is_empty() || name.len() > NAME_MAX || !name.chars().all(fits) {
        let message = "(#100) Param name must be 1 to 512 of a-z, 0-9 and _";
        return Err(Refusal::plain(100, message));
    }
    Ok(name.to_owned())
}

/// Whether the parts can be those of a template.
pub(super) fn components(components: &Value, category: &str, named: bool) -> Result<(), Refusal> {
    if components.as_array().is_none_or(Vec::is_empty) {
        return Err(Refusal::plain(100, "(#100) The parameter components is required."));
    }
    let bodies = objects(components).filter(|part| is(part, "body")).count();
    if bodies != 1 {
        return Err(Refusal::new(100, "components: exactly one must be of type BODY"));
    }
    for part in objects(components) {
        let text = part.get("text").and_then(Value::as_str);
        if is(part, "body") && category != "AUTHENTICATION" {
            let example = part.get("example").and_then(Value::as_object);
            line(text, "BODY", BODY_MAX, 2_388_072)?;
            body(text.unwrap_or_default(), named, example)?;
        } else if is(part, "footer") && category != "AUTHENTICATION" {
            line(text, "FOOTER", LINE_MAX, 2_388_073)?;
            if text.is_some_and(|text| text.contains("{{")) {
                return Err(odd(2_388_073, "FOOTER: has no variables"));
            }
        } else if is(part, "header") {
            header(part, text)?;
        } else if is(part, "buttons") {
            buttons(part)?;
        }
    }
    Ok(())
}

/// A refusal with a subcode that is the code, too, as the platform has it for templates.
fn odd(code: u32, details: impl Into<String>) -> Refusal {
    let details = details.into();
    let mut refusal = Refusal::new(100, details.clone());
    refusal.error.subcode = Some(code);
    refusal.error.user_title = Some("Message template".to_owned());
    refusal.error.user_message = Some(details);
    refusal
}

fn line(text: Option<&str>, part: &str, most: usize, code: u32) -> Result<(), Refusal> {
    let length = text.map_or(0, |text| text.chars().count());
    if length == 0 || length > most {
        return Err(odd(code, format!("{part}: {length} characters; it has 1 to {most}")));
    }
    Ok(())
}

fn body(text: &str, by_name: bool, example: Option<&Map<String, Value>>) -> Result<(), Refusal> {
    let names = variables(text);
    if names.is_empty() {
        return Ok(());
    }
    if text.trim_start().starts_with("{{") || text.trim_end().ends_with("}}") {
        return Err(odd(
            2_388_299,
            "BODY: a variable may not be the first or the last thing in it",
        ));
    }
    let numbers = names.iter().zip(1_usize..).all(|(name, at)| *name == at.to_string());
    if by_name == numbers {
        let format = if by_name { "names" } else { "numbers from 1, in order" };
        return Err(odd(2_388_072, format!("BODY: its variables must have {format}")));
    }
    let wanted = if by_name { "body_text_named_params" } else { "body_text" };
    if example.is_none_or(|example| !example.contains_key(wanted)) {
        return Err(odd(
            2_388_072,
            format!("BODY: example.{wanted} is required, with a value for each variable"),
        ));
    }
    Ok(())
}

fn header(part: &Map<String, Value>, text: Option<&str>) -> Result<(), Refusal> {
    let format = part.get("format").and_then(Value::as_str).unwrap_or_default();
    match format.to_ascii_uppercase().as_str() {
        "TEXT" => {
            line(text, "HEADER", LINE_MAX, 2_388_047)?;
            if variables(text.unwrap_or_default()).len() > 1 {
                return Err(odd(2_388_047, "HEADER: at most one variable"));
            }
            Ok(())
        }
        "IMAGE" | "VIDEO" | "DOCUMENT" | "GIF" => {
            let example = part.get("example").and_then(Value::as_object);
            if example.is_none_or(|example| !example.contains_key("header_handle")) {
                return Err(odd(
                    2_388_047,
                    "HEADER: example.header_handle is required: upload an example first",
                ));
            }
            Ok(())
        }
        "LOCATION" | "PRODUCT" => Ok(()),
        _ => Err(odd(
            2_388_047,
            "HEADER: format must be TEXT, IMAGE, VIDEO, DOCUMENT, GIF, LOCATION or PRODUCT",
        )),
    }
}

fn buttons(part: &Map<String, Value>) -> Result<(), Refusal> {
    let all: Vec<_> = part.get("buttons").map(objects).into_iter().flatten().collect();
    if all.is_empty() || all.len() > BUTTONS_MAX {
        let count = all.len();
        return Err(Refusal::new(
            100,
            format!("BUTTONS: {count} buttons; there are 1 to {BUTTONS_MAX}"),
        ));
    }
    for button in &all {
        let label = button.get("text").and_then(Value::as_str).unwrap_or_default();
        if label.chars().count() > LABEL_MAX {
            return Err(odd(
                2_388_040,
                format!("BUTTONS: a label has at most {LABEL_MAX} characters"),
            ));
        }
    }
    // Quick replies stand together.
    let kinds: Vec<bool> = all.iter().map(|button| is(button, "quick_reply")).collect();
    let changes = kinds.windows(2).filter(|pair| pair[0] != pair[1]).count();
    if changes > 1 {
        return Err(Refusal::new(100, "BUTTONS: quick replies must stand together"));
    }
    Ok(())
}
