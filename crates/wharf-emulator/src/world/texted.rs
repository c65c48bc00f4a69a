//! A structure given as text: the platform takes JSON within a JSON string wherever it wants a
//! list or an object, and clients of others use that.

use serde_json::Value;

/// The structure, if the value is one as text; else the value.
pub(super) fn untexted(value: Value) -> Value {
    let structure = value
        .as_str()
        .filter(|text| text.starts_with(['{', '[']))
        .and_then(|text| serde_json::from_str(text).ok());
    structure.unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::untexted;

    #[test]
    fn only_what_is_a_structure_as_text_changes() {
        assert_eq!(untexted(json!("[{\"a\":1}]")), json!([{"a": 1}]));
        for same in [json!("[sic]"), json!("1"), json!("{"), json!(["[]"]), json!(null)] {
            assert_eq!(untexted(same.clone()), same);
        }
    }
}
