//! `/{phone-number-id}/username`: the name that people find a business by.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use wharf_model::{id::PhoneNumberId, time::Timestamp};

use super::{required, text};
use crate::world::{Refusal, World, agenda::Due};

/// A name, and whether it is in use yet.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Username {
    /// The name.
    pub(crate) name: String,
    /// `reserved`, then `approved`.
    pub(crate) status: String,
}

impl World {
    /// The name, if there is one.
    pub(crate) fn username(&self, id: &str) -> Result<Value, Refusal> {
        Ok(match &self.number(id, "get")?.desk.username {
            Some(Username { name, status }) => json!({"username": name, "status": status}),
            None => json!({"status": "none"}),
        })
    }

    /// Asks for a name.
    pub(crate) fn set_username(
        &mut self,
        id: &str,
        body: &Value,
        now: Timestamp,
    ) -> Result<Value, Refusal> {
        let number = self.number(id, "post")?.id.clone();
        let name = text(body, "username").ok_or_else(|| required("username"))?.to_ascii_lowercase();
        if !is_username(&name) {
            let details = "username: 3 to 35 of a-z, 0-9, `.` and `_`, with a letter; no dot at an end or two in a row";
            return Err(Refusal::new(147_001, details));
        }
        let has = |username: Option<&str>| username == Some(name.as_str());
        if self.people.values().any(|person| has(person.username.as_deref())) {
            return Err(Refusal::new(147_002, "username: somebody has it"));
        }
        let other = self.numbers.values().find(|other| {
            other.id != number && has(other.desk.username.as_ref().map(|own| own.name.as_str()))
        });
        if let Some(other) = other.map(|other| other.id.clone()) {
            if text(body, "transfer_action") != Some("force_transfer") {
                let details = "username: another number of the account has it; transfer_action force_transfer moves it";
                return Err(Refusal::new(147_005, details));
            }
            if let Some(other) = self.numbers.get_mut(&other) {
                other.desk.username = None;
            }
        }
        let username = Username { name, status: "reserved".to_owned() };
        self.number_mut(id)?.desk.username = Some(username);
        if let Some(after) = self.rules.review_seconds {
            let at = now.plus(Duration::from_secs(after.into()));
            self.agenda.plan(at, Due::Username(number));
        }
        Ok(json!({"status": "reserved"}))
    }

    /// Gives the name up.
    pub(crate) fn delete_username(&mut self, id: &str) -> Result<Value, Refusal> {
        self.number_mut(id)?.desk.username = None;
        Ok(json!({"success": true}))
    }

    /// The name is in use from now on, and the app is told.
    pub(in crate::world) fn approve_username(&mut self, id: &PhoneNumberId) {
        let Some(number) = self.numbers.get_mut(id) else { return };
        let Some(username) = number.desk.username.as_mut() else { return };
        "approved".clone_into(&mut username.status);
        let value = json!({
            "display_phone_number": number.wa_id, "username": username.name, "status": username.status,
        });
        self.tell("business_username_updates", &value);
    }

    /// Names that would do.
    pub(crate) fn username_suggestions(&self, id: &str) -> Result<Value, Refusal> {
        let name = self.number(id, "get")?.name.to_ascii_lowercase();
        let base: String = name.chars().filter(char::is_ascii_alphanumeric).take(24).collect();
        let all = [base.clone(), format!("{base}.official"), format!("hello_{base}")];
        let all: Vec<_> = all.into_iter().filter(|name| is_username(name)).collect();
        Ok(json!({"data": [{"username_suggestions": all}]}))
    }
}

/// Whether the platform takes this as a username.
pub(crate) fn is_username(name: &str) -> bool {
    let good = |byte: u8| {
        byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'.' | b'_')
    };
    (3..=35).contains(&name.len())
        && name.bytes().all(good)
        && name.bytes().any(|byte| byte.is_ascii_lowercase())
        && !name.starts_with(['.'])
        && !name.starts_with("www")
        && !name.ends_with('.')
        && !name.contains("..")
}
