//! Numbers that came as strings, strings that came as numbers, and the like.

use serde::{Deserialize as _, Deserializer, de::Error};
use serde_json::Value;

/// A whole number, quoted or not.
pub(crate) fn maybe_number<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<i64>, D::Error> {
    let value = Value::deserialize(deserializer)?;
    let number = match &value {
        Value::Null => return Ok(None),
        Value::Number(number) => number.as_i64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    };
    number.map(Some).ok_or_else(|| D::Error::custom("not a whole number"))
}

/// `true` or `false`, quoted or not.
pub(crate) fn maybe_flag<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<bool>, D::Error> {
    let value = Value::deserialize(deserializer)?;
    let flag = match &value {
        Value::Null => return Ok(None),
        Value::Bool(flag) => Some(*flag),
        Value::String(text) => text.trim().to_ascii_lowercase().parse().ok(),
        _ => None,
    };
    flag.map(Some).ok_or_else(|| D::Error::custom("neither true nor false"))
}

/// `true` or `false`, quoted or not; it must be there.
pub(crate) fn flag<'de, D: Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
    maybe_flag(deserializer)?.ok_or_else(|| D::Error::custom("neither true nor false"))
}

/// A string, or a number or truth value as a string.
pub(crate) fn maybe_text<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<String>, D::Error> {
    match Value::deserialize(deserializer)? {
        Value::Null => Ok(None),
        Value::String(text) => Ok(Some(text)),
        value @ (Value::Number(_) | Value::Bool(_)) => Ok(Some(value.to_string())),
        Value::Array(_) | Value::Object(_) => Err(D::Error::custom("not a text")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_spellings_are_read() {
        for (value, number) in [("7", Some(7)), ("\" 7\"", Some(7)), ("null", None)] {
            let read = maybe_number(&mut serde_json::Deserializer::from_str(value));
            assert_eq!(read.unwrap(), number, "{value}");
        }
        for (value, flag) in [("true", Some(true)), ("\"False\"", Some(false)), ("null", None)] {
            let read = maybe_flag(&mut serde_json::Deserializer::from_str(value));
            assert_eq!(read.unwrap(), flag, "{value}");
        }
        for (value, text) in [("7", Some("7")), ("\"7\"", Some("7")), ("null", None)] {
            let read = maybe_text(&mut serde_json::Deserializer::from_str(value));
            assert_eq!(read.unwrap().as_deref(), text, "{value}");
        }
        flag(&mut serde_json::Deserializer::from_str("null")).unwrap_err();
        maybe_number(&mut serde_json::Deserializer::from_str("1.5")).unwrap_err();
        maybe_flag(&mut serde_json::Deserializer::from_str("1")).unwrap_err();
        maybe_text(&mut serde_json::Deserializer::from_str("[]")).unwrap_err();
    }
}
