//! How a message in a group gets on with each person: one webhook tells of many.

use serde_json::{Value, json};
use wharf_model::{
    error::GraphError,
    id::{GroupId, MessageId},
    time::Timestamp,
    webhook::status::Progress,
};

use super::{Group, Said};
use crate::world::{Entry, Matter, Person, Standing, World, agenda::Due, statuses::Way, webhook};

impl World {
    /// Plans what becomes of a message that was accepted at `now`. Only `sent` follows a pin.
    pub(super) fn plan_group_progress(&mut self, id: &MessageId, way: Way, now: Timestamp) {
        let delays = way.delays(self.delays);
        let mut at = now.plus(delays.sent);
        self.agenda.plan(at, Due::Progress(id.clone(), Progress::Sent));
        if way.reacts {
            return;
        }
        at = at.plus(delays.delivered);
        if !way.skips_delivered {
            self.agenda.plan(at, Due::Progress(id.clone(), Progress::Delivered));
        }
        at = at.plus(delays.read);
        self.agenda.plan(at, Due::Progress(id.clone(), Progress::Read));
    }

    /// A message gets so far, with everybody with whom it can.
    pub(in crate::world) fn group_progress(
        &mut self,
        id: &MessageId,
        progress: &Progress,
        at: Timestamp,
    ) {
        if *progress == Progress::Sent {
            self.group_stands(id, Standing::Sent);
            return self.tell_of_group(id, progress, None, at);
        }
        let reads = *progress == Progress::Read;
        let can = |person: &Person| {
            let there = person.reachable && !person.blocks;
            there && (!reads || (person.reads && person.script.is_none()))
        };
        let whom = self.group_of(id).and_then(|group| {
            // Who has left in the meantime gets nothing more.
            let all = group.said(id)?.standings.keys().filter(|wa_id| group.has(wa_id));
            let can = all.filter(|wa_id| self.people.get(*wa_id).is_some_and(can));
            Some(can.cloned().collect::<Vec<_>>())
        });
        self.group_moves(id, &whom.unwrap_or_default(), progress, at);
    }

    /// Somebody opens everything that arrived in their groups.
    pub(in crate::world) fn read_groups(&mut self, wa_id: &str, now: Timestamp) {
        let waiting = |said: &&Said| said.standings.get(wa_id) == Some(&Standing::Delivered);
        let all = self.groups.all().flat_map(|group| group.said.iter());
        let ids: Vec<_> = all.filter(waiting).map(|said| said.entry.id.clone()).collect();
        for id in ids {
            self.group_moves(&id, &[wa_id.to_owned()], &Progress::Read, now);
        }
    }

    fn group_moves(
        &mut self,
        id: &MessageId,
        people: &[String],
        progress: &Progress,
        at: Timestamp,
    ) {
        let standing =
            if *progress == Progress::Read { Standing::Read } else { Standing::Delivered };
        let Some(said) = self.said_mut(id) else { return };
        // What is read is read, whatever else comes late.
        let moved: Vec<String> = people
            .iter()
            .filter(|wa_id| {
                let before = said.standings.get(*wa_id);
                before.is_some_and(|before| before.rank() < standing.rank())
            })
            .cloned()
            .collect();
        if moved.is_empty() {
            return;
        }
        for wa_id in &moved {
            said.standings.insert(wa_id.clone(), standing.clone());
        }
        let least = said.standings.values().min_by_key(|standing| standing.rank()).cloned();
        if let Some(least) = least.filter(|least| least.rank() > Standing::Sent.rank()) {
            self.group_stands(id, least);
        }
        self.tell_of_group(id, progress, Some(&moved), at);
        if *progress == Progress::Delivered {
            for wa_id in &moved {
                self.arrived(wa_id, at);
            }
        }
    }

    /// A message fails, and the app is told why.
    pub(in crate::world) fn group_failed(
        &mut self,
        id: &MessageId,
        error: GraphError,
        at: Timestamp,
    ) {
        self.group_stands(id, Standing::Failed(Box::new(error)));
        self.tell_of_group(id, &Progress::Failed, None, at);
    }

    fn said_mut(&mut self, id: &MessageId) -> Option<&mut Said> {
        let group = self.groups.places.get(id)?;
        self.groups.all.get_mut(group)?.said_mut(id)
    }

    fn group_stands(&mut self, id: &MessageId, standing: Standing) {
        if let Some(said) = self.said_mut(id)
            && said.entry.standing.rank() < standing.rank()
        {
            said.entry.standing = standing;
        }
        if let Some(group) = self.groups.places.get(id).cloned() {
            self.group_changed(&group);
        }
    }

    /// One webhook for the group, or for these people.
    fn tell_of_group(
        &mut self,
        id: &MessageId,
        progress: &Progress,
        people: Option<&[String]>,
        at: Timestamp,
    ) {
        let Some(group) = self.groups.places.get(id).cloned() else { return };
        let old_pricing = self.manner(group.as_str()).old_pricing;
        let manners: Vec<_> = people
            .unwrap_or_default()
            .iter()
            .map(|wa_id| (wa_id.clone(), self.manner(wa_id)))
            .collect();
        let Some(group) = self.groups.all.get(&group) else { return };
        let (Some(said), Some(number)) = (group.said(id), self.numbers.get(&group.number)) else {
            return;
        };
        let base = status(group, &said.entry, progress, old_pricing, at);
        let mut value =
            json!({"messaging_product": "whatsapp", "metadata": webhook::metadata(number)});
        if people.is_none() {
            value["statuses"] = json!([base]);
            self.tell("messages", &value);
            return;
        }
        let (mut contacts, mut statuses) = (Vec::new(), Vec::new());
        for (wa_id, manner) in manners {
            let mut status = base.clone();
            if !manner.hidden {
                status["recipient_participant_id"] = wa_id.as_str().into();
            }
            if let Some(person) = self.people.get(&wa_id) {
                status["recipient_participant_user_id"] = person.user_id.as_str().into();
                contacts.push(webhook::contact(person, manner, true));
            }
            statuses.push(status);
        }
        value["contacts"] = contacts.into();
        value["statuses"] = statuses.into();
        self.tell("messages", &value);
    }
}

fn status(
    group: &Group,
    entry: &Entry,
    progress: &Progress,
    old_pricing: bool,
    at: Timestamp,
) -> Value {
    let id: &GroupId = &group.id;
    let mut status = json!({
        "id": entry.id, "status": progress, "timestamp": at, "recipient_id": id,
        "recipient_type": "group",
    });
    if let Some(data) = &entry.marks().callback_data {
        status["biz_opaque_callback_data"] = data.as_str().into();
    }
    match (progress, &entry.standing) {
        (Progress::Failed, Standing::Failed(error)) => status["errors"] = json!([error]),
        (Progress::Read, _) => {}
        _ => status["pricing"] = pricing(entry, old_pricing),
    }
    status
}

/// By the delivered message and the person; groups have categories of their own.
fn pricing(entry: &Entry, old: bool) -> Value {
    let category = match &entry.matter {
        Matter::Business { template: Some(template), .. } => template.category.as_str(),
        _ => "service",
    };
    let category = format!("group_{category}");
    if old {
        return json!({"billable": true, "pricing_model": "CBP", "category": category});
    }
    json!({"billable": true, "pricing_model": "PMP", "type": "regular", "category": category})
}
