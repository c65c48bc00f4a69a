//! What was found in a body so far: items as they were met, and what stands around them, which may come after them.

use std::{borrow::Cow, sync::Arc};

use super::{
    Contact, Event, EventKind, Metadata, Raw, Unread,
    envelope::{Envelope, Place},
};
use crate::{id::AccountId, phone::equivalent, read::tolerant};

/// What was found in a body.
#[derive(Default)]
pub(super) struct Findings<'a> {
    pub(super) entries: Vec<Entry<'a>>,
    /// Each with how many items it has.
    pub(super) changes: Vec<(usize, Change<'a>)>,
    pub(super) found: Vec<Found<'a>>,
    /// The field of changes that name none, where their entry names one.
    pub(super) outer_field: Option<String>,
}

/// An entry of a body; JSON as it came.
#[derive(Default)]
pub(super) struct Entry<'a> {
    pub(super) id: Option<&'a str>,
    pub(super) time: Option<&'a str>,
}

/// A change of an entry.
#[derive(Default)]
pub(super) struct Change<'a> {
    /// Which entry it is in: its number, from one; zero for none.
    pub(super) entry: usize,
    pub(super) field: String,
    pub(super) metadata: Option<&'a str>,
    pub(super) number: Option<Metadata>,
    pub(super) contacts: Vec<(Contact, &'a str)>,
}

/// One item.
pub(super) struct Found<'a> {
    pub(super) kind: EventKind,
    pub(super) raw: Cow<'a, str>,
    pub(super) notes: Vec<String>,
    pub(super) place: Place,
}

pub(super) fn unread_kind(reason: impl Into<String>) -> EventKind {
    EventKind::Unread(Unread { reason: reason.into() })
}

impl<'a> Findings<'a> {
    /// Notes something beside the changes that nobody can read.
    pub(super) fn unread_beside(&mut self, reason: &str, raw: &'a str, place: Place) {
        let from = self.found.len();
        self.found.push(Found::new(unread_kind(reason), raw, place));
        self.close(from, Change::default());
    }

    /// Makes what was found since `from` the items of `change`.
    pub(super) fn close(&mut self, from: usize, mut change: Change<'a>) {
        change.entry = self.entries.len();
        let items = self.found.len() - from;
        self.changes.push((items, change));
    }

    pub(super) fn into_events(self) -> Vec<Event> {
        let mut events = Vec::with_capacity(self.found.len());
        let mut found = self.found.into_iter();
        let mut around = (0, None);
        for (items, mut change) in self.changes {
            let entry = change.entry.checked_sub(1).and_then(|at| self.entries.get(at));
            if around.0 != change.entry {
                around = (change.entry, entry.and_then(account));
            }
            let envelope = Arc::new(entry.map_or_else(Envelope::default, |entry| {
                Envelope::new(
                    entry.id.unwrap_or_default(),
                    entry.time.unwrap_or_default(),
                    change.metadata.unwrap_or_default(),
                )
            }));
            for left in (0..items).rev() {
                let Some(item) = found.next() else { break };
                let event = item.into_event(&mut change, around.1.clone(), &envelope, left == 0);
                events.push(event);
            }
        }
        events
    }
}

/// The account an entry names, whatever its kind of JSON.
fn account(entry: &Entry<'_>) -> Option<AccountId> {
    let json = entry.id?;
    let id = tolerant::<AccountId>(json).ok().map(|(id, _)| id);
    id.or_else(|| {
        AccountId::new(json).ok().filter(|_| json.starts_with(|c: char| c.is_ascii_digit()))
    })
}

impl<'a> Found<'a> {
    pub(super) fn new(kind: EventKind, raw: &'a str, place: Place) -> Self {
        Self { kind, raw: Cow::Borrowed(raw), notes: Vec::new(), place }
    }

    /// What stands among old messages was not sent just now, whoever wrote it.
    pub(super) fn make_echo(&mut self) {
        self.kind = match std::mem::replace(&mut self.kind, EventKind::Update) {
            EventKind::Message(message) => EventKind::Echo(message),
            other => other,
        };
    }

    /// Puts a member into its JSON that stood beside it.
    pub(super) fn take_in(&mut self, name: &str, json: &str) {
        let Some(rest) = self.raw.trim_end().strip_suffix('}') else { return };
        let comma = if rest.trim_end().ends_with('{') { "" } else { "," };
        self.raw = Cow::Owned(format!("{rest}{comma}\"{name}\":{json}}}"));
    }

    /// The event. The last item of a change takes what the others copy.
    fn into_event(
        self,
        change: &mut Change<'a>,
        account: Option<AccountId>,
        envelope: &Arc<Envelope>,
        is_last: bool,
    ) -> Event {
        let contact = self.contact(&change.contacts).map(|at| {
            if is_last { change.contacts.swap_remove(at) } else { change.contacts[at].clone() }
        });
        let (field, number) = if is_last {
            (std::mem::take(&mut change.field), change.number.take())
        } else {
            (change.field.clone(), change.number.clone())
        };
        let (contact, contact_json) = contact.unzip();
        Event {
            account,
            field,
            number,
            contact,
            kind: self.kind,
            raw: Raw::new(self.raw.as_bytes()),
            notes: self.notes,
            envelope: Arc::clone(envelope),
            place: self.place,
            contact_json: contact_json.map(Box::from),
        }
    }

    /// The contact an item belongs to: by id, never by place in the list. One who stands alone is theirs
    /// where nothing speaks against it, for an id may be missing on either side.
    fn contact(&self, contacts: &[(Contact, &str)]) -> Option<usize> {
        if contacts.is_empty() {
            return None;
        }
        let whom = self.kind.whom();
        let user = |contact: &Contact| {
            let (theirs, ours) = (contact.user_id.as_ref()?, whom.user_id?);
            Some(theirs == ours)
        };
        // Brazil, Mexico and Argentina rewrite numbers.
        let phone = |contact: &Contact| {
            let (theirs, ours) = (contact.wa_id.as_deref()?, whom.phone?);
            Some(theirs == ours || equivalent(theirs, ours))
        };
        let fits = |contact: &Contact| user(contact).or_else(|| phone(contact));
        let by_id = contacts
            .iter()
            .position(|(contact, _)| user(contact) == Some(true) || phone(contact) == Some(true));
        by_id.or_else(|| (contacts.len() == 1 && fits(&contacts[0].0).is_none()).then_some(0))
    }
}

impl Event {
    /// A body that nobody can read.
    pub(super) fn unread_body(reason: String, body: &[u8]) -> Self {
        Self {
            account: None,
            field: String::new(),
            number: None,
            contact: None,
            kind: unread_kind(reason),
            raw: Raw::new(body),
            notes: Vec::new(),
            envelope: Arc::default(),
            place: Place::Body,
            contact_json: None,
        }
    }
}
