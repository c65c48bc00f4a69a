//! Somebody changes: another phone number, another user id, another identity key. The app is told for
//! every business number that they have a chat with, unless it has blocked them.

use serde_json::{Value, json};
use wharf_model::{phone, time::Timestamp};

use super::Person;
use crate::world::{
    Number, World, rewrite,
    webhook::{self, Manner},
    writing::Problem,
};

/// What is wrong with a text that is no phone number.
pub(in crate::world) const NO_NUMBER: &str =
    "is no phone number; write it with country code, such as +15550001111";

/// What changes about somebody.
#[derive(Clone, Debug, Default)]
pub(crate) struct Changes {
    /// Their phone number; their user id changes with it.
    pub(crate) phone: Option<String>,
    /// Their user id.
    pub(crate) user_id: bool,
    /// Their identity key.
    pub(crate) identity: bool,
}

impl World {
    /// Changes somebody. Gives their digits, which may be others than before.
    pub(crate) fn change_person(
        &mut self,
        wa_id: &str,
        changes: &Changes,
        now: Timestamp,
    ) -> Result<String, Problem> {
        let wa_id = match &changes.phone {
            Some(phone) => {
                let moved = self.change_number(wa_id, phone, now);
                moved.map_err(|what| Problem(format!("phone: {what}")))?
            }
            None => wa_id.to_owned(),
        };
        if changes.user_id {
            self.change_user_id(&wa_id, now);
        }
        if changes.identity {
            self.change_identity(&wa_id, now);
        }
        Ok(wa_id)
    }

    /// Somebody gets another phone number, and another user id with it. Gives its digits, or why they
    /// cannot have it.
    pub(in crate::world) fn change_number(
        &mut self,
        old: &str,
        phone: &str,
        now: Timestamp,
    ) -> Result<String, &'static str> {
        let new = phone::digits(phone).map(|digits| rewrite::wa_id(&digits)).ok_or(NO_NUMBER)?;
        self.is_free(old, &new)?;
        self.renumber(old, &new);
        self.renew_user_id(&new, Some(old), now);
        Ok(new)
    }

    fn is_free(&self, old: &str, new: &str) -> Result<(), &'static str> {
        if old == new {
            return Err("they have this number already");
        }
        if self.people.contains_key(new) {
            return Err("somebody else has this number; take one that nobody has");
        }
        if self.numbers.values().any(|number| number.wa_id == new) {
            return Err("a business has this number; take one that nobody has");
        }
        Ok(())
    }

    /// Somebody is known by another user id.
    pub(in crate::world) fn change_user_id(&mut self, wa_id: &str, now: Timestamp) {
        self.renew_user_id(wa_id, None, now);
        self.changed(wa_id);
    }

    /// A new user id, and what is told of it: with a new number, that they had another.
    fn renew_user_id(&mut self, wa_id: &str, old_number: Option<&str>, now: Timestamp) {
        let user_id = self.ids.user();
        let Some(person) = self.people.get_mut(wa_id) else { return };
        let previous = std::mem::replace(&mut person.user_id, user_id);
        let person = person.clone();
        for number in self.numbers_that_hear_of(wa_id) {
            let id = self.ids.message(old_number.unwrap_or(wa_id));
            let manner = self.manner(wa_id);
            let mut message = json!({"id": id, "timestamp": now, "type": "system"});
            // Whoever never saw a number is not told that it is another.
            let shown = old_number.filter(|_| !manner.hidden);
            message["system"] = match shown {
                Some(old) => moved(&person, old),
                None => renewed(&person, &previous, manner),
            };
            if !manner.hidden {
                message["from"] = old_number.unwrap_or(wa_id).into();
            }
            self.tell("messages", &webhook::note(&number, &message));
            self.notes.insert((number.id.clone(), id));
            let value = webhook::user_id(&number, &person, &previous, manner, now);
            self.tell("user_id_update", &value);
        }
    }

    /// Somebody has installed anew. Only numbers that check hear of it.
    pub(in crate::world) fn change_identity(&mut self, wa_id: &str, now: Timestamp) {
        let hash = self.ids.key_hash();
        let Some(person) = self.people.get_mut(wa_id) else { return };
        person.identity = Some(hash.clone());
        let person = person.clone();
        let mut numbers = self.numbers_that_hear_of(wa_id);
        numbers.retain(|number| number.desk.checks_identity());
        for number in numbers {
            let id = self.ids.message(wa_id);
            let manner = self.manner(wa_id);
            let message = json!({
                "from_user_id": person.user_id, "id": id, "timestamp": now, "type": "system",
                "system": {
                    "body": format!("The security code of {} changed", person.name),
                    "identity": hash, "type": "customer_identity_changed",
                },
                "identity": {"acknowledged": false, "created_timestamp": now, "hash": hash},
            });
            self.tell("messages", &webhook::message(&number, &person, manner, message));
            self.notes.insert((number.id.clone(), id));
        }
    }

    fn numbers_that_hear_of(&self, wa_id: &str) -> Vec<Number> {
        let mut numbers = self.numbers_with(wa_id);
        numbers.retain(|number| !number.desk.blocked.contains(wa_id));
        numbers
    }
}

/// Their phone number is another.
fn moved(person: &Person, old: &str) -> Value {
    json!({
        "body": format!("User {} changed from {old} to {}", person.name, person.wa_id),
        "wa_id": person.wa_id, "user_id": person.user_id, "type": "user_changed_number",
    })
}

/// Their user id is another.
fn renewed(person: &Person, previous: &str, manner: Manner) -> Value {
    let mut system = json!({
        "body": format!("User {} changed from {previous} to {}", person.name, person.user_id),
        "user_id": person.user_id, "type": "user_changed_user_id",
    });
    if !manner.hidden {
        system["wa_id"] = person.wa_id.as_str().into();
    }
    system
}
