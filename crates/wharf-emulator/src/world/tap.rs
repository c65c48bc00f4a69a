//! A person taps a button, or picks a row of a list.

use serde_json::{Value, json};
use wharf_model::{id::MessageId, message::Interactive, time::Timestamp};

use super::{
    Author, Entry, Matter, Standing, World, Written, templates::ButtonKind, writing::Problem,
};

impl World {
    /// Taps what has this id on a message of the business: a reply button, a row, or a template's
    /// quick reply (by its payload). Gives the id of the answer.
    pub(crate) fn tap(
        &mut self,
        wa_id: &str,
        message: &MessageId,
        choice: &str,
        now: Timestamp,
    ) -> Result<MessageId, Problem> {
        let key = self.place(message).filter(|(_, person)| person == wa_id).cloned();
        let nothing = || Problem("there is no such message on this phone".to_owned());
        let (number, _) = key.ok_or_else(nothing)?;
        let entry = self.entry(message).ok_or_else(nothing)?;
        if entry.author != Author::Business || matches!(entry.standing, Standing::Failed(_)) {
            return Err(Problem(
                "only a message of the business that arrived can be tapped".to_owned(),
            ));
        }
        let (kind, payload) = answer(entry, choice)
            .ok_or_else(|| Problem("this message has nothing of that id to tap".to_owned()))?;
        let written =
            Written { quotes: Some(message.clone()), ..Written::of(number, kind, payload) };
        let label = label(entry, choice);
        let id = self.write(wa_id, written, now)?;
        if let Some(label) = label {
            self.clicked(message, &label, false, now);
        }
        if let Some(entry) = self.entry_mut(message) {
            entry.tapped = Some(choice.to_owned());
        }
        Ok(id)
    }
}

/// The label of a template's quick reply: analytics count them.
fn label(entry: &Entry, choice: &str) -> Option<String> {
    let Matter::Business { template: Some(template), .. } = &entry.matter else { return None };
    let mut buttons = template.buttons.iter();
    let button = buttons.find(|button| button.value.as_deref() == Some(choice))?;
    Some(button.text.clone())
}

/// The type and payload of the answer to a tap.
fn answer(entry: &Entry, choice: &str) -> Option<(&'static str, Value)> {
    let Matter::Business { content, template } = &entry.matter else { return None };
    if let Some(template) = template {
        let button = template.buttons.iter().find(|button| {
            button.kind == ButtonKind::QuickReply && button.value.as_deref() == Some(choice)
        })?;
        return Some(("button", json!({"payload": button.value, "text": button.text})));
    }
    let reply = match content.interactive()? {
        Interactive::Button(buttons) => {
            let reply = buttons.action.replies().find(|reply| reply.id == choice)?;
            json!({"type": "button_reply", "button_reply": {"id": reply.id, "title": reply.title}})
        }
        Interactive::List(list) => {
            let mut rows = list.action.sections.iter().flat_map(|section| &section.rows);
            let row = rows.find(|row| row.id == choice)?;
            let mut reply = json!({"id": row.id, "title": row.title});
            if let Some(description) = &row.description {
                reply["description"] = description.as_str().into();
            }
            json!({"type": "list_reply", "list_reply": reply})
        }
        _ => return None,
    };
    Some(("interactive", reply))
}
