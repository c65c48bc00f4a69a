//! People with phones.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use wharf_model::{id::PhoneNumberId, phone, time::Timestamp};

use super::{World, ids, moment};

/// Someone with a phone.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Person {
    /// Digits of their phone number.
    pub(crate) wa_id: String,
    /// The name on their profile.
    pub(crate) name: String,
    /// Their business-scoped user id.
    pub(crate) user_id: String,
    /// Whether messages arrive: a phone that is off, or a business that is blocked.
    pub(crate) reachable: bool,
    /// Whether they open what arrives, with read receipts on.
    pub(crate) reads: bool,
    /// The name they chose to be found by.
    pub(crate) username: Option<String>,
    /// Whether webhooks name their user id only, and no phone number.
    pub(crate) phone_hidden: bool,
    /// When they last wrote to each number: what the customer service window is counted from.
    #[serde(with = "moment::by_key")]
    pub(crate) wrote: BTreeMap<PhoneNumberId, Timestamp>,
}

impl World {
    /// Brings someone into the world, or gives them another name. `None`: not a phone number.
    pub(crate) fn add_person(&mut self, phone: &str, name: &str) -> Option<String> {
        let wa_id = phone::digits(phone)?;
        let person = self.people.entry(wa_id.clone()).or_insert_with(|| Person {
            wa_id: wa_id.clone(),
            name: String::new(),
            user_id: format!("US.{}", ids::user_digits(&wa_id)),
            reachable: true,
            reads: true,
            username: None,
            phone_hidden: false,
            wrote: BTreeMap::new(),
        });
        name.clone_into(&mut person.name);
        self.changed(&wa_id);
        Some(wa_id)
    }

    /// Sets whether messages arrive at someone, and whether they are opened.
    pub(crate) fn set_habits(&mut self, wa_id: &str, reachable: Option<bool>, reads: Option<bool>) {
        if let Some(person) = self.people.get_mut(wa_id) {
            person.reachable = reachable.unwrap_or(person.reachable);
            person.reads = reads.unwrap_or(person.reads);
        }
    }
}
