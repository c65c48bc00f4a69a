//! What is said in a group, and what is pinned.

use std::{collections::BTreeMap, time::Duration};

use serde::{Deserialize, Serialize};
use wharf_model::{
    id::{GroupId, MessageId},
    message::{Pin, PinKind},
    time::Timestamp,
};

use super::Group;
use crate::world::{Entry, Standing, World, moment};

/// Messages that are pinned at one time: one more takes the oldest down.
const PINS_MOST: usize = 3;

/// One message in a group.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Said {
    /// Who said it, by digits; the business when absent.
    pub(crate) by: Option<String>,
    /// What, and when.
    pub(crate) entry: Entry,
    /// How far a message of the business came with each person who was there.
    pub(crate) standings: BTreeMap<String, Standing>,
    /// People's emoji on it, by digits.
    pub(crate) reactions: BTreeMap<String, String>,
}

/// A message at the top of a group.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Pinned {
    /// The message.
    pub(crate) message: MessageId,
    /// For how long.
    #[serde(with = "moment")]
    pub(crate) until: Timestamp,
}

impl Group {
    /// Puts a message up, or takes it down.
    pub(super) fn pin(&mut self, pin: &Pin, now: Timestamp) {
        self.pins.retain(|pinned| pinned.until > now && pinned.message != pin.message_id);
        if pin.kind == PinKind::Unpin {
            return;
        }
        if self.pins.len() >= PINS_MOST {
            self.pins.remove(0);
        }
        let days = u32::try_from(pin.expiration_days.unwrap_or(1)).unwrap_or(1);
        let until = now.plus(Duration::from_hours(24).saturating_mul(days));
        self.pins.push(Pinned { message: pin.message_id.clone(), until });
    }

    /// What is pinned now.
    pub(crate) fn pinned(&self, now: Timestamp) -> impl Iterator<Item = &Pinned> {
        self.pins.iter().filter(move |pinned| pinned.until > now)
    }
}

impl World {
    /// Something is said in a group.
    pub(super) fn say_in_group(&mut self, id: &GroupId, said: Said) {
        self.groups.places.insert(said.entry.id.clone(), id.clone());
        if let Some(group) = self.groups.all.get_mut(id) {
            group.said.push(said);
        }
        self.group_changed(id);
    }

    /// The group that a message was said in.
    pub(crate) fn group_of(&self, id: &MessageId) -> Option<&Group> {
        self.groups.all.get(self.groups.places.get(id)?)
    }
}
