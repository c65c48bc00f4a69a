//! What became of each message of the business, moment by moment: what message history and
//! analytics are made of.

use std::num::NonZeroU64;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use wharf_model::{id::MessageId, time::Timestamp};

use super::{Author, Entry, Nodes, Refusal, Standing, World, ids::spread, moment};

/// A message came so far.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Reached {
    /// How far.
    stage: Stage,
    /// When.
    #[serde(with = "moment")]
    at: Timestamp,
    /// The webhook that says so, by its number, which is 1 at least.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    told: Option<NonZeroU64>,
}

/// How far a message came after it was accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Stage {
    Sent,
    Delivered,
    Read,
    Failed,
}

impl Stage {
    /// `None`: it was accepted, and is no further.
    fn of(standing: &Standing) -> Option<Self> {
        match standing {
            Standing::Accepted => None,
            Standing::Sent => Some(Self::Sent),
            Standing::Delivered => Some(Self::Delivered),
            Standing::Read => Some(Self::Read),
            Standing::Failed(_) => Some(Self::Failed),
        }
    }

    /// As statuses spell it.
    fn as_str(self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::Delivered => "delivered",
            Self::Read => "read",
            Self::Failed => "failed",
        }
    }
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

impl Entry {
    /// When it came so far.
    pub(super) fn reached_at(&self, status: &str) -> Option<Timestamp> {
        let reached = self.reached.iter().find(|reached| reached.stage.as_str() == status);
        reached.map(|reached| reached.at)
    }

    /// How far it came, oldest first: the word, when, and the webhook that says so.
    fn past(&self) -> impl Iterator<Item = (&'static str, Timestamp, Option<NonZeroU64>)> {
        let accepted = (Standing::Accepted.as_str(), self.at, None);
        let further = self.reached.iter();
        let further = further.map(|reached| (reached.stage.as_str(), reached.at, reached.told));
        std::iter::once(accepted).chain(further)
    }
}

impl World {
    /// A message of the business came as far as it stands.
    pub(super) fn reached(&mut self, id: &MessageId, at: Timestamp, told: Option<u64>) {
        let Some(entry) = self.entry_mut(id) else { return };
        let Some(stage) = Stage::of(&entry.standing) else { return };
        let told = told.and_then(NonZeroU64::new);
        // There are three of them at most.
        entry.reached.reserve_exact(1);
        entry.reached.push(Reached { stage, at, told });
    }

    /// A button of a message was tapped.
    pub(super) fn clicked(&mut self, id: &MessageId, label: &str, link: bool, at: Timestamp) {
        let click = Click { label: label.to_owned(), link, at };
        if let Some(entry) = self.entry_mut(id) {
            entry.marks_mut().clicks.push(click);
        }
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
            let events: Vec<_> = self.events(entry).collect();
            let id = history_id(&entry.id);
            let node = json!({"id": id, "message_id": entry.id, "events": {"data": events}});
            let Value::Object(node) = node else { return (id, Map::new()) };
            (id, node)
        });
        Ok(nodes.collect())
    }

    /// `GET /{message-history-id}/events`.
    pub(crate) fn history_events(&self, id: &str) -> Result<Vec<Value>, Refusal> {
        let mut all = self.chats.values().flat_map(|chat| &chat.entries);
        let entry = all
            .find(|entry| entry.author == Author::Business && history_id(&entry.id) == id)
            .ok_or_else(|| Refusal::no_object("get", id))?;
        Ok(self.events(entry).collect())
    }

    fn events<'a>(&'a self, entry: &'a Entry) -> impl Iterator<Item = Value> + 'a {
        let app = self.apps.first();
        let number = self.place(&entry.id).map(|(number, _)| number);
        entry.past().enumerate().map(move |(at, (status, when, told))| {
            let seconds = when.as_secs();
            let mut event = json!({
                "id": format!("{}{at}", history_id(&entry.id)),
                "delivery_status": status.to_uppercase(),
                "timestamp": seconds,
                "occurrence_timestamp": seconds,
                "status_timestamp": seconds,
                "application": {"id": app.id, "name": app.name},
            });
            if let Some(state) = told.and_then(|told| self.outbox.state(told.get())) {
                event["webhook_update_state"] = state.into();
            }
            if let Some(target) = app.callbacks.of_messages(number) {
                event["webhook_uri"] = target.as_str().into();
            }
            if let (Standing::Failed(error), "failed") = (&entry.standing, status) {
                event["error_description"] = error.message.as_str().into();
            }
            event
        })
    }
}

/// The entry of the history that is about a message: the same for the same message.
fn history_id(message: &MessageId) -> String {
    format!("{}", 1_000_000_000_000_000 + spread(message.as_str()) % 9_000_000_000_000_000)
}
