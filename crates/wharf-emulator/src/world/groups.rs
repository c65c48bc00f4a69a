//! Groups (Cloud API, "Groups"): the business makes them, people come by a link.

mod create;
mod edit;
mod invite;
mod looks;
mod people;
mod picture;
mod renumber;
mod requests;
mod said;
mod send;
mod statuses;
mod told;
mod writing;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use wharf_model::{
    group::JoinApproval,
    id::{GroupId, MessageId, PhoneNumberId},
    time::Timestamp,
};

pub(super) use self::told::Topic;
pub(crate) use self::{invite::Joined, said::Said};
use self::{picture::Picture, requests::Wish, said::Pinned};
use super::{Refusal, World, moment, window::WINDOW};

/// What an invite link begins with.
pub(crate) const LINK: &str = "https://chat.whatsapp.com/";

/// All groups.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Groups {
    all: BTreeMap<GroupId, Group>,
    /// Which group a message is in.
    #[serde(skip)]
    places: HashMap<MessageId, GroupId>,
}

/// A group of one business number and at most eight people.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Group {
    /// Its id.
    pub(crate) id: GroupId,
    /// Whose it is.
    pub(crate) number: PhoneNumberId,
    /// Its name.
    pub(crate) subject: String,
    /// What it is about.
    pub(crate) description: Option<String>,
    /// Whether those who come by the link must be let in.
    pub(crate) approval: JoinApproval,
    /// When it was made.
    #[serde(with = "moment")]
    pub(crate) made_at: Timestamp,
    /// Whether the platform has suspended it.
    pub(crate) suspended: bool,
    /// What its link ends with; none when it was revoked.
    code: Option<String>,
    picture: Option<Picture>,
    /// Who is in it, by digits, in the order they came.
    pub(crate) members: Vec<String>,
    /// Who was taken out: the link does not let them in again.
    pub(crate) removed: BTreeSet<String>,
    /// Who asks to come in.
    pub(crate) wishes: Vec<Wish>,
    /// What was said, oldest first.
    pub(crate) said: Vec<Said>,
    /// What is pinned, oldest first.
    pub(crate) pins: Vec<Pinned>,
    /// When somebody last wrote: what its customer service window is counted from.
    #[serde(with = "moment::maybe")]
    wrote: Option<Timestamp>,
    /// When people came, in Unix microseconds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) came: Vec<i64>,
    /// When people went, in Unix microseconds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) went: Vec<i64>,
    /// How much of it each member has looked at on the phone in the browser, by digits.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    seen: BTreeMap<String, usize>,
}

impl Group {
    /// The link that lets people in.
    pub(crate) fn link(&self) -> Option<String> {
        self.code.as_ref().map(|code| format!("{LINK}{code}"))
    }

    /// Whether somebody is in it.
    pub(crate) fn has(&self, wa_id: &str) -> bool {
        self.members.iter().any(|member| member == wa_id)
    }

    /// Until when the business may write anything.
    pub(crate) fn window_until(&self) -> Option<Timestamp> {
        self.wrote.map(|wrote| wrote.plus(WINDOW))
    }

    /// Something that was said.
    pub(crate) fn said(&self, id: &MessageId) -> Option<&Said> {
        self.said.iter().rev().find(|said| said.entry.id == *id)
    }

    fn said_mut(&mut self, id: &MessageId) -> Option<&mut Said> {
        self.said.iter_mut().rev().find(|said| said.entry.id == *id)
    }
}

impl Groups {
    /// Every group.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Group> {
        self.all.values()
    }

    /// One of them.
    pub(crate) fn get(&self, id: &str) -> Option<&Group> {
        self.all.get(&GroupId::new(id).ok()?)
    }

    fn get_mut(&mut self, id: &str) -> Option<&mut Group> {
        self.all.get_mut(&GroupId::new(id).ok()?)
    }

    /// The group that a link leads into.
    pub(crate) fn by_link(&self, link: &str) -> Option<&Group> {
        self.all().find(|group| group.link().as_deref() == Some(link))
    }

    /// The groups that somebody is in.
    pub(crate) fn of<'a>(&'a self, wa_id: &'a str) -> impl Iterator<Item = &'a Group> {
        self.all().filter(move |group| group.has(wa_id))
    }

    /// Finds again which group each message is in.
    pub(super) fn find_places(&mut self) {
        let places = self.all.values().flat_map(|group| {
            group.said.iter().map(|said| (said.entry.id.clone(), group.id.clone()))
        });
        self.places = places.collect();
    }
}

impl World {
    /// Whether a message was said in a group.
    pub(super) fn is_in_group(&self, id: &MessageId) -> bool {
        self.groups.places.contains_key(id)
    }

    /// A group; `verb` is what is asked of it.
    pub(crate) fn group(&self, id: &str, verb: &str) -> Result<&Group, Refusal> {
        self.groups.get(id).ok_or_else(|| Refusal::no_object(verb, id))
    }

    /// A group that is to be changed: one that is suspended cannot be.
    fn group_mut(&mut self, id: &str, verb: &str) -> Result<&mut Group, Refusal> {
        let group = self.groups.get_mut(id).ok_or_else(|| Refusal::no_object(verb, id))?;
        if group.suspended {
            return Err(suspended());
        }
        Ok(group)
    }

    /// Every field of a group's node.
    pub(crate) fn group_fields(&self, group: &Group) -> Map<String, Value> {
        let member = |wa_id: &String| {
            let person = self.people.get(wa_id);
            let mut node = json!({});
            if let Some(person) = person {
                node["user_id"] = person.user_id.as_str().into();
                if let Some(username) = &person.username {
                    node["username"] = username.as_str().into();
                }
            }
            if person.is_none_or(|person| !person.phone_hidden) {
                node["wa_id"] = wa_id.as_str().into();
            }
            node
        };
        let members: Vec<Value> = group.members.iter().map(member).collect();
        let all = json!({
            "id": group.id, "messaging_product": "whatsapp", "subject": group.subject,
            "description": group.description.as_deref().unwrap_or_default(),
            "creation_timestamp": group.made_at.as_secs(), "suspended": group.suspended,
            "join_approval_mode": group.approval, "participants": members,
            "total_participant_count": group.members.len(),
        });
        all.as_object().cloned().unwrap_or_default()
    }

    /// Something in a group is different: so are the phones of its members and of those who ask to come in.
    fn group_changed(&mut self, id: &GroupId) {
        let Some(group) = self.groups.all.get(id) else { return };
        let ask = group.wishes.iter().map(|wish| &wish.wa_id);
        let concerned: Vec<String> = group.members.iter().chain(ask).cloned().collect();
        for wa_id in concerned {
            self.changed(&wa_id);
        }
    }
}

fn suspended() -> Refusal {
    Refusal::new(131_207, "the platform has suspended this group")
}
