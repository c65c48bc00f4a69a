//! One change of a webhook body, and the items in it.

use std::{borrow::Cow, sync::Arc};

use serde_json::value::RawValue;

use super::{Contact, Event, EventKind, Inbound, Metadata, Raw, Status, Unread, event::Envelope};
use crate::{
    id::AccountId,
    read::{elements, member, members, tolerant},
};

/// Fields that are known by name and come whole: `raw` is their value.
const WHOLE: &[&str] = &[
    "account_alerts",
    "account_review_update",
    "account_settings_update",
    "account_update",
    "automatic_events",
    "business_capability_update",
    "business_status_update",
    "business_username_update",
    "business_username_updates",
    "calls",
    "flows",
    "group_lifecycle_update",
    "group_participants_update",
    "group_settings_update",
    "group_status_update",
    "message_template_components_update",
    "message_template_quality_update",
    "message_template_status_update",
    "messaging_handovers",
    "partner_solutions",
    "payment_configuration_update",
    "phone_number_name_update",
    "phone_number_quality_update",
    "security",
    "smb_app_state_sync",
    "template_category_update",
    "template_correct_category_detection",
    "template_performance_metrics",
    "tracking_events",
    "user_id_update",
    "user_preferences",
];

pub(super) fn unread_kind(reason: impl Into<String>) -> EventKind {
    EventKind::Unread(Unread { reason: reason.into() })
}

pub(super) type Members<'a> = [(Cow<'a, str>, &'a RawValue)];

/// Reads one change; holds what its events have in common.
#[derive(Default)]
pub(super) struct Reader<'a> {
    pub(super) envelope: Arc<Envelope>,
    pub(super) account: Option<AccountId>,
    pub(super) field: String,
    pub(super) number: Option<Metadata>,
    pub(super) contacts: Vec<(Contact, &'a str)>,
}

impl<'a> Reader<'a> {
    pub(super) fn event(
        &self,
        kind: EventKind,
        raw: &[u8],
        place: &'static [&'static str],
    ) -> Event {
        Event {
            account: self.account.clone(),
            field: self.field.clone(),
            number: self.number.clone(),
            contact: None,
            kind,
            raw: Raw::new(raw),
            notes: Vec::new(),
            envelope: Arc::clone(&self.envelope),
            place,
            contact_json: None,
        }
    }

    fn unread(&self, reason: impl Into<String>, raw: &str) -> Event {
        self.event(unread_kind(reason), raw.as_bytes(), &[])
    }

    pub(super) fn change(&mut self, change: &'a str, events: &mut Vec<Event>) {
        let Some(change_members) = members(change) else {
            return events.push(self.unread("a change is not an object", change));
        };
        if let Some(field) = member(&change_members, "field") {
            self.field = serde_json::from_str(field).unwrap_or_else(|_| field.to_owned());
        }
        let Some(value) = member(&change_members, "value") else {
            return events.push(self.unread("a change has no `value`", change));
        };
        if self.field.is_empty() {
            return events.push(self.unread("a change has no `field`", value));
        }
        if WHOLE.contains(&self.field.as_str()) {
            let whole = members(value);
            self.metadata(whole.as_deref().unwrap_or_default());
            let kind = if whole.is_some() {
                EventKind::Update
            } else {
                unread_kind("`value` is not an object")
            };
            return events.push(self.event(kind, value.as_bytes(), &[]));
        }
        match self.field.as_str() {
            "messages" | "smb_message_echoes" | "message_echoes" | "history" => {
                self.value(value, events);
            }
            "standby" => self.standby(value, events),
            field => {
                let reason = format!("unknown field `{field}`");
                events.push(self.unread(reason, value));
            }
        }
    }

    /// Reads `metadata`, which says which business number this is about.
    fn metadata(&mut self, value: &Members<'a>) {
        let Some(json) = member(value, "metadata") else { return };
        self.number = tolerant(json).ok().map(|(metadata, _)| metadata);
        let (object, id, time) =
            (self.envelope.object.clone(), self.envelope.id.clone(), self.envelope.time.clone());
        self.envelope = Arc::new(Envelope { object, id, time, metadata: Some(json.into()) });
    }

    fn read_contacts(&mut self, value: &Members<'a>) {
        let list = member(value, "contacts").and_then(elements).unwrap_or_default();
        let read = |json: &'a RawValue| Some((tolerant(json.get()).ok()?.0, json.get()));
        self.contacts = list.into_iter().filter_map(read).collect();
    }

    /// The value of `messages` and the fields shaped like it.
    pub(super) fn value(&mut self, value: &'a str, events: &mut Vec<Event>) {
        let Some(value_members) = members(value) else {
            return events.push(self.unread("`value` is not an object", value));
        };
        self.metadata(&value_members);
        self.read_contacts(&value_members);
        let before = events.len();
        self.arrays(&value_members, false, events);
        if events.len() == before {
            events.push(self.unread("`value` holds none of messages, statuses, errors", value));
        }
    }

    /// The value of `standby`: the same, one level down.
    fn standby(&mut self, value: &'a str, events: &mut Vec<Event>) {
        let Some(value_members) = members(value) else {
            return events.push(self.unread("`value` is not an object", value));
        };
        self.metadata(&value_members);
        let before = events.len();
        if let Some(inner) = member(&value_members, "standby").and_then(members) {
            self.read_contacts(&inner);
            self.arrays(&inner, true, events);
        }
        if events.len() == before {
            events.push(self.event(EventKind::Update, value.as_bytes(), &[]));
        }
    }

    /// Every item of every array of a value, repeated names included.
    fn arrays(&self, value: &Members<'a>, standby: bool, events: &mut Vec<Event>) {
        for (name, json) in value {
            let place: &'static [&'static str] = match (name.as_ref(), standby) {
                ("messages", false) => &["messages"],
                ("messages", true) => &["standby", "messages"],
                ("statuses", false) => &["statuses"],
                ("statuses", true) => &["standby", "statuses"],
                ("message_echoes", false) => &["message_echoes"],
                ("message_echoes", true) => &["standby", "message_echoes"],
                ("errors", false) => &["errors"],
                ("user_actions", false) => &["user_actions"],
                ("history", false) => &["history"],
                ("conversation_context", false) => {
                    events.push(self.event(
                        EventKind::Update,
                        json.get().as_bytes(),
                        &["conversation_context"],
                    ));
                    continue;
                }
                _ => continue,
            };
            if json.get() == "null" {
                continue;
            }
            match elements(json.get()) {
                Some(items) => {
                    events.extend(items.into_iter().map(|item| self.item(item.get(), name, place)));
                }
                None => events.push(self.unread(format!("`{name}` is not a list"), json.get())),
            }
        }
    }

    fn item(&self, json: &str, array: &str, place: &'static [&'static str]) -> Event {
        let (kind, notes) = if json.starts_with('{') {
            self.kind(json, array).unwrap_or_else(|reason| (unread_kind(reason), Vec::new()))
        } else {
            (unread_kind("it is not an object"), Vec::new())
        };
        let mut event = self.event(kind, json.as_bytes(), place);
        event.notes = notes;
        if let Some((contact, contact_json)) = self.contact_of(&event) {
            event.contact_json = Some((*contact_json).into());
            event.contact = Some(contact.clone());
        }
        event
    }

    fn kind(&self, json: &str, array: &str) -> Result<(EventKind, Vec<String>), String> {
        match array {
            // What another program or the phone app sent; `history` also brings old messages this way.
            "message_echoes" => {
                Inbound::read(json).map(|(echo, notes)| (EventKind::Echo(Box::new(echo)), notes))
            }
            "messages" if self.field == "history" => {
                Inbound::read(json).map(|(echo, notes)| (EventKind::Echo(Box::new(echo)), notes))
            }
            "messages" => Inbound::read(json)
                .map(|(message, notes)| (EventKind::Message(Box::new(message)), notes)),
            "statuses" => Status::read(json)
                .map(|(status, notes)| (EventKind::Status(Box::new(status)), notes)),
            "errors" => {
                tolerant(json).map(|(error, notes)| (EventKind::Error(Box::new(error)), notes))
            }
            _ => Ok((EventKind::Update, Vec::new())),
        }
    }

    /// The contact an item belongs to: by id, never by place in the list.
    fn contact_of(&self, event: &Event) -> Option<&(Contact, &'a str)> {
        let person = event.person();
        let same = |(contact, _): &&(Contact, &str)| {
            let by_user = contact.user_id.is_some() && contact.user_id == person.user_id;
            by_user
                || contact
                    .wa_id
                    .as_deref()
                    .is_some_and(|wa_id| person.phone.as_deref() == Some(wa_id))
        };
        // Alone, it is theirs although the ids differ: Brazil, Mexico and Argentina rewrite numbers.
        let alone = || self.contacts.first().filter(|_| self.contacts.len() == 1);
        self.contacts.iter().find(same).or_else(alone)
    }
}
