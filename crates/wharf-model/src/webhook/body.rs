//! From a webhook body to events. Total: whatever the bytes, every item is in the result.

use std::sync::Arc;

use super::{
    Event,
    change::{Members, Reader, unread_kind},
    event::Envelope,
};
use crate::{
    id::AccountId,
    read::{elements, member, members, tolerant},
};

/// `object` of everything about WhatsApp, as JSON.
const OBJECT: &str = "\"whatsapp_business_account\"";

/// Takes a webhook body apart. Reads any bytes and never fails: an item that cannot be read
/// becomes an event of kind [`EventKind::Unread`](super::EventKind::Unread) that has its bytes and the reason, and its
/// neighbours are unharmed. Check the signature over the same bytes before you call this.
///
/// ```
/// let body = br#"{"object":"whatsapp_business_account","entry":[{"id":"2","changes":[{"field":"messages","value":{
///     "metadata":{"phone_number_id":"1"},
///     "messages":[{"id":"wamid.A","from":"15550001111","timestamp":"1700000000","type":"text","text":{"body":"hi"}},
///                 {"id":"wamid.B","from":"15550001111","type":"hologram","hologram":{}}]}}]}]}"#;
/// let events = wharf_model::webhook::read(body);
/// assert_eq!(events[0].name(), "message.text");
/// assert_eq!(events[1].unread().as_deref(), Some("unknown message type `hologram`"));
/// ```
pub fn read(body: &[u8]) -> Vec<Event> {
    let mut events = Vec::new();
    let text = String::from_utf8_lossy(body);
    match elements(&text) {
        // The platform never sends a list; people keep several bodies in one file.
        Some(bodies) => {
            for body in bodies {
                read_one(body.get(), body.get().as_bytes(), &mut events);
            }
        }
        None => read_one(&text, body, &mut events),
    }
    events
}

fn read_one(text: &str, body: &[u8], events: &mut Vec<Event>) {
    let whole = |events: &mut Vec<Event>, reason: String| {
        events.push(Reader::default().event(unread_kind(reason), body, &[]));
    };
    let Some(top) = members(text) else {
        return whole(events, "the body is not a JSON object".to_owned());
    };
    let entries: Vec<_> = top.iter().filter(|(name, _)| name == "entry").collect();
    let object = match member(&top, "object") {
        Some(OBJECT) => OBJECT,
        Some(other) => {
            return whole(events, format!("it is about {other}, not a WhatsApp account"));
        }
        None if read_bare(text, &top, events) => return,
        None if entries.is_empty() => return whole(events, "it has no `object`".to_owned()),
        None => OBJECT,
    };
    if entries.is_empty() {
        whole(events, "it has no `entry`".to_owned());
    }
    for (_, entry) in entries {
        match elements(entry.get()) {
            Some(list) => {
                for entry in list {
                    read_entry(Some(object), entry.get(), events);
                }
            }
            None => whole(events, "`entry` is not a list".to_owned()),
        }
    }
}

/// Reads an entry, a change or a value without the envelope, as some published examples are.
fn read_bare(text: &str, top: &Members<'_>, events: &mut Vec<Event>) -> bool {
    let has = |name: &str| member(top, name).is_some();
    let envelope = Envelope { object: Some(OBJECT.into()), ..Envelope::default() };
    let mut reader = Reader { envelope: envelope.into(), ..Reader::default() };
    if has("changes") {
        read_entry(Some(OBJECT), text, events);
    } else if has("field") && has("value") {
        reader.change(text, events);
    } else if ["messages", "statuses", "history", "message_echoes"].into_iter().any(has) {
        let field = if has("history") { "history" } else { "messages" };
        field.clone_into(&mut reader.field);
        reader.value(text, events);
    } else {
        return false;
    }
    true
}

fn read_entry(object: Option<&str>, entry: &str, events: &mut Vec<Event>) {
    let mut reader = Reader {
        envelope: Envelope { object: object.map(Box::from), ..Envelope::default() }.into(),
        ..Reader::default()
    };
    let Some(entry_members) = members(entry) else {
        return events.push(reader.event(
            unread_kind("an entry is not an object"),
            entry.as_bytes(),
            &[],
        ));
    };
    let id = member(&entry_members, "id");
    let envelope = Envelope {
        object: object.map(Box::from),
        id: id.map(Box::from),
        time: member(&entry_members, "time").map(Box::from),
        metadata: None,
    };
    reader.account = id
        .and_then(|id| tolerant::<Option<String>>(id).ok()?.0)
        .or_else(|| id.map(str::to_owned))
        .and_then(|id| AccountId::new(id).ok());
    let changes: Vec<_> = entry_members.iter().filter(|(name, _)| name == "changes").collect();
    if changes.is_empty() {
        reader.envelope = envelope.into();
        return events.push(reader.event(
            unread_kind("an entry has no `changes`"),
            entry.as_bytes(),
            &[],
        ));
    }
    let envelope = Arc::new(envelope);
    for (_, list) in changes {
        let Some(list) = elements(list.get()) else {
            reader.envelope = Arc::clone(&envelope);
            events.push(reader.event(
                unread_kind("`changes` is not a list"),
                list.get().as_bytes(),
                &[],
            ));
            continue;
        };
        for change in list {
            let mut reader = Reader {
                envelope: Arc::clone(&envelope),
                account: reader.account.clone(),
                ..Reader::default()
            };
            reader.change(change.get(), events);
        }
    }
}
