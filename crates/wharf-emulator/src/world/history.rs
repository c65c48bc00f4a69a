//! What became of each message of the business, moment by moment: what message history and
//! analytics are made of.

use std::{borrow::Cow, collections::BTreeMap};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use wharf_model::{id::MessageId, time::Timestamp};

use super::{Author, Nodes, Refusal, Standing, World, ids::spread, moment};

/// What became of messages of the business.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct History {
    all: BTreeMap<MessageId, Past>,
}

/// What became of one message, oldest first.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Past {
    /// How far it came, and when.
    pub(crate) reached: Vec<Reached>,
    /// Buttons of it that were tapped.
    pub(crate) clicks: Vec<Click>,
}

/// A message came so far.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Reached {
    /// As statuses spell it.
    pub(crate) status: Cow<'static, str>,
    /// When.
    #[serde(with = "moment")]
    pub(crate) at: Timestamp,
    /// The webhook that says so, by its number.
    pub(crate) told: Option<u64>,
}

/// A button was tapped.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Click {
    /// Its label.
    pub(crate) label: String,
    /// Whether it is a link, and no reply.
    pub(crate) link: bool,
    /// When.
    #[serde(with = "moment")]
    pub(crate) at: Timestamp,
}

impl Past {
    /// When it came so far.
    pub(crate) fn at(&self, status: &str) -> Option<Timestamp> {
        self.reached.iter().find(|reached| reached.status == status).map(|reached| reached.at)
    }
}

impl World {
    /// A message of the business came so far.
    pub(super) fn reached(
        &mut self,
        id: &MessageId,
        status: &'static str,
        at: Timestamp,
        told: Option<u64>,
    ) {
        let reached = Reached { status: status.into(), at, told };
        let past = &mut self.history.all.entry(id.clone()).or_default().reached;
        // There are three of them at most.
        past.reserve_exact(1);
        past.push(reached);
    }

    /// A button of a message was tapped.
    pub(super) fn clicked(&mut self, id: &MessageId, label: &str, link: bool, at: Timestamp) {
        let click = Click { label: label.to_owned(), link, at };
        self.history.all.entry(id.clone()).or_default().clicks.push(click);
    }

    /// What became of a message.
    pub(crate) fn past(&self, id: &MessageId) -> Option<&Past> {
        self.history.all.get(id)
    }

    /// `GET /{phone-number-id}/message_history`: every field of each entry, newest last.
    pub(crate) fn message_history(
        &self,
        number: &str,
        message: Option<&str>,
    ) -> Result<Nodes, Refusal> {
        let number = &self.number(number, "get")?.id;
        let chats = self.chats.iter().filter(|((of, _), _)| of == number);
        let entries = chats.flat_map(|(_, chat)| &chat.entries);
        let mut entries: Vec<_> = entries
            .filter(|entry| entry.author == Author::Business)
            .filter(|entry| message.is_none_or(|message| entry.id.as_str() == message))
            .collect();
        entries.sort_by(|one, other| (one.at, &one.id).cmp(&(other.at, &other.id)));
        let nodes = entries.into_iter().map(|entry| {
            let events: Vec<_> = self.events(&entry.id).collect();
            let id = history_id(&entry.id);
            let node = json!({"id": id, "message_id": entry.id, "events": {"data": events}});
            let Value::Object(node) = node else { return (id, Map::new()) };
            (id, node)
        });
        Ok(nodes.collect())
    }

    /// `GET /{message-history-id}/events`.
    pub(crate) fn history_events(&self, id: &str) -> Result<Vec<Value>, Refusal> {
        let message = self.history.all.keys().find(|message| history_id(message) == id);
        let message = message.ok_or_else(|| Refusal::no_object("get", id))?;
        Ok(self.events(message).collect())
    }

    fn events(&self, message: &MessageId) -> impl Iterator<Item = Value> {
        let (past, app) = (self.history.all.get(message), self.apps.first());
        let number = self.place(message).map(|(number, _)| number);
        past.into_iter().flat_map(|past| past.reached.iter().enumerate()).map(
            move |(at, reached)| {
                let seconds = reached.at.as_secs();
                let mut event = json!({
                    "id": format!("{}{at}", history_id(message)),
                    "delivery_status": reached.status.to_uppercase(),
                    "timestamp": seconds,
                    "occurrence_timestamp": seconds,
                    "status_timestamp": seconds,
                    "application": {"id": app.id, "name": app.name},
                });
                if let Some(state) = reached.told.and_then(|told| self.outbox.state(told)) {
                    event["webhook_update_state"] = state.into();
                }
                if let Some(target) = app.callbacks.of_messages(number) {
                    event["webhook_uri"] = target.as_str().into();
                }
                if let Some(Standing::Failed(error)) =
                    self.entry(message).map(|entry| &entry.standing)
                    && reached.status == "failed"
                {
                    event["error_description"] = error.message.as_str().into();
                }
                event
            },
        )
    }
}

/// The entry of the history that is about a message: the same for the same message.
fn history_id(message: &MessageId) -> String {
    format!("{}", 1_000_000_000_000_000 + spread(message.as_str()) % 9_000_000_000_000_000)
}
