//! Business phone numbers: their node, PIN and registration.

mod add;
mod facts;
mod official;

use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use wharf_model::{
    id::PhoneNumberId,
    number::{Pin, PinBody, RegisterBody},
    time::Timestamp,
};

pub(crate) use self::facts::{Facts, Opinion};
use super::{
    Refusal, World,
    desk::{self, Desk},
};
use crate::config::NumberConfig;

/// What can be set on the node of a number.
const SETTABLE: &[&str] = &["pin", "username", "search_visibility", "new_display_name"];
/// What could be set on the platform, as its API description has it and no guide.
const MISSING: &[&str] = &["connection_status", "webhook_url", "whatsapp_business_api_data"];

/// Wrong PINs in a row after which the next guess has to wait.
const GUESSES_AT_ONCE: u32 = 2;
/// How long it has to.
const GUESS_WAITS: Duration = Duration::from_secs(30);
/// How long there are no guesses after too many.
const GUESSES_REST: Duration = Duration::from_hours(12);

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
    /// What the platform thinks of it.
    pub(crate) facts: Facts,
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
            facts: Facts::default(),
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
            "quality_score": {"score": self.quality},
            "code_verification_status": if self.desk.unproved { "NOT_VERIFIED" } else { "VERIFIED" },
            "platform_type": if self.registered { "CLOUD_API" } else { "NOT_APPLICABLE" },
            "host_platform": if self.registered { "CLOUD_API" } else { "NOT_APPLICABLE" },
            "account_mode": "SANDBOX",
            "is_on_biz_app": false,
            "is_preverified_number": false,
            "is_pin_enabled": self.pin.is_some(),
        });
        let Value::Object(mut all) = all else { return Map::new() };
        all.extend(self.desk.node.clone());
        all.extend(self.opinion());
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
    /// `POST /{phone-number-id}`: the PIN, the name people find the business by, the name it wants
    /// to have, whether it can be found.
    pub(crate) fn update_number(
        &mut self,
        id: &str,
        body: &Value,
        now: Timestamp,
    ) -> Result<(), Refusal> {
        self.number_mut(id)?;
        // Other names mean nothing to the platform either, and are passed over.
        if let Some(name) = MISSING.iter().find(|name| body.get(name).is_some()) {
            return Err(Refusal::not_emulated(&format!("POST /{{phone}} with {name}")));
        }
        if !SETTABLE.iter().any(|name| body.get(name).is_some()) {
            return Err(Refusal::new(131_008, "pin: is required, if nothing else is to be set"));
        }
        let text = |name: &str| body.get(name).and_then(Value::as_str);
        let visibility = text("search_visibility");
        if visibility.is_some_and(|word| !matches!(word, "VISIBLE" | "NON_VISIBLE" | "HIDDEN")) {
            let message = "(#100) Param search_visibility must be one of {VISIBLE, NON_VISIBLE}";
            return Err(Refusal::plain(100, message));
        }
        let name = text("new_display_name").map(str::trim);
        if name.is_some_and(str::is_empty) {
            return Err(Refusal::new(100, "new_display_name: may not be empty"));
        }
        let pin = body.get("pin").map(|_| read::<PinBody>(body)).transpose()?;
        if body.get("username").is_some() {
            self.set_username(id, body, now)?;
        }
        let number = self.number_mut(id)?;
        if let Some(visibility) = visibility {
            visibility.clone_into(&mut number.facts.search_visibility);
        }
        let id = number.id.clone();
        if let Some(PinBody { pin }) = pin {
            number.pin = Some(pin);
        }
        if let Some(name) = name {
            number.facts.new_name = Some((name.to_owned(), "PENDING_REVIEW".to_owned()));
            self.review_name(&id, now);
        }
        Ok(())
    }

    /// `POST /{phone-number-id}/register`.
    pub(crate) fn register(
        &mut self,
        id: &str,
        body: &Value,
        now: Timestamp,
    ) -> Result<(), Refusal> {
        let guesses = self.rules.pin_guesses;
        let number = self.number_mut(id)?;
        number.may_guess(guesses, now)?;
        let number = number.id.clone();
        self.may_register(&number, true, now)?;
        let number = self.number_mut(id)?;
        if number.desk.unproved {
            let details = "prove first that it is yours: request_code, then verify_code";
            return Err(Refusal::new(133_006, details));
        }
        let RegisterBody { pin, .. } = read(body)?;
        if number.pin.as_ref().is_some_and(|set| *set != pin) {
            number.facts.wrong_pins += 1;
            number.facts.wrong_pin_at = Some(now);
            return Err(Refusal::new(133_005, "Two step verification PIN Mismatch"));
        }
        number.pin = Some(pin);
        number.facts.wrong_pins = 0;
        let first = !std::mem::replace(&mut number.registered, true);
        if first {
            number.facts.onboarded_at = now;
        }
        // A name that was approved shows from now on.
        if let Some((name, status)) =
            number.facts.new_name.take_if(|(_, status)| status == "APPROVED")
        {
            (number.name, number.facts.name_status) = (name, status);
        }
        let digits = number.wa_id.clone();
        if first {
            let tier = self.rules.tier();
            let value = json!({
                "display_phone_number": digits, "event": "ONBOARDING", "current_limit": tier,
                "max_daily_conversations_per_business": tier,
            });
            self.tell("phone_number_quality_update", &value);
        }
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

impl Number {
    /// Whether somebody may try a PIN now: after wrong ones they have to wait.
    fn may_guess(&mut self, most: Option<u32>, now: Timestamp) -> Result<(), Refusal> {
        let (Some(most), Some(last)) = (most, self.facts.wrong_pin_at) else { return Ok(()) };
        let wait = |until: Timestamp| until.since(now).as_secs();
        if self.facts.wrong_pins >= most {
            let until = last.plus(GUESSES_REST);
            if now < until {
                let details = format!("too many wrong PINs; try again in {} seconds", wait(until));
                return Err(Refusal::new(133_008, details));
            }
            self.facts.wrong_pins = 0;
        }
        let until = last.plus(GUESS_WAITS);
        if self.facts.wrong_pins >= GUESSES_AT_ONCE && now < until {
            let details = format!("PINs were tried too fast; try again in {} seconds", wait(until));
            return Err(Refusal::new(133_009, details));
        }
        Ok(())
    }
}

/// Reads a body; a PIN that is not six digits is refused with where and why, but not with itself.
fn read<T: serde::de::DeserializeOwned>(body: &Value) -> Result<T, Refusal> {
    let pin = body.get("pin").and_then(Value::as_str);
    if body.get("pin").is_some() && pin.is_none_or(|pin| Pin::new(pin).is_err()) {
        let message = "(#100) Param pin must be a string of exactly six digits, such as \"482913\"";
        return Err(Refusal::plain(100, message));
    }
    desk::read(body)
}
