//! What a person does with a flow: opens it, enters things, goes on, goes back, closes it.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};
use wharf_model::{
    id::{MessageId, PhoneNumberId},
    time::Timestamp,
};
use wharf_webhook::flows::Action;

use super::{FlowView, Opening, Part, Question, Session, expr::resolve, parts, scope::OnScreen};
use crate::world::{Author, Standing, World, Written, writing::Problem};

/// What comes of something that a person does.
#[derive(Debug)]
pub(crate) enum Turn {
    /// There is something to look at.
    Shown,
    /// The endpoint must be asked; [`World::flow_answered`] goes on.
    Ask(Box<Question>),
    /// The flow is over, and this is its answer.
    Done(MessageId),
}

/// What of a screen is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Use {
    /// Its footer.
    Footer,
    /// The component at this place of what is shown.
    Part(usize),
    /// Nothing: what was entered is kept, and what depends on it is shown.
    Nothing,
}

fn problem<T>(what: impl Into<String>) -> Result<T, Problem> {
    Err(Problem(what.into()))
}

impl World {
    /// The message on somebody's phone, if it has a flow and arrived.
    fn flow_of(
        &self,
        wa_id: &str,
        message: &MessageId,
    ) -> Result<(PhoneNumberId, Opening), Problem> {
        let place = self.place(message).filter(|(_, person)| person == wa_id);
        let entry = place.and_then(|_| self.entry(message));
        let (Some((number, _)), Some(entry)) = (place, entry) else {
            return problem("there is no such message on this phone");
        };
        if entry.author != Author::Business || matches!(entry.standing, Standing::Failed(_)) {
            return problem("only a message of the business that arrived can be opened");
        }
        match Opening::of_entry(entry, &self.flows) {
            Some(opening) => Ok((number.clone(), opening)),
            None => problem("this message has no flow"),
        }
    }

    /// The newest message with a flow on somebody's phone.
    pub(crate) fn newest_flow(&self, wa_id: &str) -> Option<MessageId> {
        let entries = self.chats_of(wa_id).flat_map(|(_, chat)| chat.entries.iter());
        let with_flow = entries.filter(|entry| {
            entry.author == Author::Business
                && !matches!(entry.standing, Standing::Failed(_))
                && Opening::of_entry(entry, &self.flows).is_some()
        });
        with_flow.max_by_key(|entry| entry.at).map(|entry| entry.id.clone())
    }

    /// Somebody opens the flow of a message.
    pub(crate) fn open_flow(&mut self, wa_id: &str, message: &MessageId) -> Result<Turn, Problem> {
        let (number, opening) = self.flow_of(wa_id, message)?;
        let Some(flow) = self.flows.all.get(&opening.flow) else {
            return problem("the flow was deleted");
        };
        if self.flows.is_dead(message) {
            return problem("this flow does not open any more: its token is no longer good");
        }
        if flow.status == "BLOCKED" || flow.status == "DEPRECATED" {
            return problem(format!("the flow is {}: it does not open", flow.status));
        }
        let json = flow.read();
        let first = opening.screen.clone().or_else(|| parts::entry(&json).map(str::to_owned));
        let (asks, data) = (opening.asks, opening.data.clone());
        let mut session = Session::new(number, message.clone(), opening);
        if !asks {
            let Some(first) = first else { return problem("the flow has no screen") };
            session.show(&first, data);
        }
        self.flows.open.insert(wa_id.to_owned(), session);
        self.changed(wa_id);
        if asks {
            return Ok(self.ask_endpoint(wa_id, Action::Init, None, Map::new()));
        }
        Ok(Turn::Shown)
    }

    /// Somebody closes what they have open; nobody is told.
    pub(crate) fn close_flow(&mut self, wa_id: &str) {
        self.flows.open.remove(wa_id);
        self.changed(wa_id);
    }

    /// Somebody goes back to the screen before.
    pub(crate) fn back_in_flow(&mut self, wa_id: &str) -> Result<Turn, Problem> {
        let Some(session) = self.flows.open.get_mut(wa_id) else {
            return problem("no flow is open");
        };
        if session.stack.len() < 2 {
            return problem("this is the first screen");
        }
        session.stack.pop();
        session.problem = None;
        let screen = session.top().map(|shown| shown.screen.clone()).unwrap_or_default();
        let flow = self.flows.all.get(&session.opening.flow);
        let json = flow.map(super::Flow::read).unwrap_or_default();
        let asks =
            parts::screen(&json, &screen).is_some_and(|screen| screen["refresh_on_back"] == true);
        if asks {
            return Ok(self.ask_endpoint(wa_id, Action::Back, Some(screen), Map::new()));
        }
        Ok(Turn::Shown)
    }

    /// Somebody has entered these values, and uses something of the screen.
    pub(crate) fn use_flow(
        &mut self,
        wa_id: &str,
        values: Map<String, Value>,
        what: Use,
        now: Timestamp,
    ) -> Result<Turn, Problem> {
        let Some(session) = self.flows.open.get_mut(wa_id) else {
            return problem("no flow is open");
        };
        let Some(shown) = session.stack.last_mut() else { return problem("no screen is shown") };
        shown.values = values;
        shown.errors.clear();
        session.problem = None;
        let view = self.flow_view(wa_id).ok_or_else(|| Problem("no flow is open".to_owned()))?;
        let part = match what {
            Use::Nothing => return Ok(Turn::Shown),
            Use::Part(at) => view.parts.get(at),
            Use::Footer => view.parts.iter().find(|part| part.kind == "Footer"),
        };
        let part = part.filter(|part| part.is("enabled") != Some(false)).cloned();
        let Some(Part { kind, action: Some(action), .. }) = part else {
            return problem("this does nothing");
        };
        let values = entered(&view);
        let errors = if kind == "Footer" { super::check(&view) } else { BTreeMap::new() };
        let Some(session) = self.flows.open.get_mut(wa_id) else {
            return problem("no flow is open");
        };
        let Some(shown) = session.stack.last_mut() else { return problem("no screen is shown") };
        // What was not touched counts as it stands.
        shown.values = values;
        shown.errors = errors;
        if !shown.errors.is_empty() {
            return Ok(Turn::Shown);
        }
        self.act(wa_id, &action, now)
    }

    fn act(&mut self, wa_id: &str, action: &Value, now: Timestamp) -> Result<Turn, Problem> {
        let Some(session) = self.flows.open.get_mut(wa_id) else {
            return problem("no flow is open");
        };
        let Some(shown) = session.top() else { return problem("no screen is shown") };
        let payload = resolve(&action["payload"], &OnScreen { session, shown });
        let payload = payload.as_object().cloned().unwrap_or_default();
        let screen = shown.screen.clone();
        match action["name"].as_str().unwrap_or_default() {
            "navigate" => {
                let next = action["next"]["name"].as_str().unwrap_or_default();
                session.show(next, payload);
                Ok(Turn::Shown)
            }
            "data_exchange" => {
                Ok(self.ask_endpoint(wa_id, Action::DataExchange, Some(screen), payload))
            }
            "complete" => {
                let mut values = payload;
                values.insert("flow_token".to_owned(), session.opening.token.clone().into());
                self.complete_flow(wa_id, values, now).map(Turn::Done)
            }
            "update_data" => {
                if let Some(shown) = session.stack.last_mut() {
                    shown.data.extend(payload);
                }
                Ok(Turn::Shown)
            }
            "open_url" => Ok(Turn::Shown),
            other => problem(format!("the action {other} is not known")),
        }
    }

    /// Somebody answers a flow without its screens: with these values, and its token.
    pub(crate) fn reply_to_flow(
        &mut self,
        wa_id: &str,
        message: &MessageId,
        mut values: Map<String, Value>,
        now: Timestamp,
    ) -> Result<MessageId, Problem> {
        let (number, opening) = self.flow_of(wa_id, message)?;
        values.entry("flow_token").or_insert_with(|| opening.token.into());
        self.answer_flow(wa_id, message, number, values, now)
    }

    /// The answer of a flow, as the business is told: its values are JSON in a text.
    pub(super) fn answer_flow(
        &mut self,
        wa_id: &str,
        message: &MessageId,
        number: PhoneNumberId,
        values: Map<String, Value>,
        now: Timestamp,
    ) -> Result<MessageId, Problem> {
        let values = Value::Object(values).to_string();
        let reply = json!({"name": "flow", "body": "Sent", "response_json": values});
        let payload = json!({"type": "nfm_reply", "nfm_reply": reply});
        let quotes = Some(message.clone());
        let written = Written { quotes, ..Written::of(number, "interactive", payload) };
        let id = self.write(wa_id, written, now)?;
        if let Some(entry) = self.entry_mut(message) {
            entry.marks_mut().tapped = Some("flow".to_owned());
        }
        Ok(id)
    }
}

/// What was entered, and what the rest begins with.
fn entered(view: &FlowView) -> Map<String, Value> {
    let inputs = view.parts.iter().filter(|part| !part.name().is_empty() && !part.value.is_null());
    inputs.map(|part| (part.name().to_owned(), part.value.clone())).collect()
}
