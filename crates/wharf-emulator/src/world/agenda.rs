//! What happens later by itself.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use wharf_model::{
    error::GraphError,
    id::{MessageId, PhoneNumberId, TemplateId},
    time::Timestamp,
    webhook::status::Progress,
};

use super::World;

/// Something that happens later.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) enum Due {
    /// A message of the business gets so far.
    Progress(MessageId, Progress),
    /// A message of the business fails after it was accepted.
    Failure(MessageId, Box<GraphError>),
    /// "typing…" goes away.
    TypingEnds(super::ChatKey),
    /// A template was looked at.
    Approval(TemplateId),
    /// Something that was planned about a template: its own moments say what.
    Template(TemplateId),
    /// The display name of a number was looked at.
    Name(PhoneNumberId),
    /// The name of a number was looked at.
    Username(PhoneNumberId),
    /// Somebody goes on with their script.
    Script(String),
    /// Something about a group is told.
    Group(super::groups::Topic, Box<Value>),
    /// A call goes on.
    Call(super::calls::Step),
}

/// What happens later, in order of time and then of being planned.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(from = "Kept", into = "Kept")]
pub(super) struct Agenda {
    planned: BTreeMap<(Timestamp, u64), Due>,
    count: u64,
}

/// As a snapshot keeps it: microseconds, a number in order, and what is due.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Kept {
    planned: Vec<(i64, u64, Due)>,
    count: u64,
}

impl From<Kept> for Agenda {
    fn from(Kept { planned, count }: Kept) -> Self {
        let planned = planned
            .into_iter()
            .map(|(at, order, due)| ((Timestamp::from_micros(at), order), due))
            .collect();
        Self { planned, count }
    }
}

impl From<Agenda> for Kept {
    fn from(Agenda { planned, count }: Agenda) -> Self {
        let planned =
            planned.into_iter().map(|((at, order), due)| (at.as_micros(), order, due)).collect();
        Self { planned, count }
    }
}

impl Agenda {
    pub(super) fn plan(&mut self, at: Timestamp, due: Due) {
        self.count += 1;
        self.planned.insert((at, self.count), due);
    }

    /// What is about somebody is about other digits.
    pub(super) fn renumber(&mut self, old: &str, new: &str) {
        for due in self.planned.values_mut() {
            match due {
                Due::TypingEnds((_, wa_id)) | Due::Script(wa_id) if wa_id == old => {
                    new.clone_into(wa_id);
                }
                _ => {}
            }
        }
    }

    fn take(&mut self, now: Timestamp) -> Option<(Timestamp, Due)> {
        let first = self.planned.first_entry().filter(|first| first.key().0 <= now)?;
        let ((at, _), due) = first.remove_entry();
        Some((at, due))
    }
}

impl World {
    /// When something happens next.
    pub(crate) fn next_due(&self) -> Option<Timestamp> {
        self.agenda.planned.first_key_value().map(|((at, _), _)| *at)
    }

    /// Lets everything happen that is due.
    pub(crate) fn tick(&mut self, now: Timestamp) {
        self.now = now;
        while let Some((at, due)) = self.agenda.take(now) {
            match due {
                Due::Progress(id, progress) => self.progress(&id, &progress, at),
                Due::Failure(id, error) => self.fail(&id, *error, at),
                Due::TypingEnds(key) => self.typing_ended(&key, now),
                Due::Approval(id) => self.approve(&id),
                Due::Template(id) => self.template_turns(&id, at),
                Due::Name(id) => self.name_was_reviewed(&id),
                Due::Username(id) => self.approve_username(&id),
                Due::Script(wa_id) => self.go_on(&wa_id, at),
                Due::Group(topic, value) => {
                    self.tell(topic.field(), &value);
                }
                Due::Call(step) => self.call_goes_on(&step, at),
            }
        }
    }
}
