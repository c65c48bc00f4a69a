//! People with phones.

mod change;
mod identity;
mod renumber;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use wharf_model::{id::PhoneNumberId, phone, time::Timestamp};

pub(crate) use self::change::Changes;
pub(super) use self::change::NO_NUMBER;
use super::{Number, Script, World, ids, moment, rewrite, webhook};

/// Someone with a phone.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "habits are independent of each other")]
pub(crate) struct Person {
    /// Digits of their phone number.
    pub(crate) wa_id: String,
    /// The name on their profile.
    pub(crate) name: String,
    /// Their business-scoped user id.
    pub(crate) user_id: String,
    /// The hash of their identity key, where it does not follow from their digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    identity: Option<String>,
    /// Whether messages arrive: a phone that is off, or a business that is blocked.
    pub(crate) reachable: bool,
    /// Whether they open what arrives, with read receipts on.
    pub(crate) reads: bool,
    /// The name they chose to be found by.
    pub(crate) username: Option<String>,
    /// Whether webhooks name their user id only, and no phone number.
    pub(crate) phone_hidden: bool,
    /// Whether they have blocked the business: nothing arrives.
    pub(crate) blocks: bool,
    /// Whether they want no more marketing.
    pub(crate) opted_out: bool,
    /// What they do by themselves.
    pub(crate) script: Option<Script>,
    /// When they last wrote to each number: what the customer service window is counted from.
    #[serde(with = "moment::by_key")]
    pub(crate) wrote: BTreeMap<PhoneNumberId, Timestamp>,
}

impl World {
    /// Brings someone into the world, or gives them another name. `None`: not a phone number.
    pub(crate) fn add_person(&mut self, phone: &str, name: &str) -> Option<String> {
        let wa_id = rewrite::wa_id(&phone::digits(phone)?);
        // What follows from the digits may be that of somebody who had them before.
        let vacated = self.vacated.remove(&wa_id);
        let ids = &mut self.ids;
        let person = self.people.entry(wa_id.clone()).or_insert_with(|| Person {
            wa_id: wa_id.clone(),
            name: String::new(),
            user_id: if vacated { ids.user() } else { format!("US.{}", ids::user_digits(&wa_id)) },
            identity: vacated.then(|| ids.key_hash()),
            reachable: true,
            reads: true,
            username: None,
            phone_hidden: false,
            blocks: false,
            opted_out: false,
            script: None,
            wrote: BTreeMap::new(),
        });
        name.clone_into(&mut person.name);
        self.changed(&wa_id);
        Some(wa_id)
    }

    /// Changes somebody's habits; what they want of marketing is told to the app, for every number
    /// that they have a chat with, or for the first.
    pub(crate) fn set_habits(&mut self, wa_id: &str, habits: Habits, now: Timestamp) {
        let Some(person) = self.people.get_mut(wa_id) else { return };
        let (before, was_reachable) = (person.opted_out, person.reachable);
        for (habit, now) in [
            (&mut person.reachable, habits.reachable),
            (&mut person.reads, habits.reads),
            (&mut person.phone_hidden, habits.phone_hidden),
            (&mut person.blocks, habits.blocks),
            (&mut person.opted_out, habits.opted_out),
        ] {
            *habit = now.unwrap_or(*habit);
        }
        if let Some(username) = habits.username {
            person.username = Some(username).filter(|name| !name.is_empty());
        }
        let (opted_out, person) = (person.opted_out, person.clone());
        self.changed(wa_id);
        if person.reachable && !was_reachable && !person.blocks {
            self.deliver_late(wa_id, now);
        }
        if opted_out != before {
            let mut numbers = self.numbers_with(wa_id);
            if numbers.is_empty() {
                numbers.extend(self.first_number().cloned());
            }
            for number in numbers {
                let manner = self.manner(wa_id);
                let value = webhook::preference(&number, &person, manner, now);
                self.tell("user_preferences", &value);
            }
        }
    }

    /// The business numbers that somebody has a chat with.
    fn numbers_with(&self, wa_id: &str) -> Vec<Number> {
        self.chats_of(wa_id).map(|(number, _)| number.clone()).collect()
    }
}

/// What is to be different about somebody; what is absent stays.
#[derive(Clone, Debug, Default)]
pub(crate) struct Habits {
    /// Whether messages arrive.
    pub(crate) reachable: Option<bool>,
    /// Whether they open what arrives.
    pub(crate) reads: Option<bool>,
    /// Whether webhooks name no phone number of theirs.
    pub(crate) phone_hidden: Option<bool>,
    /// Whether they have blocked the business.
    pub(crate) blocks: Option<bool>,
    /// Whether they want no more marketing.
    pub(crate) opted_out: Option<bool>,
    /// The name they chose; an empty one takes it away.
    pub(crate) username: Option<String>,
}
