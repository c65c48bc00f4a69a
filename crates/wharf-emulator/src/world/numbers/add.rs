//! `POST /{waba-id}/phone_numbers`: another number for the account. Next it is verified by code, and registered.

use std::time::Duration;

use serde_json::{Value, json};
use wharf_model::{id::PhoneNumberId, limits::NUMBERS_MAX, phone, time::Timestamp};

use super::{Facts, Number};
use crate::world::{Refusal, World, agenda::Due, desk::Desk};

/// Numbers of a portfolio that is verified.
pub(super) const NUMBERS_MOST: usize = NUMBERS_MAX;

/// A text of the body, or a number of JSON as one.
fn text(body: &Value, name: &str) -> Option<String> {
    match body.get(name) {
        Some(Value::String(text)) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        Some(Value::Number(number)) => Some(number.to_string()),
        _ => None,
    }
}

fn on(body: &Value, name: &str) -> bool {
    body.get(name).is_some_and(|value| *value == true || *value == "true")
}

impl World {
    /// Adds a number to the account.
    pub(crate) fn add_number(&mut self, body: &Value, now: Timestamp) -> Result<Value, Refusal> {
        self.state.allows(&["RESTRICTED_ADD_PHONE_NUMBER_ACTION"])?;
        if on(body, "migrate_phone_number") || body.get("preverified_id").is_some() {
            let what = "POST /{waba}/phone_numbers with migrate_phone_number or preverified_id";
            return Err(Refusal::not_emulated(what));
        }
        let required =
            |name: &str| Refusal::plain(100, format!("(#100) The parameter {name} is required."));
        let given = text(body, "phone_number").ok_or_else(|| required("phone_number"))?;
        let name = text(body, "verified_name").ok_or_else(|| required("verified_name"))?;
        let code = text(body, "cc").map(|code| code.trim_start_matches('+').to_owned());
        let whole = match code {
            Some(code) if !given.starts_with('+') => format!("+{code}{given}"),
            _ => given,
        };
        let Some(digits) = phone::digits(&whole) else {
            let details = "phone_number: is none; give the country calling code in cc, such as 1";
            return Err(Refusal::new(100, details));
        };
        if self.numbers.values().any(|number| number.wa_id == digits) {
            let mut refusal = Refusal::new(100, "phone_number: the account has it already");
            refusal.error.subcode = Some(2_388_091);
            return Err(refusal);
        }
        if self.numbers.len() >= NUMBERS_MOST {
            let details = format!("a portfolio has at most {NUMBERS_MOST} numbers");
            return Err(Refusal::new(100, details));
        }
        let id = self.ids.number();
        let facts = Facts { name_status: "PENDING_REVIEW".to_owned(), ..Facts::default() };
        let number = Number {
            id: id.clone(),
            display: format!("+{digits}"),
            wa_id: digits,
            name,
            pin: None,
            registered: false,
            quality: "UNKNOWN".to_owned(),
            desk: Desk { unproved: true, ..Desk::default() },
            facts,
        };
        self.numbers.insert(id.clone(), number);
        self.note("PHONE_NUMBER_ADDED", "A phone number was added");
        self.review_name(&id, now);
        Ok(json!({"id": id}))
    }

    /// The platform looks at a name; how long that takes is a setting.
    pub(super) fn review_name(&mut self, id: &PhoneNumberId, now: Timestamp) {
        if let Some(after) = self.rules.review_seconds {
            let after = Duration::from_secs(after.into());
            self.agenda.plan(now.plus(after), Due::Name(id.clone()));
        }
    }
}
