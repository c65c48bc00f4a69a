//! Business phone numbers: their node, PIN and registration.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use wharf_model::{
    id::PhoneNumberId,
    number::{Pin, PinBody, RegisterBody},
    time::Timestamp,
};

use super::{Refusal, World, desk::Desk};
use crate::config::NumberConfig;

/// A business phone number.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Number {
    /// Its id.
    pub(crate) id: PhoneNumberId,
    /// The number as people read it.
    pub(crate) display: String,
    /// Its digits.
    pub(crate) wa_id: String,
    /// The business's name.
    pub(crate) name: String,
    /// Its two-step PIN.
    pub(crate) pin: Option<Pin>,
    /// Whether it is registered for the API.
    pub(crate) registered: bool,
    /// How people like it: `GREEN`, `YELLOW`, `RED`.
    pub(crate) quality: String,
    /// What the business sets on it.
    pub(crate) desk: Desk,
}

impl Number {
    pub(super) fn new(config: &NumberConfig) -> (PhoneNumberId, Self) {
        let number = Self {
            id: config.id.clone(),
            display: config.display.clone(),
            wa_id: config.display.chars().filter(char::is_ascii_digit).collect(),
            name: config.name.clone(),
            pin: None,
            registered: true,
            quality: "GREEN".to_owned(),
            desk: Desk::default(),
        };
        (config.id.clone(), number)
    }

    /// Every field of its node.
    pub(crate) fn fields(&self) -> Map<String, Value> {
        let all = json!({
            "id": self.id,
            "display_phone_number": self.display,
            "verified_name": self.name,
            "quality_rating": self.quality,
            "code_verification_status": if self.desk.unproved { "NOT_VERIFIED" } else { "VERIFIED" },
            "name_status": "APPROVED",
            "status": if self.registered { "CONNECTED" } else { "PENDING" },
            "platform_type": if self.registered { "CLOUD_API" } else { "NOT_APPLICABLE" },
            "account_mode": "SANDBOX",
            "throughput": {"level": "STANDARD"},
            "is_pin_enabled": self.pin.is_some(),
            "is_official_business_account": self.desk.official,
            "messaging_limit_tier": "TIER_2K",
            "whatsapp_business_manager_messaging_limit": "TIER_2K",
            "last_onboarded_time": "2026-01-01T00:00:00+0000",
            "health_status": {"can_send_message": if self.registered { "AVAILABLE" } else { "BLOCKED" }},
            "search_visibility": "VISIBLE",
        });
        let Value::Object(mut all) = all else { return Map::new() };
        let mut automation = self.desk.automation.clone();
        automation.insert("id".to_owned(), self.id.as_str().into());
        all.insert("conversational_automation".to_owned(), automation.into());
        if let Some(username) = &self.desk.username {
            all.insert("username".to_owned(), username.name.as_str().into());
        }
        all
    }
}

impl World {
    /// `POST /{phone-number-id}`: of its many uses, the PIN.
    pub(crate) fn update_number(&mut self, id: &str, body: Value) -> Result<(), Refusal> {
        let number = self.number_mut(id)?;
        if body.get("pin").is_none() {
            return Err(Refusal::new(
                131_008,
                "pin: is required; other settings of a number are not emulated",
            ));
        }
        let PinBody { pin } = read(body)?;
        number.pin = Some(pin);
        Ok(())
    }

    /// The platform thinks otherwise of a number; the app is told of its quality.
    pub(crate) fn rate_number(&mut self, id: &str, quality: Option<String>, proved: Option<bool>) {
        let Ok(number) = self.number_mut(id) else { return };
        if let Some(proved) = proved {
            number.desk.unproved = !proved;
        }
        let Some(quality) = quality.filter(|quality| *quality != number.quality) else { return };
        let event = if quality == "RED" { "FLAGGED" } else { "UNFLAGGED" };
        number.quality = quality;
        let value = json!({
            "display_phone_number": number.wa_id, "event": event, "current_limit": "TIER_2K",
            "max_daily_conversations_per_business": "TIER_2K",
        });
        self.tell("phone_number_quality_update", &value);
    }

    /// A number is an official business account, or no longer.
    pub(crate) fn make_official(&mut self, id: &str, official: Option<bool>) {
        if let (Ok(number), Some(official)) = (self.number_mut(id), official) {
            number.desk.official = official;
        }
    }

    /// `POST /{phone-number-id}/register`.
    pub(crate) fn register(
        &mut self,
        id: &str,
        body: Value,
        now: Timestamp,
    ) -> Result<(), Refusal> {
        let number = self.number_mut(id)?.id.clone();
        self.may_register(&number, true, now)?;
        let number = self.number_mut(id)?;
        if number.desk.unproved {
            let details = "prove first that it is yours: request_code, then verify_code";
            return Err(Refusal::new(133_006, details));
        }
        let RegisterBody { pin, .. } = read(body)?;
        if number.pin.as_ref().is_some_and(|set| *set != pin) {
            return Err(Refusal::new(133_005, "Two step verification PIN Mismatch"));
        }
        number.pin = Some(pin);
        number.registered = true;
        Ok(())
    }

    /// `POST /{phone-number-id}/deregister`.
    pub(crate) fn deregister(&mut self, id: &str, now: Timestamp) -> Result<(), Refusal> {
        let number = self.number_mut(id)?.id.clone();
        self.may_register(&number, false, now)?;
        self.number_mut(id)?.registered = false;
        Ok(())
    }

    /// A number of the account; `verb` is what is asked of it.
    pub(crate) fn number(&self, id: &str, verb: &str) -> Result<&Number, Refusal> {
        let key = PhoneNumberId::new(id).map_err(|_| Refusal::no_object(verb, id))?;
        self.numbers.get(&key).ok_or_else(|| Refusal::no_object(verb, id))
    }

    pub(super) fn number_mut(&mut self, id: &str) -> Result<&mut Number, Refusal> {
        let key = PhoneNumberId::new(id).map_err(|_| Refusal::no_object("post", id))?;
        self.numbers.get_mut(&key).ok_or_else(|| Refusal::no_object("post", id))
    }
}

/// Reads a body; a PIN that is not six digits is refused with where and why, but not with itself.
fn read<T: serde::de::DeserializeOwned>(body: Value) -> Result<T, Refusal> {
    let pin = body.get("pin").and_then(Value::as_str);
    if body.get("pin").is_some() && pin.is_none_or(|pin| Pin::new(pin).is_err()) {
        let message = "(#100) Param pin must be a string of exactly six digits, such as \"482913\"";
        return Err(Refusal::plain(100, message));
    }
    serde_json::from_value(body).map_err(|error| Refusal::new(131_008, error.to_string()))
}
