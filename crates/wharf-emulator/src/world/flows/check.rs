//! Whether what somebody entered will do; the phone checks that, not the endpoint.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{FlowView, Part};

/// Characters of a text, where the flow does not say.
const LINE_MOST: u64 = 80;
const AREA_MOST: u64 = 600;

/// What is wrong, by the name of the input.
pub(super) fn check(view: &FlowView) -> BTreeMap<String, String> {
    let inputs = view.parts.iter().filter(|part| part.is_input());
    inputs.filter_map(|part| Some((part.name().to_owned(), wrong(part)?))).collect()
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Bool(on) => !on,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(all) => all.is_empty(),
        _ => false,
    }
}

fn number(part: &Part, name: &str) -> Option<u64> {
    part.text(name).parse().ok()
}

fn wrong(part: &Part) -> Option<String> {
    if is_empty(&part.value) {
        let needed = part.is_needed();
        return needed.then(|| match part.kind.as_str() {
            "OptIn" => "Tick this to go on.".to_owned(),
            _ if part.is_file() => "Choose a file.".to_owned(),
            _ if part.choices().is_empty() => "Fill this in.".to_owned(),
            _ => "Choose something.".to_owned(),
        });
    }
    match &part.value {
        Value::String(text) => of_text(part, text),
        Value::Array(chosen) => of_many(part, chosen),
        _ => None,
    }
}

fn of_many(part: &Part, chosen: &[Value]) -> Option<String> {
    let count = u64::try_from(chosen.len()).unwrap_or(u64::MAX);
    if part.is_file() {
        let (least, most) = part.files();
        let wrong = count < least || count > most;
        return wrong.then(|| format!("From {least} to {most} files."));
    }
    if let Some(least) = number(part, "min-selected-items").filter(|least| count < *least) {
        return Some(format!("Choose {least} at least."));
    }
    let most = number(part, "max-selected-items").filter(|most| count > *most);
    if let Some(most) = most {
        return Some(format!("Choose {most} at most."));
    }
    let choices = part.choices();
    let stranger =
        chosen.iter().find(|id| !choices.iter().any(|choice| **id == choice.id.as_str()));
    stranger.map(|_| "Choose one of these.".to_owned())
}

fn of_text(part: &Part, text: &str) -> Option<String> {
    let count = u64::try_from(text.chars().count()).unwrap_or(u64::MAX);
    match part.kind.as_str() {
        "TextInput" => {
            let most = number(part, "max-chars").unwrap_or(LINE_MOST);
            if count > most {
                return Some(format!("{most} characters are the most."));
            }
            let least = number(part, "min-chars").filter(|least| count < *least);
            if let Some(least) = least {
                return Some(format!("{least} characters are the least."));
            }
            of_type(&part.text("input-type"), text)
        }
        "TextArea" => {
            let most = number(part, "max-length").unwrap_or(AREA_MOST);
            (count > most).then(|| format!("{most} characters are the most."))
        }
        "DatePicker" => {
            let (least, most) = (part.text("min-date"), part.text("max-date"));
            // Dates are compared as texts where both are dates, and not the milliseconds of old versions.
            let is_date = |date: &str| date.contains('-');
            if is_date(&least) && text < least.as_str() {
                return Some(format!("{least} is the first day."));
            }
            (is_date(&most) && text > most.as_str()).then(|| format!("{most} is the last day."))
        }
        "Dropdown" | "RadioButtonsGroup" => {
            let known = part.choices().iter().any(|choice| choice.id == text);
            (!known).then(|| "Choose one of these.".to_owned())
        }
        _ => None,
    }
}

fn of_type(kind: &str, text: &str) -> Option<String> {
    let digits = |text: &str| !text.is_empty() && text.chars().all(|char| char.is_ascii_digit());
    match kind {
        "email" => {
            let good = text.split_once('@').is_some_and(|(who, host)| {
                !who.is_empty()
                    && host.contains('.')
                    && !host.starts_with('.')
                    && !host.ends_with('.')
            });
            (!good).then(|| "This is no e-mail address.".to_owned())
        }
        "number" => {
            let good = text.trim().parse::<f64>().is_ok();
            (!good).then(|| "This is no number.".to_owned())
        }
        "phone" => {
            let bare: String = text.chars().filter(|char| !"+ -().".contains(*char)).collect();
            (!digits(&bare)).then(|| "This is no phone number.".to_owned())
        }
        "passcode" => (!digits(text)).then(|| "Digits only.".to_owned()),
        _ => None,
    }
}
