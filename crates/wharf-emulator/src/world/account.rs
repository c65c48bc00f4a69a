//! The account: what the app may set on it.

use serde_json::{Value, json};

use super::{Refusal, World};

/// What can be set.
const SETTABLE: &[&str] = &[
    "name",
    "timezone_id",
    "is_enabled_for_insights",
    "degrees_of_freedom_spec",
    "disable_marketing_messages_on_cloud_api",
];

impl World {
    /// `POST /{waba-id}`.
    pub(crate) fn update_account(&mut self, body: &Value) -> Result<Value, Refusal> {
        let fields = body.as_object().into_iter().flatten();
        for (field, value) in fields {
            if !SETTABLE.contains(&field.as_str()) {
                let message = format!("(#100) Param {field} is not one of {}", SETTABLE.join(", "));
                return Err(Refusal::plain(100, message));
            }
            let value = if field == "is_enabled_for_insights" && (value == "true" || value == true)
            {
                // It cannot be taken back.
                json!(true)
            } else {
                value.clone()
            };
            self.account_extra.insert(field.clone(), value);
        }
        Ok(json!({"success": true, "id": self.account}))
    }
}
