//! Whose message is awaited.

use wharf_model::{
    id::{GroupId, PhoneNumberId},
    time::Timestamp,
    webhook::{Event, EventKind},
};

use super::super::Context;

/// A person by all their names, where and to whom they write.
#[derive(Clone)]
pub(in crate::webhook) struct Who {
    names: Vec<String>,
    /// To any of them, when none.
    number: Option<PhoneNumberId>,
    group: Option<GroupId>,
    /// What they wrote before that is no answer.
    since: Option<Timestamp>,
}

impl Who {
    /// Whom an event is about; none when it names nobody.
    pub(in crate::webhook) fn of(event: &Event) -> Option<Self> {
        let names = names(event);
        let number = event.number_id().cloned();
        let (group, since) = (group(event), event.timestamp());
        (!names.is_empty()).then_some(Self { names, number, group, since })
    }

    /// Somebody by user id or phone, outside groups.
    pub(super) fn named(name: &str) -> Self {
        let digits = name.chars().filter(char::is_ascii_digit).collect();
        let name = if name.starts_with('+') { digits } else { name.to_owned() };
        Self { names: vec![name], number: None, group: None, since: None }
    }

    /// Whether they wrote this, and not before what was asked.
    pub(super) fn wrote(&self, context: &Context) -> bool {
        let event = &*context.event;
        matches!(event.kind, EventKind::Message(_))
            && (self.number.is_none() || self.number.as_ref() == event.number_id())
            && self.group == group(event)
            && self.since.is_none_or(|since| event.timestamp().is_none_or(|at| at >= since))
            && names(event).iter().any(|name| self.names.contains(name))
    }
}

fn names(event: &Event) -> Vec<String> {
    let person = event.person();
    let user = person.user_id.map(|user| user.as_str().to_owned());
    [user, person.phone, person.wa_id].into_iter().flatten().collect()
}

fn group(event: &Event) -> Option<GroupId> {
    match &event.kind {
        EventKind::Message(message) => message.group_id.clone(),
        _ => None,
    }
}
