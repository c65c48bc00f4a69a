//! A person taps a button, or picks a row of a list.

use serde_json::{Value, json};
use wharf_model::{
    id::MessageId,
    message::{
        Interactive,
        interactive::{CardAction, Reply, Row},
    },
    time::Timestamp,
};

use super::{Author, Entry, Matter, Standing, World, Written, writing::Problem};

/// Something on a message that can be tapped, and what that writes.
#[derive(Debug)]
pub(super) struct Choice {
    /// What names it: the id of a button or a row, the payload of a template's quick reply.
    pub(super) id: String,
    kind: &'static str,
    payload: Value,
}

impl Choice {
    fn reply(reply: &Reply) -> Self {
        let answer = json!({"id": reply.id, "title": reply.title});
        Self::of("button_reply", &reply.id, &answer)
    }

    fn row(row: &Row) -> Self {
        let mut answer = json!({"id": row.id, "title": row.title});
        if let Some(description) = &row.description {
            answer["description"] = description.as_str().into();
        }
        Self::of("list_reply", &row.id, &answer)
    }

    fn of(name: &str, id: &str, answer: &Value) -> Self {
        let payload = json!({"type": name, name: answer});
        Self { id: id.to_owned(), kind: "interactive", payload }
    }
}

/// What can be tapped on a message, in order.
pub(super) fn choices(entry: &Entry) -> Vec<Choice> {
    let Matter::Business { content, template } = &entry.matter else { return Vec::new() };
    if let Some(template) = template {
        let choice = |payload: &String, text: &str| {
            let answer = json!({"payload": payload, "text": text});
            Choice { id: payload.clone(), kind: "button", payload: answer }
        };
        let replies = template.replies();
        return replies
            .filter_map(|reply| Some(choice(reply.value.as_ref()?, &reply.text)))
            .collect();
    }
    match content.interactive() {
        Some(Interactive::Button(buttons)) => buttons.action.replies().map(Choice::reply).collect(),
        Some(Interactive::List(list)) => {
            let rows = list.action.sections.iter().flat_map(|section| &section.rows);
            rows.map(Choice::row).collect()
        }
        Some(Interactive::Carousel(carousel)) => {
            let actions = carousel.action.cards.iter().map(|card| &card.action);
            let replies = actions.filter_map(|action| match action {
                CardAction::Replies(replies) => Some(replies),
                _ => None,
            });
            replies.flatten().map(|reply| Choice::reply(&reply.quick_reply)).collect()
        }
        _ => Vec::new(),
    }
}

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
        let Choice { kind, payload, .. } = choices(entry)
            .into_iter()
            .find(|found| found.id == choice)
            .ok_or_else(|| Problem("this message has nothing of that id to tap".to_owned()))?;
        let written =
            Written { quotes: Some(message.clone()), ..Written::of(number, kind, payload) };
        let label = label(entry, choice);
        let id = self.write(wa_id, written, now)?;
        if let Some(label) = label {
            self.clicked(message, &label, false, now);
        }
        if let Some(entry) = self.entry_mut(message) {
            entry.marks_mut().tapped = Some(choice.to_owned());
        }
        Ok(id)
    }
}

/// The label of a template's quick reply: analytics count them.
fn label(entry: &Entry, choice: &str) -> Option<String> {
    let Matter::Business { template: Some(template), .. } = &entry.matter else { return None };
    let button = template.replies().find(|button| button.value.as_deref() == Some(choice))?;
    Some(button.text.clone())
}
