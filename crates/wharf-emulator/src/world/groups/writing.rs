//! People write in a group.

use std::collections::BTreeMap;

use serde_json::json;
use wharf_model::{
    id::{GroupId, MessageId},
    time::Timestamp,
};

use super::Said;
use crate::world::{
    Author, Entry, Matter, Standing, World, Written, webhook,
    writing::{Problem, Reaction, reaction},
};

impl World {
    /// Somebody writes in a group: everybody in it sees it, and the app is told.
    pub(crate) fn write_in_group(
        &mut self,
        wa_id: &str,
        id: &GroupId,
        written: Written,
        now: Timestamp,
    ) -> Result<MessageId, Problem> {
        written.check()?;
        let problem = |what: &str| Problem(what.to_owned());
        let group = self.groups.all.get(id);
        let group = group.ok_or_else(|| problem("group_id: there is no such group"))?;
        let person = self.people.get(wa_id).filter(|_| group.has(wa_id)).cloned();
        let person = person.ok_or_else(|| problem("group_id: they are not in this group"))?;
        if group.suspended {
            return Err(problem("group_id: the platform has suspended this group"));
        }
        let payload = self.with_file(&written)?;
        let reaction = (written.kind == "reaction").then(|| reaction(&payload)).transpose()?;
        if reaction.as_ref().is_some_and(|to| group.said(&to.message_id).is_none()) {
            return Err(problem("reaction.message_id: there is no such message in this group"));
        }
        let number = self.numbers.get(&group.number).cloned();
        let number = number.ok_or_else(|| problem("group_id: its number is gone"))?;
        let message_id = self.ids.message(wa_id);
        let mut message = json!({
            "from_user_id": person.user_id, "id": message_id, "timestamp": now,
            "type": written.kind, "group_id": id,
        });
        message[written.kind.as_str()] = payload.clone();
        let mut context = written.context.clone();
        if let Some(quoted) = &written.quotes {
            let by = self.groups.all.get(id).and_then(|group| group.said(quoted)?.by.clone());
            context.insert("from".to_owned(), by.unwrap_or_else(|| number.wa_id.clone()).into());
            context.insert("id".to_owned(), quoted.as_str().into());
        }
        if !context.is_empty() {
            message["context"] = context.into();
        }
        self.take(&number.id, now);
        let manner = self.manner(wa_id);
        self.tell("messages", &webhook::message(&number, &person, manner, message));
        if let Some(group) = self.groups.all.get_mut(id) {
            group.wrote = Some(now);
            if let Some(Reaction { message_id, emoji }) = reaction
                && let Some(said) = group.said_mut(&message_id)
            {
                match emoji.filter(|emoji| !emoji.is_empty()) {
                    Some(emoji) => said.reactions.insert(wa_id.to_owned(), emoji),
                    None => said.reactions.remove(wa_id),
                };
            }
        }
        let matter = Matter::Person { kind: written.kind, payload };
        let mut entry =
            Entry::new(message_id.clone(), Author::Person, now, matter, Standing::Delivered);
        entry.quotes = written.quotes;
        let by = Some(wa_id.to_owned());
        let said = Said { by, entry, standings: BTreeMap::new(), reactions: BTreeMap::new() };
        self.say_in_group(id, said);
        Ok(message_id)
    }
}
