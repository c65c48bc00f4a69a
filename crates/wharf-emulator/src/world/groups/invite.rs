//! The link that lets people in: read, made anew, revoked; and opened by somebody.

use serde_json::{Value, json};
use wharf_model::{
    group::JoinApproval,
    id::GroupId,
    limits::GROUP_PARTICIPANTS_MAX,
    message::{Parameter, Template},
    time::Timestamp,
};

use super::{Group, Topic, Wish};
use crate::world::{Refusal, World, desk::product, writing::Problem};

/// What came of opening a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Joined {
    /// They are in.
    In(GroupId),
    /// They ask to be let in, by this request.
    Asked(GroupId, String),
}

impl World {
    /// `GET /{group-id}/invite_link`.
    pub(crate) fn invite_link(&self, id: &str) -> Result<Value, Refusal> {
        let group = self.group(id, "get")?;
        let none = || Refusal::new(100, "the link was revoked; POST makes a new one");
        Ok(shown(&group.link().ok_or_else(none)?))
    }

    /// `POST /{group-id}/invite_link`: a new one; the old one lets nobody in.
    pub(crate) fn reset_invite_link(&mut self, id: &str, body: &Value) -> Result<Value, Refusal> {
        self.group_mut(id, "post")?;
        product(body)?;
        let code = self.ids.invite();
        let group = self.group_mut(id, "post")?;
        group.code = Some(code);
        Ok(shown(&group.link().unwrap_or_default()))
    }

    /// `DELETE /{group-id}/invite_link`.
    pub(crate) fn revoke_invite_link(&mut self, id: &str, body: &Value) -> Result<Value, Refusal> {
        let group = self.group_mut(id, "delete")?;
        product(body)?;
        group.code = None;
        Ok(json!({"messaging_product": "whatsapp", "success": true}))
    }

    /// A template in which a group stands as the link into it.
    pub(in crate::world) fn with_invite_links(
        &self,
        template: &Template,
    ) -> Result<Template, Refusal> {
        let mut template = template.clone();
        let all = template.components.iter_mut().flat_map(|part| part.parameters.iter_mut());
        for parameter in all {
            if let Parameter::GroupId { group_id } = parameter {
                let link = self.groups.get(group_id).and_then(Group::link);
                let none = || {
                    Refusal::new(131_041, "group_id: there is no such group, or no link into it")
                };
                *parameter = Parameter::text(link.ok_or_else(none)?);
            }
        }
        Ok(template)
    }

    /// Somebody opens a link: they are in, or ask to be let in.
    pub(crate) fn open_invite(
        &mut self,
        wa_id: &str,
        link: &str,
        now: Timestamp,
    ) -> Result<Joined, Problem> {
        if !self.people.contains_key(wa_id) {
            let what = format!("nobody has the number {wa_id}; PUT /_control/users/{wa_id} first");
            return Err(Problem(what));
        }
        let dead = || Problem("invite_link: this link lets nobody in".to_owned());
        let group = self.groups.by_link(link).ok_or_else(dead)?;
        group.may_come(wa_id)?;
        let (id, number) = (group.id.clone(), group.number.clone());
        if group.approval == JoinApproval::Required {
            let request = self.ids.ticket();
            let mut told = self.participant(wa_id);
            told["group_id"] = json!(id);
            told["type"] = "group_join_request_created".into();
            told["join_request_id"] = request.as_str().into();
            self.tell_group(Topic::Participants, &number, told, now);
            let wish = Wish { id: request.clone(), wa_id: wa_id.to_owned(), at: now };
            if let Some(group) = self.groups.all.get_mut(&id) {
                group.wishes.push(wish);
            }
            self.group_changed(&id);
            return Ok(Joined::Asked(id, request));
        }
        self.let_in(&id, &[wa_id.to_owned()], now);
        let told = self.came(&id, &[wa_id.to_owned()]);
        self.tell_group(Topic::Participants, &number, told, now);
        Ok(Joined::In(id))
    }

    /// People are in.
    pub(super) fn let_in(&mut self, id: &GroupId, people: &[String], now: Timestamp) {
        if let Some(group) = self.groups.all.get_mut(id) {
            group.members.extend_from_slice(people);
            // What was said before they came is no news to them.
            for wa_id in people {
                group.came.push(now.as_micros());
                group.is_seen(wa_id);
            }
        }
        self.group_changed(id);
    }

    /// What is told of people who came.
    pub(super) fn came(&mut self, id: &GroupId, people: &[String]) -> Value {
        let people: Vec<Value> = people.iter().map(|wa_id| self.participant(wa_id)).collect();
        json!({
            "group_id": id, "type": "group_participants_add", "reason": "invite_link",
            "added_participants": people,
        })
    }
}

fn shown(link: &str) -> Value {
    json!({"messaging_product": "whatsapp", "invite_link": link})
}

impl Group {
    /// Whether the link lets somebody in; why not, if it does not.
    pub(crate) fn may_come(&self, wa_id: &str) -> Result<(), Problem> {
        let what = if self.has(wa_id) {
            "they are in this group already"
        } else if self.suspended {
            "the platform has suspended this group"
        } else if self.removed.contains(wa_id) {
            "the business took them out of this group: the link does not let them in again"
        } else if self.is_wished_by(wa_id) {
            "they have asked already, and wait for the answer"
        } else if self.members.len() >= GROUP_PARTICIPANTS_MAX {
            return Err(Problem(format!(
                "the group is full: {GROUP_PARTICIPANTS_MAX} people and the business"
            )));
        } else {
            return Ok(());
        };
        Err(Problem(what.to_owned()))
    }
}
