//! `filtering=` and `sort=` of lists (Graph API).

use std::cmp::Ordering;

use serde::Deserialize;
use serde_json::Value;

use crate::world::{Refusal, words};

/// Operators of filters.
const OPERATORS: &str = "EQUAL, NOT_EQUAL, IN, NOT_IN, CONTAIN, GREATER_THAN, LESS_THAN";

#[derive(Deserialize)]
struct Filter {
    field: String,
    operator: String,
    value: Value,
}

/// The items that pass every filter, in the order that is asked for.
pub(super) fn arrange(
    mut all: Vec<(String, Value)>,
    filtering: Option<&str>,
    sort: Option<&str>,
) -> Result<Vec<(String, Value)>, Refusal> {
    for filter in filters(filtering)? {
        known(&all, "filtering", &filter.field)?;
        if !OPERATORS.split(", ").any(|operator| operator == filter.operator) {
            let operator = &filter.operator;
            let message = format!(
                "(#100) Param filtering[operator] must be one of {{{OPERATORS}}}, not {operator}"
            );
            return Err(Refusal::plain(100, message));
        }
        all.retain(|(_, item)| filter.lets_through(item.get(&filter.field)));
    }
    for key in sort.map(words).unwrap_or_default().into_iter().rev() {
        // The guide writes the one, the API description the other.
        let down = key.strip_suffix("_descending").or_else(|| key.strip_suffix(".desc"));
        let up = key.strip_suffix("_ascending").or_else(|| key.strip_suffix(".asc"));
        let (field, descending) = (down.or(up).unwrap_or(&key), down.is_some());
        known(&all, "sort", field)?;
        // Stable: what is equal stays as it was.
        all.sort_by(|(_, one), (_, other)| {
            let order = order(one.get(field), other.get(field));
            if descending { order.reverse() } else { order }
        });
    }
    Ok(all)
}

fn filters(filtering: Option<&str>) -> Result<Vec<Filter>, Refusal> {
    let Some(filtering) = filtering else { return Ok(Vec::new()) };
    serde_json::from_str(filtering).map_err(|error| {
        let message = format!(
            "(#100) Param filtering must be a list such as [{{\"field\":\"account_mode\",\"operator\":\"EQUAL\",\"value\":\"SANDBOX\"}}]: {error}"
        );
        Refusal::plain(100, message)
    })
}

fn known(all: &[(String, Value)], what: &str, field: &str) -> Result<(), Refusal> {
    if all.is_empty() || all.iter().any(|(_, item)| item.get(field).is_some()) {
        return Ok(());
    }
    Err(Refusal::plain(100, format!("(#100) Param {what}: there is no field {field} to go by")))
}

impl Filter {
    fn lets_through(&self, found: Option<&Value>) -> bool {
        let found = found.unwrap_or(&Value::Null);
        let is_in =
            || self.value.as_array().is_some_and(|all| all.iter().any(|one| same(one, found)));
        match self.operator.as_str() {
            "EQUAL" => same(&self.value, found),
            "NOT_EQUAL" => !same(&self.value, found),
            "IN" => is_in(),
            "NOT_IN" => !is_in(),
            "CONTAIN" => text(found).contains(&text(&self.value)),
            "GREATER_THAN" => order(Some(found), Some(&self.value)) == Ordering::Greater,
            _ => order(Some(found), Some(&self.value)) == Ordering::Less,
        }
    }
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// `"1"` and `1` are the same to the platform.
fn same(one: &Value, other: &Value) -> bool {
    text(one) == text(other)
}

fn order(one: Option<&Value>, other: Option<&Value>) -> Ordering {
    match (one.and_then(Value::as_f64), other.and_then(Value::as_f64)) {
        (Some(one), Some(other)) => one.total_cmp(&other),
        _ => one.map(text).cmp(&other.map(text)),
    }
}
