//! One change of a webhook body, and the items in it.

use super::{
    Contact, EventKind, Inbound, Status,
    envelope::Place,
    findings::{Change, Findings, Found, unread_kind},
};
use crate::read::{Broken, Cursor, tolerant};

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
    "group_participant_update",
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
    "phone_number_username_update",
    "security",
    "smb_app_state_sync",
    "template_category_update",
    "template_correct_category_detection",
    "template_performance_metrics",
    "tracking_events",
    "user_id_update",
    "user_preferences",
];

/// The field that a value has which names none.
const MESSAGES: &str = "messages";

/// Fields whose value is taken apart into items.
const APART: &[&str] = &[MESSAGES, "smb_message_echoes", "message_echoes", "history"];

/// What becomes of the arrays of a value.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Depth {
    /// They stay as they are.
    Whole,
    /// Their items are events.
    Apart,
    /// The same, one level down: `standby`.
    Standby,
}

impl<'a> Findings<'a> {
    /// One change. Where the items come before the name of the field, they are read as those of
    /// `messages`; if it turns out to be another, they are dropped and the value is looked at anew.
    pub(super) fn change(&mut self, cursor: &mut Cursor<'a>) -> Result<(), Broken> {
        if cursor.peek() != b'{' {
            let json = cursor.raw()?;
            self.unread_beside("a change is not an object", json, Place::Change);
            return Ok(());
        }
        let from = self.found.len();
        let (mut change, mut value, mut rejection) = (Change::default(), None, None);
        let json = cursor.object(|cursor, name| {
            match &*name {
                "field" => change.field = word(cursor)?,
                // One published example has this beside the value, others in it.
                "rejection_info" => rejection = Some(cursor.raw()?),
                "value" => {
                    // A repeated name counts once: the last.
                    self.found.truncate(from);
                    change =
                        Change { field: std::mem::take(&mut change.field), ..Change::default() };
                    let apart = change.field.is_empty() || APART.contains(&change.field.as_str());
                    let depth = if apart { Depth::Apart } else { Depth::Whole };
                    value = Some(self.value(cursor, &mut change, depth)?);
                }
                _ => drop(cursor.raw()?),
            }
            Ok(())
        })?;
        let value = value.filter(|&value| value != "null");
        if change.field.is_empty()
            && let Some(value) = value
        {
            let inner = Some(field_within(value)).filter(|field| !field.is_empty());
            change.field = inner.or_else(|| self.outer_field.clone()).unwrap_or_default();
        }
        match value {
            None => {
                self.found.truncate(from);
                let kind = unread_kind("a change has no `value`");
                self.found.push(Found::new(kind, json, Place::Change));
            }
            // Some write down the value alone and forget its name.
            Some(value) if change.field.is_empty() && self.found.len() > from => {
                MESSAGES.clone_into(&mut change.field);
                for found in &mut self.found[from..] {
                    found.notes.push("the change has no `field`: read as `messages`".to_owned());
                }
                self.judge(from, &mut change, value)?;
            }
            Some(value) if change.field.is_empty() => {
                self.unread(from, "a change has no `field`", value);
            }
            Some(value) => self.judge(from, &mut change, value)?,
        }
        if let (Some(json), [found]) = (rejection, &mut self.found[from..])
            && matches!(found.kind, EventKind::Update)
        {
            found.take_in("rejection_info", json);
        }
        self.close(from, change);
        Ok(())
    }

    /// A value without its change, of this field.
    pub(super) fn bare_value(
        &mut self,
        cursor: &mut Cursor<'a>,
        field: &str,
    ) -> Result<(), Broken> {
        let from = self.found.len();
        let mut change = Change { field: field.to_owned(), ..Change::default() };
        let value = self.value(cursor, &mut change, Depth::Apart)?;
        self.judge(from, &mut change, value)?;
        self.close(from, change);
        Ok(())
    }

    fn unread(&mut self, from: usize, reason: impl Into<String>, raw: &'a str) {
        self.found.truncate(from);
        self.found.push(Found::new(unread_kind(reason), raw, Place::Value));
    }

    /// Decides by the field what the value is: its items, itself, or something nobody knows.
    fn judge(
        &mut self,
        from: usize,
        change: &mut Change<'a>,
        value: &'a str,
    ) -> Result<(), Broken> {
        if !value.starts_with('{') {
            self.unread(from, "`value` is not an object", value);
            return Ok(());
        }
        match change.field.as_str() {
            "standby" => {
                self.found.truncate(from);
                self.value(&mut Cursor::new(value), change, Depth::Standby)?;
                if self.found.len() == from {
                    self.found.push(Found::new(EventKind::Update, value, Place::Value));
                }
            }
            // What these fields bring was not written to the business just now, whatever its array is called.
            "history" | "smb_message_echoes" | "message_echoes" => {
                self.found.iter_mut().skip(from).for_each(Found::make_echo);
            }
            field if APART.contains(&field) => {}
            field if WHOLE.contains(&field) => {
                self.found.truncate(from);
                let mut whole = Found::new(EventKind::Update, value, Place::Value);
                whole.notes = super::update::strangers(value);
                self.found.push(whole);
            }
            field => {
                let reason = format!("unknown field `{field}`");
                self.unread(from, reason, value);
            }
        }
        if self.found.len() == from {
            self.unread(from, "`value` holds none of messages, statuses, errors", value);
        }
        Ok(())
    }

    /// The members of a value: who it is about and, where wanted, every item of every array, repeated names included.
    fn value(
        &mut self,
        cursor: &mut Cursor<'a>,
        change: &mut Change<'a>,
        depth: Depth,
    ) -> Result<&'a str, Broken> {
        if cursor.peek() != b'{' {
            return cursor.raw();
        }
        cursor.object(|cursor, name| {
            match &*name {
                "metadata" => read_metadata(cursor, change)?,
                "contacts" => read_contacts(cursor, change)?,
                "standby" if depth == Depth::Standby && cursor.peek() == b'{' => {
                    cursor.object(|cursor, name| match &*name {
                        "contacts" => read_contacts(cursor, change),
                        name => self.items(cursor, name, true),
                    })?;
                }
                name if depth == Depth::Apart => self.items(cursor, name, false)?,
                _ => drop(cursor.raw()?),
            }
            Ok(())
        })
    }

    /// The items of the member `name` of a value, if it is one that has items.
    fn items(&mut self, cursor: &mut Cursor<'a>, name: &str, standby: bool) -> Result<(), Broken> {
        let names: &'static [&'static str] = match (name, standby) {
            ("messages", false) => &["messages"],
            ("messages", true) => &["standby", "messages"],
            ("statuses", false) => &["statuses"],
            ("statuses", true) => &["standby", "statuses"],
            ("message_echoes", false) => &["message_echoes"],
            ("message_echoes", true) => &["standby", "message_echoes"],
            ("errors", false) => &["errors"],
            ("errors", true) => &["standby", "errors"],
            ("user_actions", false) => &["user_actions"],
            ("history", false) => &["history"],
            ("conversation_context", false) => {
                let json = cursor.raw()?;
                self.found.push(Found::new(
                    EventKind::Update,
                    json,
                    Place::Member(&["conversation_context"]),
                ));
                return Ok(());
            }
            _ => return cursor.raw().map(drop),
        };
        if cursor.peek() == b'[' {
            return cursor.array(|cursor| self.item(cursor, name, Place::Item(names))).map(drop);
        }
        let json = cursor.raw()?;
        if json != "null" {
            let reason = format!("`{name}` is not a list");
            self.found.push(Found::new(unread_kind(reason), json, Place::Member(names)));
        }
        Ok(())
    }

    fn item(&mut self, cursor: &mut Cursor<'a>, array: &str, place: Place) -> Result<(), Broken> {
        let mut notes = Vec::new();
        let (kind, raw) = if cursor.peek() == b'{' {
            let (kind, raw) = read_item(cursor, array, &mut notes)?;
            (kind.unwrap_or_else(unread_kind), raw)
        } else {
            (unread_kind("it is not an object"), cursor.raw()?)
        };
        self.found.push(Found { kind, raw: raw.into(), notes, place });
        Ok(())
    }
}

fn read_item<'a>(
    cursor: &mut Cursor<'a>,
    array: &str,
    notes: &mut Vec<String>,
) -> Result<(Result<EventKind, String>, &'a str), Broken> {
    Ok(match array {
        "messages" | "message_echoes" => {
            let (message, raw) = Inbound::walk(cursor, notes)?;
            let echo = array == "message_echoes";
            let kind = if echo { EventKind::Echo } else { EventKind::Message };
            (message.map(Box::new).map(kind), raw)
        }
        "statuses" => {
            let (status, raw) = Status::walk(cursor, notes)?;
            (status.map(Box::new).map(EventKind::Status), raw)
        }
        "errors" => {
            let raw = cursor.raw()?;
            let error = tolerant(raw).map(|(error, more)| {
                notes.extend(more);
                EventKind::Error(Box::new(error))
            });
            (error, raw)
        }
        _ => (Ok(EventKind::Update), cursor.raw()?),
    })
}

/// The field that a value names itself, as one published example does; empty when it names none.
fn field_within(value: &str) -> String {
    let mut field = String::new();
    let _always_json = Cursor::new(value).object(|cursor, name| {
        if name == "field" {
            field = word(cursor)?;
        } else {
            cursor.raw()?;
        }
        Ok(())
    });
    field
}

/// A word; what is no string, as its JSON. Empty when there is none.
pub(super) fn word(cursor: &mut Cursor<'_>) -> Result<String, Broken> {
    match cursor.read::<Option<String>>() {
        Some((word, _)) => Ok(word.unwrap_or_default()),
        None => cursor.raw().map(str::to_owned),
    }
}

/// Reads which business number this is about.
fn read_metadata<'a>(cursor: &mut Cursor<'a>, change: &mut Change<'a>) -> Result<(), Broken> {
    let (number, json) = if let Some(read) = cursor.read() {
        read
    } else {
        let json = cursor.raw()?;
        (tolerant(json).ok().map(|(number, _)| number), json)
    };
    (change.number, change.metadata) = (number, Some(json).filter(|&json| json != "null"));
    Ok(())
}

/// Reads the people this is about. One who cannot be read costs no other.
fn read_contacts<'a>(cursor: &mut Cursor<'a>, change: &mut Change<'a>) -> Result<(), Broken> {
    change.contacts.clear();
    if cursor.peek() != b'[' {
        return cursor.raw().map(drop);
    }
    let read = |cursor: &mut Cursor<'a>| {
        if let Some(contact) = cursor.read::<Contact>() {
            change.contacts.push(contact);
        } else {
            let json = cursor.raw()?;
            change.contacts.extend(tolerant(json).ok().map(|(contact, _)| (contact, json)));
        }
        Ok(())
    };
    cursor.array(read).map(drop)
}
